/** Runs in the test's page, as a module of it: our code beside a real editor, as the content scripts put it there. */
import { BodyMarks } from '../../extension/adapters/body-marks.ts'
import { FormFrame } from '../../extension/adapters/form-frame.ts'
import { openOverlay } from '../../extension/adapters/overlay.ts'
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
