import { frequencies } from '../../text/frequency.ts'
import { type CompiledTerms, compileTerms, scanTerms } from '../../text/matcher.ts'
import type { Place } from '../text-view.ts'
import { confusablesOf } from './confusable.ts'

/** Short names meet ordinary text by chance (教育部 ≈ 教育不); from four characters on they do not. */
export const SHORTEST = 4
/** Nothing longer is a name. */
const LONGEST = 40

/** Where a name was missed by one character. Offsets count in the place's normalised text. */
export interface Miss {
  start: number
  end: number
  name: string
  /** 习进平 ≈ 习近平：进/近 同音 */
  why: string
}

interface Variant {
  text: string
  name: string
  why: string
}

/** Share of a character in official prose above which it begins or ends words of its own: 泉州是, 泉州市教育具(有), 全州市(场). */
const COMMON = 2 ** -12
/** From here on a name is so long that only its end can run into the next word. */
const LONG = 5

function isCommon(character: string): boolean {
  return frequencies().characters[character.charCodeAt(0)]! >= COMMON
}

/** Whether a common character may not stand at this place of a variant: text would make it by chance. */
function isExposed(length: number, at: number): boolean {
  return at === length - 1 || (length < LONG && at === 0) || length < SHORTEST
}

export interface NearMissOptions {
  /** Phrases in which a variant is right. */
  except?: readonly string[]
  /** The caller looks at what stands around, so common characters are tried everywhere. */
  guarded?: boolean
  /** No name of the list without its last character is a word of its own (习近平总书, 人民政), so the last one is tried with common characters too. */
  closed?: boolean
}

/** Every form of a name with one character replaced by one that sounds or looks like it, and, in long names, with two neighbours swapped. */
function* variantsOf(name: string, { guarded = false, closed = false }: NearMissOptions): Generator<Variant> {
  for (let at = 0; at < name.length; at += 1) {
    const right = name[at]!
    const isFree = guarded || (closed && at > 0) || !isExposed(name.length, at)
    for (const [wrong, likeness] of confusablesOf(right)) {
      const mayStand = likeness === '形近' ? name.length >= SHORTEST : isFree
      if (!mayStand && isCommon(wrong)) continue
      const text = name.slice(0, at) + wrong + name.slice(at + 1)
      yield { text, name, why: `${text} ≈ ${name}：${wrong}/${right} ${likeness}` }
    }
    const next = name[at + 1]
    if (next === undefined || next === right || name.length < LONG) continue
    const text = name.slice(0, at) + next + right + name.slice(at + 2)
    yield { text, name, why: `${text} ≈ ${name}：${next}${right} 次序颠倒` }
  }
}

/** A list of names made ready: finds what is nearly one of them. */
export class NearMisses {
  readonly #variants: readonly Variant[]
  readonly #terms: CompiledTerms
  readonly #allowed: CompiledTerms

  /** A variant that is itself one of the names is no miss. */
  constructor(names: readonly string[], options: NearMissOptions = {}) {
    const known = new Set(names)
    const variants = new Map<string, Variant>()
    for (const name of known)
      if (name.length <= LONGEST)
        for (const variant of variantsOf(name, options))
          if (!known.has(variant.text)) variants.set(variant.text, variant)
    this.#variants = [...variants.values()]
    this.#terms = compileTerms(
      this.#variants.map((one) => one.text),
      { level: 'exact' },
    )
    this.#allowed = compileTerms([...known, ...(options.except ?? [])], { level: 'exact' })
  }

  /** Misses of one place, the longest of those that overlap. */
  in({ text }: Place): Miss[] {
    const misses: Miss[] = []
    scanTerms(this.#terms, text, (start, end, index) => {
      const { name, why } = this.#variants[index]!
      misses.push({ start, end, name, why })
    })
    if (misses.length === 0) return misses
    const covers: [number, number][] = misses.map(({ start, end }) => [start, end])
    const allowed: [number, number][] = []
    scanTerms(this.#allowed, text, (start, end) => allowed.push([start, end]))
    return misses.filter(({ start, end }) => {
      const inside = ([from, to]: [number, number]) => from <= start && end <= to
      const isLonger = ([from, to]: [number, number]) => to - from > end - start
      return !allowed.some(inside) && !covers.some((one) => inside(one) && isLonger(one))
    })
  }
}
