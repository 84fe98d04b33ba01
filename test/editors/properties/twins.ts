import { BEAT, type EditorPage } from '../editor-page.ts'
import { type Edit, editsFrom } from '../edits.ts'
import { isJoined, joinForm, joinFrame, PAUSE, settled, touchedIn } from '../joined.ts'
import { type Desk, demand, type Property } from './property.ts'

/** Edits between two looks: our reading comes due, and the twins are compared. */
const LOOK = 10
/** So many marks are painted wherever they are; of more, those near the window (`extension/adapters/paint.ts`). */
const FEW = 12
const START = '<p>校服管理</p><p>校车安全</p>'

/**
 * The same editor twice, one with us in its page (neither, with `menxia` false). Their time stands still between the tests' own steps.
 */
export async function twinsAt(desk: Desk, menxia = true): Promise<readonly [EditorPage, EditorPage]> {
  const [ours, twin] = await Promise.all([desk.page('ours'), desk.page('twin')])
  if (!(await isJoined(ours))) {
    for (const editor of [ours, twin]) await editor.stopClock()
    if (menxia) await joinForm(ours)
  }
  return [ours, twin]
}

/** Time enough for us to have read and painted; the same time in the twin. */
async function rest(ours: EditorPage, twin: EditorPage): Promise<void> {
  if (await isJoined(ours)) await settled(ours, twin)
  else await Promise.all([ours.pass(PAUSE), twin.pass(PAUSE)])
}

/** Opens the same body in both. */
export async function begin(editors: readonly [EditorPage, EditorPage], html: string): Promise<void> {
  for (const editor of editors) {
    await editor.set(html)
    await editor.focus()
    await editor.pass(BEAT)
  }
  if (await isJoined(editors[0])) await joinFrame(editors[0])
  await rest(...editors)
}

/** Answers what both hold. Whatever one is asked, the other is asked too: CKEditor 5 draws ids by lot when it says what it would submit. */
async function expectTwins(ours: EditorPage, twin: EditorPage, since: readonly string[]): Promise<string> {
  const [here, there] = await Promise.all([ours.standing(), twin.standing()])
  demand(here === there, () => `with us ${here}\n  without ${there}\n  after ${since.join(', ')}`)
  const [threw, twins] = [ours.thrown.join(), twin.thrown.join()]
  demand(threw === twins, () => `threw ${threw}\n  twin ${twins}\n  after ${since.join(', ')}`)
  return there
}

/** Every 校 that can be seen is highlighted, and nothing else; all of them where there are few. */
async function expectMarks(ours: EditorPage): Promise<number> {
  if (ours.profile.body.format === 'text' || !(await isJoined(ours))) return 0
  const { texts, all, seen, missed } = await ours.marked('校')
  const right = missed === 0 && texts.length <= all && texts.every((text) => text === '校')
  demand(right && (all > FEW || texts.length === all), () => `${texts.length} of ${all}, ${missed} of ${seen} missed`)
  return texts.length
}

async function makeEdits(ours: EditorPage, twin: EditorPage, next: () => Edit, count: number): Promise<number> {
  const done: string[] = []
  let [marks, looks, changes, last] = [0, 0, 0, '']
  for (let step = 1; step <= count; step++) {
    const edit = next()
    done.push(edit.name)
    await Promise.all([ours, twin].map((editor) => editor.act(edit.make)))
    if (step % LOOK !== 0 && step !== count) continue
    await rest(ours, twin)
    const now = await expectTwins(ours, twin, [`edit ${step}`, ...done.slice(-2 * LOOK)])
    marks += await expectMarks(ours)
    looks += 1
    const [body] = JSON.parse(now) as [string, unknown]
    if (body !== last) changes += 1
    last = body
  }
  // Edits that reach nothing are the same in any two pages.
  demand(changes * 5 > looks * 4, () => `the edits changed the body at ${changes} of ${looks} looks`)
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
    const [now] = await Promise.all([twin.submitted(), ours.submitted()])
    if (now === last) return undone
    last = now
  }
  return most
}

/** After random edits the editor holds what its twin without us holds, and so after all undos; marks follow every edit. */
export const twins: Property = async (desk, { edits, seed, menxia }) => {
  const [ours, twin] = await twinsAt(desk, menxia)
  await begin([ours, twin], START)
  const marks = await makeEdits(ours, twin, editsFrom(seed), edits)
  await undoAll(ours, twin, edits + 40)
  await rest(ours, twin)
  await expectTwins(ours, twin, ['all undos'])
  if (menxia === false) return { twin: `${edits} 改`, undone: '是' }
  const touched = await touchedIn(ours)
  demand(touched.length === 0, () => `touched: ${touched.join()}`)
  const html = ours.profile.body.format === 'html'
  return {
    twin: `${edits} 改${ours.thrown.length === 0 ? '' : `（自拒${ours.thrown.length}）`}`,
    undone: '是',
    marks: html ? `${marks} 处` : '框',
  }
}
