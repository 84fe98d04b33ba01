import type { Lesson, PagePart, Recorded, Taught } from '../messages/learning.ts'

/** As much of a field's value as is kept, characters: enough to tell two presses apart. */
const KEPT = 200

/** The lesson with one part learnt anew, or without it. */
export function withPart(lesson: Lesson, part: PagePart, taught: Taught | undefined): Lesson {
  const { [part]: _, ...others } = lesson.parts
  return { ...lesson, parts: taught === undefined ? others : { ...others, [part]: taught } }
}

export function shortened(fields: Recorded['fields']): Recorded['fields'] {
  if (fields === null) return null
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.slice(0, KEPT)]))
}
