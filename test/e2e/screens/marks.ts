import type { CmsPage } from './cms.ts'
import { PATIENCE } from './patience.ts'

interface Node {
  nodeName: string
  attributes?: string[]
  children?: Node[]
  shadowRoots?: Node[]
}

function boxesIn(node: Node): number {
  const here = node.attributes?.[node.attributes.indexOf('class') + 1] === 'box' ? 1 : 0
  return [...(node.children ?? []), ...(node.shadowRoots ?? [])].reduce((sum, child) => sum + boxesIn(child), here)
}

/**
 * The stretches of the editable that are highlighted now. Over a text area, where highlights cannot reach, the boxes are drawn in a
 * closed shadow root: then as many empty words as there are boxes.
 */
export async function marksOf(cms: CmsPage): Promise<string[]> {
  if (cms.editor !== 'textarea') {
    const frame = await cms.frame()
    return await frame.evaluate(() => Array.from(CSS.highlights.get('menxia') ?? [], (range) => String(range)))
  }
  const session = await cms.page.context().newCDPSession(cms.page)
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
  await session.detach()
  return Array.from({ length: boxesIn(root) }, () => '')
}

/** Waits until the highlighted stretches satisfy `wanted`. Rejects with what is highlighted instead. */
export async function marksBecome(cms: CmsPage, wanted: (marks: string[]) => boolean): Promise<string[]> {
  const deadline = Date.now() + PATIENCE
  for (;;) {
    const marks = await marksOf(cms)
    if (wanted(marks)) return marks
    if (Date.now() > deadline) throw new Error(`highlighted: ${JSON.stringify(marks)}`)
    await cms.page.evaluate(() => new Promise(requestAnimationFrame))
  }
}
