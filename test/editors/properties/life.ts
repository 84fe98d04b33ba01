import type { Make, Started } from '../../support/starts/started.ts'
import type { EditorPage } from '../editor-page.ts'
import { checksIn, highlightsIn, joinForm, joinFrame, settled, touchedIn } from '../joined.ts'
import { demand, type Property } from './property.ts'

interface Lab extends Window {
  make: Make
  api: Started
  second: Started
}

/** Longer than it takes to look again for an editor that is not there. */
const LOOK_AGAIN = 1600

async function start(editor: EditorPage, selector: string): Promise<void> {
  await editor.page.evaluate(async (where) => {
    const lab = window as unknown as Lab
    lab.api = await lab.make(document.querySelector<HTMLElement>(where)!)
  }, selector)
}

async function expectUnread(editor: EditorPage, when: string): Promise<void> {
  await editor.pass(LOOK_AGAIN)
  await editor.page.waitForFunction(() => (window as unknown as { checks: unknown[] }).checks.length > 0)
  demand((await checksIn(editor)).at(-1) === null, () => `${when}: the body is not said to be unread`)
}

/** An editor that comes late is found, one that goes is unread and not empty, one that comes back elsewhere is read there. */
export const life: Property = async (desk) => {
  if (desk.subject.place('late') === null) return {}
  const editor = await desk.page('late', 'late')
  await joinForm(editor)
  await expectUnread(editor, 'before it is there')
  await start(editor, '#editor')
  await editor.set('<p>晚来的校服</p>')
  await joinFrame(editor)
  await settled(editor)
  await editor.page.evaluate(() => (window as unknown as Lab).api.destroy())
  await expectUnread(editor, 'after it is gone')
  await editor.page.evaluate(() => document.querySelector('#editor')!.append(document.createElement('section')))
  await start(editor, '#editor section')
  await editor.set('<p>移走的校车</p>')
  await joinFrame(editor)
  await settled(editor)
  demand((await editor.read()).includes('移走的校车'), () => 'not read where it went')
  demand((await touchedIn(editor)).length === 0, () => 'touched')
  return { life: '是' }
}

/** Of two editors on a page only the one that the profile names is read and marked; the other is as it was. */
export const pair: Property = async (desk) => {
  if (desk.subject.place('late') === null) return {}
  const editor = await desk.page('late', 'late')
  const { profile } = editor
  const other = { ...profile, body: { ...profile.body, selector: '#other' } }
  await editor.page.evaluate(async () => {
    const lab = window as unknown as Lab
    lab.second = await lab.make(document.querySelector<HTMLElement>('#other')!)
    await lab.second.set('<p>另一处的校门</p>')
  })
  await editor.set('<p>这一处的校服</p>')
  const before = await editor.state(other)
  await settled(editor)
  const [first, second] = [await editor.read(), await editor.read(other)]
  const apart = first.includes('这一处') && !first.includes('另一处') && second.includes('另一处')
  demand(apart, () => `read ${first} and ${second}`)
  if (profile.body.format === 'html')
    demand((await highlightsIn(editor)).join() === '校', () => 'not just the one is marked')
  demand((await editor.state(other)) === before, () => 'the other one changed')
  await editor.page.evaluate(() => (window as unknown as Lab).second.set('<p>又改了的校门</p>'))
  demand((await editor.read()) === first, () => 'a change of the other one was read')
  return { pair: '是' }
}
