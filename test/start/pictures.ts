import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'

/**
 * Takes pictures into `folder`. Several pages become one picture, side by side and as high as the first, as they stand on a screen:
 * the CMS page and the panel beside it.
 */
export function camera(folder: string, context: BrowserContext): (name: string, ...pages: Page[]) => Promise<void> {
  return async (name, ...pages) => {
    await mkdir(folder, { recursive: true })
    const path = join(folder, `${name}.png`)
    if (pages.length === 1) {
      await pages[0]?.screenshot({ path })
      return
    }
    const shots: string[] = []
    for (const page of pages) shots.push((await page.screenshot()).toString('base64'))
    const table = await context.newPage()
    const images = shots.map((shot) => `<img src="data:image/png;base64,${shot}" style="height:768px">`).join('')
    await table.setViewportSize({ width: 1366, height: 768 })
    await table.setContent(`<body style="margin:0;display:flex;gap:1px;background:#888;width:max-content">${images}`)
    await table.locator('body').screenshot({ path })
    await table.close()
  }
}
