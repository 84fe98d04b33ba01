import { afterEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { openPanel } from './side-panel.ts'

const browser = fakeBrowser as unknown as Record<string, unknown>
const windows = vi.spyOn(fakeBrowser.windows, 'create').mockResolvedValue({} as never)

/** The fake browser with what this browser has in place of its panels. */
function browserWith(parts: Record<string, unknown>): void {
  for (const name of ['sidePanel', 'sidebarAction']) Reflect.deleteProperty(browser, name)
  Object.assign(browser, parts)
}

afterEach(() => {
  browserWith({})
  windows.mockClear()
})

describe('openPanel', () => {
  test('Chromium 116 and later: the side panel of the tab', () => {
    const open = vi.fn(async () => {})
    browserWith({ sidePanel: { open } })
    openPanel(7)
    expect(open).toHaveBeenCalledWith({ tabId: 7 })
    expect(windows).not.toHaveBeenCalled()
  })

  test('Firefox: the sidebar, and no window where it refuses because no button of ours was pressed', async () => {
    const open = vi.fn(async () => {
      throw new Error('may only be called from a user input handler')
    })
    browserWith({ sidebarAction: { open } })
    openPanel(7)
    await expect(open.mock.results[0]?.value).rejects.toThrow()
    expect(windows).not.toHaveBeenCalled()
  })

  test.each([
    ['neither', {}],
    ['a side panel that only the browser opens (Chromium 114)', { sidePanel: {} }],
  ])('with %s: the same page in a small window', (_, parts) => {
    browserWith(parts)
    openPanel(7)
    expect(windows).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'popup', url: expect.stringContaining('/sidepanel.html?tab=7') }),
    )
  })
})
