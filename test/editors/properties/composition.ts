import type { CDPSession } from 'playwright-core'
import { checksIn, PAUSE, settled, touchedIn } from '../joined.ts'
import { demand, type Property } from './property.ts'
import { begin, twinsAt } from './twins.ts'

async function compose(ime: CDPSession, texts: readonly string[]): Promise<void> {
  for (const text of texts)
    await ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
}

/** Nothing is read while a person composes; the editable hears the same events as its twin's, and ends with the same text. */
export const composition: Property = async (desk) => {
  const editors = await twinsAt(desk)
  const [ours, twin] = editors
  await begin(editors, '<p>通知</p>')
  const before = (await checksIn(ours)).length
  for (const editor of editors) {
    await editor.record()
    const ime = await editor.page.context().newCDPSession(editor.page)
    await compose(ime, ['x', 'xiao', '校'])
    // Three quiet times and more: a reading would have come.
    await editor.pass(3 * PAUSE)
    if (editor === ours) demand((await checksIn(ours)).length === before, () => 'read during composition')
    await ime.send('Input.insertText', { text: '校服' })
    await editor.pass(PAUSE)
  }
  await settled(ours, twin)
  demand((await checksIn(ours)).length > before, () => 'not read after composition')
  const [here, there] = await Promise.all([ours.recorded(), twin.recorded()])
  demand(here.join() === there.join(), () => `events ${here.join(' ')}\n  twin’s ${there.join(' ')}`)
  demand(
    here.some((event) => event.startsWith('compositionend')),
    () => `no composition: ${here.join(' ')}`,
  )
  const [submitted, standing] = [await ours.submitted(), await ours.standing()]
  demand(submitted.includes('校服') && standing === (await twin.standing()), () => `composed ${submitted}`)
  demand((await touchedIn(ours)).length === 0, () => 'touched')
  return { composition: `${here.length} 事件` }
}
