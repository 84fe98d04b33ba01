import * as z from 'zod'
import type { TextView } from '../rules/text-view.ts'
import { normalise } from '../text/normalise.ts'

/**
 * What must (or must not) stand near a term: 近（n）, 同句, 同段, 全文, in any order or before or after it. `A & B` is a condition under
 * `with`, `A ~ B` one under `without`.
 */
export const Condition = z.strictObject({
  /** One of these is enough. */
  any: z.array(z.string().min(1).max(64)).min(1).max(100),
  /** Default: the same sentence. A number: at most so many characters between. */
  within: z.union([z.enum(['sentence', 'block', 'draft']), z.int().min(0).max(1000)]).optional(),
  order: z.enum(['before', 'after']).optional(),
})
export type Condition = z.infer<typeof Condition>

const SENTENCE_END = /[。!?！？;；]/g

function sentenceAround(text: string, start: number, end: number): [number, number] {
  let from = 0
  for (const { index } of text.matchAll(SENTENCE_END)) {
    if (index < start) from = index + 1
    else if (index >= end) return [from, index]
  }
  return [from, text.length]
}

function windowOf(text: string, start: number, end: number, within: Condition['within']): [number, number] {
  if (typeof within === 'number') return [Math.max(0, start - within), Math.min(text.length, end + within)]
  return within === 'block' || within === 'draft' ? [0, text.length] : sentenceAround(text, start, end)
}

/** Whether a condition holds for the term at `[start, end)` of a place's plain text. A number counts the characters in between. */
export function holds(
  { any, within, order }: Condition,
  text: string,
  start: number,
  end: number,
  texts: readonly TextView[],
): boolean {
  const words = any.map((word) => normalise(word, 'plain').text)
  const reach = typeof within === 'number' ? within + Math.max(...words.map((word) => word.length)) : within
  const [from, to] = windowOf(text, start, end, reach)
  const before = text.slice(from, start)
  const after = text.slice(end, to)
  const has = (part: string) => words.some((word) => part.includes(word))
  if ((order !== 'after' && has(before)) || (order !== 'before' && has(after))) return true
  if (within !== 'draft' || order !== undefined) return false
  return texts.some((view) => view.places.some((place) => place.text !== text && has(place.text)))
}
