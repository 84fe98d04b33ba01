import { BEAT, type EditorPage } from '../editor-page.ts'
import { type Edit, editsFrom } from '../edits.ts'
import { highlightsIn, isJoined, joinForm, joinFrame, litSchools, settled, touchedIn } from '../joined.ts'
import { type Desk, demand, type Property } from './property.ts'

/** Edits between two looks: our reading comes due, and the twins are compared. */
const LOOK = 10
const START = '<p>校服管理</p><p>校车安全</p>'

/** The same editor twice, one with us in its page. Their time stands still between the tests' own steps. */
export async function twinsAt(desk: Desk): Promise<readonly [EditorPage, EditorPage]> {
  const [ours, twin] = await Promise.all([desk.page('ours'), desk.page('twin')])
  if (!(await isJoined(ours))) {
    for (const editor of [ours, twin]) await editor.stopClock()
    await joinForm(ours)
  }
  return [ours, twin]
}

/** Opens the same body in both. */
export async function begin(editors: readonly [EditorPage, EditorPage], html: string): Promise<void> {
  for (const editor of editors) {
    await editor.set(html)
    await editor.focus()
    await editor.pass(BEAT)
  }
  await joinFrame(editors[0])
  await settled(...editors)
}

async function expectTwins(ours: EditorPage, twin: EditorPage, since: readonly string[]): Promise<void> {
  const [here, there] = await Promise.all([ours.standing(), twin.standing()])
  demand(here === there, () => `with us ${here}\n  without ${there}\n  after ${since.join(', ')}`)
}

/** Every 校 is highlighted, at the latest when one scrolls to it, and nothing else. */
async function expectMarks(ours: EditorPage, twin: EditorPage): Promise<number> {
  if (ours.profile.body.format === 'text') return 0
  const source = await ours.read()
  const wanted = source.split('校').length - 1
  const texts = await highlightsIn(ours)
  demand(texts.length <= wanted && texts.every((text) => text === '校'), () => `${texts.join('|')} of ${source}`)
  const { all, lit } = await litSchools(ours, twin)
  demand(all === wanted && lit.size === wanted, () => `${lit.size} of ${all} (${[...lit].join()}) in ${source}`)
  return wanted
}

async function makeEdits(ours: EditorPage, twin: EditorPage, next: () => Edit, count: number): Promise<number> {
  const done: string[] = []
  let marks = 0
  for (let step = 1; step <= count; step++) {
    const edit = next()
    done.push(edit.name)
    await Promise.all([ours, twin].map((editor) => edit.make(editor).then(() => editor.pass(BEAT))))
    if (step % LOOK !== 0 && step !== count) continue
    await settled(ours, twin)
    await expectTwins(ours, twin, [`edit ${step}`, ...done.slice(-2 * LOOK)])
    marks += await expectMarks(ours, twin)
  }
  return marks
}

/** Undoes until nothing changes any more. The same number of times in both. */
async function undoAll(ours: EditorPage, twin: EditorPage, most: number): Promise<number> {
  let last = ''
  for (let undone = 0; undone < most; ) {
    const [here, there] = await Promise.all([ours.undo(20), twin.undo(20)])
    await Promise.all([ours.pass(BEAT), twin.pass(BEAT)])
    demand(here.join() === there.join(), () => `threw ${here.join()}\n  twin ${there.join()}`)
    undone += 20
    const now = await twin.submitted()
    if (now === last) return undone
    last = now
  }
  return most
}

/** After random edits the editor holds what its twin without us holds, and so after all undos; marks follow every edit. */
export const twins: Property = async (desk, { edits, seed }) => {
  const [ours, twin] = await twinsAt(desk)
  await begin([ours, twin], START)
  const marks = await makeEdits(ours, twin, editsFrom(seed), edits)
  await undoAll(ours, twin, edits + 40)
  await settled(ours, twin)
  await expectTwins(ours, twin, ['all undos'])
  const touched = await touchedIn(ours)
  demand(touched.length === 0, () => `touched: ${touched.join()}`)
  const html = ours.profile.body.format === 'html'
  return { twin: `${edits} 改`, undone: '是', marks: html ? `${marks} 处` : '框' }
}
