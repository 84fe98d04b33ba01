import fc from 'fast-check'
import { anyDocument, documents } from '../documents.ts'
import type { EditorPage } from '../editor-page.ts'
import { type Desk, demand, type Property } from './property.ts'

/** The same hash from the DOM, from what the page submits, and both again after reopening what was saved. False: the editor itself refused the body. */
async function expectOneHash(editor: EditorPage, html: string): Promise<boolean> {
  const all = await editor.roundTrip(html)
  if (all === null) return false
  const [submitted, read, again, readAgain] = all
  const hashes = [
    editor.hashSubmitted(submitted),
    editor.hash(read),
    editor.hashSubmitted(again),
    editor.hash(readAgain),
  ]
  demand(new Set(hashes).size === 1, () => `submitted, read, submitted again, read again:\n  ${all.join('\n  ')}`)
  return true
}

/** The CMS itself saves a body with everything in it, and opens it in a new page. */
async function expectSaved(desk: Desk): Promise<void> {
  const { save, unseen = '' } = desk.subject
  if (save === null) return
  const editor = await desk.page('saving')
  await editor.set(Object.values(documents).join('').replaceAll(unseen, ''))
  const before = await editor.read()
  const saved = await (await desk.reopened(await save(editor))).read()
  demand(editor.hash(saved) === editor.hash(before), () => `saved and reopened\n  ${saved}\n  before\n  ${before}`)
}

/** What the editor says by its own door, asked in the page's world, is what it submits. Some kinds have no door that a page shows. */
async function expectClaim(editor: EditorPage): Promise<string> {
  await editor.set(documents.行内 ?? '')
  const claim = await editor.claim()
  if (claim === null) return '不能问'
  const submitted = await editor.submitted()
  demand(
    editor.hashSubmitted(claim) === editor.hashSubmitted(submitted),
    () => `claimed ${claim}\n  submitted ${submitted}`,
  )
  return '是'
}

/** One hash for what is seen, what is submitted and what comes back; another text has another. */
export const oneHash: Property = async (desk, { documents: count, seed }) => {
  const editor = await desk.page('reading')
  let [taken, refused] = [0, 0]
  const add = async (html: string): Promise<void> => {
    if (await expectOneHash(editor, html.replaceAll(desk.subject.unseen ?? '', ''))) taken += 1
    else refused += 1
  }
  for (const html of Object.values(documents)) await add(html)
  await fc.assert(fc.asyncProperty(anyDocument, add), { numRuns: count, seed })
  demand(refused * 10 < taken, () => `the editor itself refused ${refused} of ${taken + refused} bodies`)
  await editor.set('<p>甲</p>')
  const first = editor.hash(await editor.read())
  await editor.set('<p>乙</p>')
  demand(editor.hash(await editor.read()) !== first, () => 'another text, the same hash')
  await expectSaved(desk)
  const claim = await expectClaim(editor)
  return { claim, hash: `${taken} 稿${refused === 0 ? '' : `（自拒${refused}）`}` }
}
