import { browser, ownUrl } from './browser.ts'

/** Firefox's own, which Chrome's types do not know. */
interface SidebarAction {
  open(): Promise<void>
}

/**
 * Shows the panel beside a tab. Call it as the first act of answering a press: the browser allows it only then, and refuses in silence later.
 * Firefox opens its sidebar from our toolbar button alone: asked for by the page, nothing opens, and the badge leads there. A browser
 * that has neither gets the same page in a small window.
 */
export function openPanel(tab: number): void {
  if (browser.sidePanel?.open !== undefined) {
    void browser.sidePanel.open({ tabId: tab }).catch(() => undefined)
    return
  }
  const { sidebarAction } = browser as { sidebarAction?: SidebarAction }
  if (sidebarAction !== undefined) {
    void sidebarAction.open().catch(() => undefined)
    return
  }
  const url = ownUrl(`/sidepanel.html?tab=${tab}`)
  void browser.windows.create({ url, type: 'popup', width: 380, height: 760 }).catch(() => undefined)
}
