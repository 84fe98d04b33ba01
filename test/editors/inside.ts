/** Runs in the test's page, as a module of it: our code beside a real editor, as the content scripts put it there. */
import { BodyMarks } from '../../extension/adapters/body-marks.ts'
import { FormFrame } from '../../extension/adapters/form-frame.ts'
import { openOverlay } from '../../extension/adapters/overlay.ts'
import { editableOf } from '../../extension/adapters/read-draft.ts'
import type { Marks } from '../../extension/messages/messages.ts'
import { stampOf } from '../../extension/messages/stamp.ts'
import type { Draft } from '../../shared/draft/draft.ts'
import type { Profile } from '../../shared/ruleset/profile.ts'

/** What the tests ask of the page, on its window. */
export interface Joined extends Window {
  /** Body sources in the order they were checked; null where the editor was not there. */
  checks: (string | null)[]
  touched: string[]
  paintBody?: (marks: Marks) => Promise<void>
  form?: FormFrame
  /** What the background would say of the next bodies, by their source: the places to mark. */
  spansOf: (source: string) => { start: number; end: number }[]
}

/** In the editable's own frame: paints what the form's frame was told. */
export function joinEditor(profile: Profile): void {
  const form = window.parent as unknown as Joined
  const never = new AbortController().signal
  const marks = new BodyMarks(document, form.document, profile, (detail) => form.touched.push(detail), never)
  const own = window as unknown as Joined
  own.paintBody = (shown) => marks.show(shown)
}

const everySchool: Joined['spansOf'] = (source) =>
  Array.from(source.matchAll(/校/g), ({ index }) => ({ start: index, end: index + 1 }))

/** In the form's frame: watches, reads and shows. The background is played by a check that marks every 校 of the body, or what `spansOf` says. */
export function joinForm(profile: Profile): void {
  const own = window as unknown as Joined
  own.checks = []
  own.touched = []
  own.spansOf = everySchool
  const check = async (draft: Draft): Promise<Marks> => {
    const { source } = draft.body
    const spans = own.spansOf(source).map((span) => ({ field: 'body', ...span }))
    const marks = { spans, count: spans.length, stamp: stampOf(source) }
    for (let at = 0; at < window.frames.length; at++) await paintIn(window.frames[at] as Window, marks)
    own.checks.push(draft.unread.some(({ what }) => what === '正文') ? null : source)
    return marks
  }
  const host = { check, progress: () => undefined, touched: (detail: string) => void own.touched.push(detail) }
  own.form = new FormFrame(document, profile, host, openOverlay(document), new AbortController().signal)
}

async function paintIn(frame: Window, marks: Marks): Promise<void> {
  await (frame as unknown as Joined).paintBody?.(marks)
}

/** The text of each highlight of this document. */
export function highlighted(): string[] {
  return Array.from(CSS.highlights.get('menxia') ?? [], (range) => String(range))
}

/** Every 校 of the editable, in order. Runs in the editable's own frame. */
function schoolsIn(profile: Profile): Range[] {
  const editable = editableOf(window.parent.document, profile)
  if (editable === null) return []
  const texts = document.createTreeWalker(editable, NodeFilter.SHOW_TEXT)
  const found: Range[] = []
  for (let text = texts.nextNode() as Text | null; text !== null; text = texts.nextNode() as Text | null)
    for (const { index } of text.data.matchAll(/校/g)) {
      const range = document.createRange()
      range.setStart(text, index)
      range.setEnd(text, index + 1)
      found.push(range)
    }
  return found
}

/** How many 校 there are, and which of them are highlighted now. */
export function schools(profile: Profile): { all: number; lit: number[] } {
  const drawn = Array.from(CSS.highlights.get('menxia') ?? []) as Range[]
  const same = (one: Range) => (other: Range) =>
    one.startContainer === other.startContainer && one.startOffset === other.startOffset
  const all = schoolsIn(profile)
  return { all: all.length, lit: all.flatMap((one, index) => (drawn.some(same(one)) ? [index] : [])) }
}

/** Scrolls to one of them, as a person would to see it. False where it stood in the window already. */
export async function scrollToSchool(profile: Profile, index: number): Promise<boolean> {
  const range = schoolsIn(profile)[index]!
  const top = (): number => range.getBoundingClientRect().top
  const before = top()
  if (before >= 0 && before < innerHeight) return false
  const scrolled = new Promise((resolve) => addEventListener('scroll', resolve, { capture: true, once: true }))
  range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
  if (top() === before) return false
  await scrolled
  return true
}
