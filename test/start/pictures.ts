import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'

/** A picture of a page that stands still: in front, and not in the middle of a scroll. */
async function shoot(page: Page, path?: string): Promise<Buffer> {
  await page.bringToFront()
  await page.evaluate(async () => {
    for (let still = 0, last = -1; still < 5; ) {
      await new Promise(requestAnimationFrame)
      still = window.scrollY === last ? still + 1 : 0
      last = window.scrollY
    }
  })
  return await page.screenshot(path === undefined ? {} : { path })
}

/**
 * Takes pictures into `folder`. Several pages become one picture, side by side and as high as the first, as they stand on a screen:
 * the CMS page and the panel beside it.
 */
export function camera(folder: string, context: BrowserContext): (name: string, ...pages: Page[]) => Promise<void> {
  return async (name, ...pages) => {
    await mkdir(folder, { recursive: true })
    const path = join(folder, `${name}.png`)
    if (pages.length === 1) {
      await shoot(pages[0]!, path)
      return
    }
    const shots: string[] = []
    for (const page of pages) shots.push((await shoot(page)).toString('base64'))
    const table = await context.newPage()
    const images = shots.map((shot) => `<img src="data:image/png;base64,${shot}" style="height:768px">`).join('')
    await table.setViewportSize({ width: 1366, height: 768 })
    await table.setContent(`<body style="margin:0;display:flex;gap:1px;background:#888;width:max-content">${images}`)
    await table.locator('body').screenshot({ path })
    await table.close()
  }
}
