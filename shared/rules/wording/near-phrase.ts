import { frequencies, isCommonPair } from '../../text/frequency.ts'
import { type CompiledTerms, compileTerms, scanTerms } from '../../text/matcher.ts'
import type { Place } from '../text-view.ts'
import { likenessOf } from './confusable.ts'
import type { Miss } from './near-miss.ts'

const HALF = 2

/**
 * Finds phrases of four characters with one of them wrong. The other half then stands as it should, so only halves are looked up: two terms a
 * phrase, however many characters sound alike.
 */
export class NearPhrases {
  readonly #halves: CompiledTerms
  /** By half: the phrases that it begins, and those that it ends. */
  readonly #begins: readonly (readonly string[])[]
  readonly #ends: readonly (readonly string[])[]
  readonly #known: ReadonlySet<string>

  /** `rightToo`: forms one character away from a phrase that are no slip. */
  constructor(phrases: readonly string[], rightToo: readonly string[]) {
    const begins = groupBy(phrases, (phrase) => phrase.slice(0, HALF))
    const ends = groupBy(phrases, (phrase) => phrase.slice(HALF))
    const halves = [...new Set([...begins.keys(), ...ends.keys()])]
    this.#halves = compileTerms(halves, { level: 'exact' })
    this.#begins = halves.map((half) => begins.get(half) ?? [])
    this.#ends = halves.map((half) => ends.get(half) ?? [])
    this.#known = new Set([...phrases, ...rightToo])
  }

  in({ text }: Place): Miss[] {
    const misses: Miss[] = []
    const tryAt = (start: number, phrase: string): void => {
      const written = text.slice(start, start + phrase.length)
      if (written.length < phrase.length || this.#known.has(written)) return
      const why = slipIn(phrase, written)
      if (why !== null) misses.push({ start, end: start + phrase.length, name: phrase, why })
    }
    scanTerms(this.#halves, text, (start, _, index) => {
      for (const phrase of this.#begins[index]!) tryAt(start, phrase)
      if (start >= HALF) for (const phrase of this.#ends[index]!) tryAt(start - HALF, phrase)
    })
    return misses
  }
}

/** Why `written` is `phrase` with one slip, or null: more than one, none that sounds or looks alike, or a form that text makes by itself. */
function slipIn(phrase: string, written: string): string | null {
  let at = -1
  for (let index = 0; index < phrase.length; index += 1) {
    if (phrase[index] === written[index]) continue
    if (at >= 0) return null
    at = index
  }
  if (at < 0) return null
  const [right, wrong] = [phrase[at]!, written[at]!]
  const likeness = likenessOf(right, wrong)
  if (likeness === null || makesAWord(written, at)) return null
  return `${written} ≈ ${phrase}：${wrong}/${right} ${likeness}`
}

/** Whether the character at `at` goes with a neighbour: 实时 in 组织实时监测 is no slip for 组织实施. */
function makesAWord(written: string, at: number): boolean {
  const known = frequencies()
  const pair = (first: number) => isCommonPair(known, written.charCodeAt(first), written.charCodeAt(first + 1))
  return (at > 0 && pair(at - 1)) || (at + 1 < written.length && pair(at))
}

function groupBy(phrases: readonly string[], keyOf: (phrase: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const phrase of phrases) groups.set(keyOf(phrase), [...(groups.get(keyOf(phrase)) ?? []), phrase])
  return groups
}
