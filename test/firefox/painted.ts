import type { ElementHandle, Page } from 'puppeteer-core'

/** The red of the wavy underline and of the boxes, give or take what smoothing does to it. */
const RED = { red: [170, 235], green: [30, 110], blue: [10, 100] } as const

/**
 * How many pixels of the editor's box are of our red. Firefox keeps a highlight in its register and paints nothing of it when the range is of
 * another document, so the register alone proves nothing.
 */
export async function redPixels(page: Page, box: ElementHandle): Promise<number> {
  const picture = await box.screenshot({ encoding: 'base64' })
  return await page.evaluate(
    async (png, { red, green, blue }) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob())
      const canvas = new OffscreenCanvas(image.width, image.height)
      const context = canvas.getContext('2d')!
      context.drawImage(image, 0, 0)
      const { data } = context.getImageData(0, 0, image.width, image.height)
      const within = (value: number, [least, most]: readonly [number, number]) => value >= least && value <= most
      let count = 0
      for (let at = 0; at < data.length; at += 4)
        if (within(data[at]!, red) && within(data[at + 1]!, green) && within(data[at + 2]!, blue)) count++
      return count
    },
    picture,
    RED,
  )
}
