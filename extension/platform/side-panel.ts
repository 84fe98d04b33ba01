import { browser, ownUrl } from './browser.ts'

/**
 * Shows the panel beside a tab. Call it as the first act of answering a press: the browser allows it only then, and refuses in silence later. A
 * browser without side panels gets the same page in a small window.
 */
export function openPanel(tab: number): void {
  if (browser.sidePanel?.open !== undefined) {
    void browser.sidePanel.open({ tabId: tab }).catch(() => undefined)
    return
  }
  const url = ownUrl(`/sidepanel.html?tab=${tab}`)
  void browser.windows.create({ url, type: 'popup', width: 380, height: 760 }).catch(() => undefined)
}
