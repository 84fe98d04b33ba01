import fc from 'fast-check'
import { stampOf } from '../../../extension/messages/stamp.ts'
import { readBlocks } from '../../../shared/draft/blocks.ts'
import { anyDocument, documents } from '../documents.ts'
import type { EditorPage } from '../editor-page.ts'
import { demand, type Property } from './property.ts'

type Marking = typeof import('../../../extension/adapters/body-marks.ts')
interface Word {
  start: number
  end: number
  text: string
}

/** Every canonical word of the body with its place in the source. */
function wordsOf(source: string, format: 'html' | 'text'): Word[] {
  return readBlocks({ format, source }, 'http://x.cn/').blocks.flatMap((block) =>
    Array.from(block.text.matchAll(/[^\s]+/g), ({ 0: text, index }) => ({
      text,
      start: block.toSource(index),
      end: block.toSourceEnd(index + text.length),
    })),
  )
}

/** Has the editable's own frame paint marks at these places; answers the highlighted texts and what of the editable we touched. */
async function paint(editor: EditorPage, spans: readonly Word[], stamp: string) {
  const { origin } = new URL(editor.page.url())
  const script = `import('${origin}/extension/adapters/body-marks.ts')`
  const marking = await (await editor.frame()).evaluateHandle<Marking>(script)
  const given = {
    profile: editor.profile,
    spans: spans.map(({ start, end }) => ({ field: 'body', start, end })),
    stamp,
  }
  return await marking.evaluate(async ({ BodyMarks }, { profile, spans: places, stamp: of }) => {
    const touched: string[] = []
    const form = window.parent.document
    const marks = new BodyMarks(document, form, profile, (what) => touched.push(what), new AbortController().signal)
    await marks.show({ spans: places, count: places.length, stamp: of })
    return { texts: Array.from(CSS.highlights.get('menxia') ?? [], (range) => String(range)), touched }
  }, given)
}

/** Characters that an editor holds its caret with, and leaves out of what it submits. */
const holders = /[\u200b\ufeff\u2060]/g

async function expectWords(editor: EditorPage, html: string): Promise<number> {
  if ((await editor.roundTrip(html)) === null) return 0
  await editor.focus()
  const source = await editor.read()
  const { format } = editor.profile.body
  const words = wordsOf(source, format)
  if (format === 'text') {
    demand(
      words.every(({ start, end, text }) => source.slice(start, end) === text),
      () => `a word is not where it is said to be: ${source}`,
    )
    return words.length
  }
  const before = await editor.state()
  const { texts, touched } = await paint(editor, words, stampOf(source))
  const painted = texts.map((text) => text.replace(holders, ''))
  const wanted = words.map(({ text }) => text.replace(holders, ''))
  demand(painted.join('|') === wanted.join('|'), () => `highlights ${painted.join('|')}\n  words ${wanted.join('|')}`)
  demand(touched.length === 0, () => `touched: ${touched.join()}`)
  const after = await editor.state()
  demand(after === before, () => `the editable changed\n  ${before}\n  ${after}`)
  return words.length
}

/** Offsets lead back to the right characters through tags, entities, &nbsp; and zero-width; nothing of the editable is changed by showing them. */
export const places: Property = async (desk, { documents: count, seed }) => {
  const editor = await desk.page('reading')
  let words = 0
  const add = async (html: string): Promise<void> => {
    words += await expectWords(editor, html)
  }
  for (const html of Object.values(documents)) await add(html)
  await fc.assert(fc.asyncProperty(anyDocument, add), { numRuns: count, seed })
  if (editor.profile.body.format === 'html') {
    await editor.set('<p>甲乙丙</p>')
    const old = await paint(editor, [{ start: 3, end: 4, text: '甲' }], 'stale')
    demand(!old.texts.includes('甲'), () => 'marks of an older text are painted')
  }
  return { places: `${words} 词` }
}
