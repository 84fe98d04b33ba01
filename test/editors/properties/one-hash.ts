import fc from 'fast-check'
import { anyDocument, documents } from '../documents.ts'
import type { EditorPage } from '../editor-page.ts'
import { demand, type Property } from './property.ts'

/** The same hash from the DOM, from what the page submits, and both again after reopening what was saved. False: the editor itself refused the body. */
async function expectOneHash(editor: EditorPage, html: string): Promise<boolean> {
  const all = await editor.roundTrip(html)
  if (all === null) return false
  const hashes = all.map((source) => editor.hash(source))
  demand(new Set(hashes).size === 1, () => `submitted, read, submitted again, read again:\n  ${all.join('\n  ')}`)
  return true
}

/** One hash for what is seen, what is submitted and what comes back; another text has another. */
export const oneHash: Property = async (desk, { documents: count, seed }) => {
  const editor = await desk.page('reading')
  let [taken, refused] = [0, 0]
  const add = async (html: string): Promise<void> => {
    if (await expectOneHash(editor, html)) taken += 1
    else refused += 1
  }
  for (const html of Object.values(documents)) await add(html)
  await fc.assert(fc.asyncProperty(anyDocument, add), { numRuns: count, seed })
  demand(refused * 10 < taken, () => `the editor itself refused ${refused} of ${taken + refused} bodies`)
  await editor.set('<p>甲</p>')
  const first = editor.hash(await editor.read())
  await editor.set('<p>乙</p>')
  demand(editor.hash(await editor.read()) !== first, () => 'another text, the same hash')
  return { hash: `${taken} 稿${refused === 0 ? '' : `（自拒${refused}）`}` }
}
