import type { Aside, Block } from '../draft/block.ts'
import { coreOf } from '../draft/moved-block.ts'
import { chain, identityText, type MappedText, wholeText } from '../draft/source-map.ts'
import type { Span } from '../draft/span.ts'
import { type Normalised, normalise } from '../text/normalise.ts'
import { inOnePiece } from '../text/one-piece.ts'

/** A piece of a field that a match never crosses, in the normalised form that rules read. */
export interface Place {
  readonly field: string
  /** Number of the piece in its field. */
  readonly index: number
  /** Normalised text. */
  readonly text: string
  readonly map: MappedText
  /** The block behind it; null for a field of one line. */
  readonly block: Block | null
}

/** A match inside one place. `match[0]`, `match[1]`, `match.groups` and `match.index` are as in `RegExpExecArray`. */
export type Match = RegExpExecArray & { readonly place: Place }

/** A field as rules read it: normalised piece by piece, with offsets that lead back to the original. */
export class TextView {
  readonly field: string
  readonly #pieces: readonly { map: MappedText; block: Block | null }[]
  readonly #level: 'plain' | 'exact'
  #places: readonly Place[] | null = null
  #exact: TextView | null = null
  #whole: string | null = null
  /** Where each place begins in the whole. */
  #starts: readonly number[] = []

  constructor(
    field: string,
    pieces: readonly { map: MappedText; block: Block | null }[],
    level: 'plain' | 'exact' = 'plain',
  ) {
    this.field = field
    this.#pieces = pieces
    this.#level = level
  }

  /** The pieces, normalised on first use. */
  get places(): readonly Place[] {
    this.#places ??= this.#pieces.map(({ map, block }, index) => {
      const form = block === null ? normalise(map.text, this.#level) : normalised(block, this.#level)
      const whole = form.text === map.text ? map : chain(form, map)
      return { field: this.field, index, text: form.text, map: whole, block }
    })
    return this.#places
  }

  /** The same field with width, case and variants as written, NFC only. */
  get exact(): TextView {
    this.#exact ??= new TextView(this.field, this.#pieces, 'exact')
    return this.#exact
  }

  /** Every match of a global pattern, place by place; never across two places. `signs`: every match holds one of these, so a place without any is passed over. */
  *matchAll(pattern: RegExp, ...signs: readonly string[]): Generator<Match, void, undefined> {
    for (const place of signs.length === 0 ? this.places : this.#placesWith(signs)) yield* matchesIn(place, pattern)
  }

  /** The places that have one of the signs in them: each sign is looked for in the whole once, not in every place. */
  #placesWith(signs: readonly string[]): readonly Place[] {
    const { whole, places } = this
    const found = new Set<number>()
    for (const sign of signs)
      for (let at = whole.indexOf(sign); at >= 0; ) {
        const place = this.#placeAt(at)
        found.add(place)
        at = place + 1 < places.length ? whole.indexOf(sign, this.#starts[place + 1]) : -1
      }
    return found.size === 0 ? [] : places.filter((_, index) => found.has(index))
  }

  /** Number of the place that an offset of the whole is in. */
  #placeAt(offset: number): number {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The normalised text of all pieces, a line each: to ask once whether something can be there at all. */
  get whole(): string {
    if (this.#whole !== null) return this.#whole
    let end = 0
    this.#starts = this.places.map(({ text }) => {
      const start = end
      end += text.length + 1
      return start
    })
    this.#whole = this.places.map((place) => place.text).join('\n')
    return this.#whole
  }
}

// A block that an edit left alone is normalised once (`coreOf`), and put into one piece: a dozen lists and patterns read it.
const forms = { plain: new WeakMap<Block, Normalised>(), exact: new WeakMap<Block, Normalised>() }

function normalised(block: Block, level: 'plain' | 'exact'): Normalised {
  const core = coreOf(block)
  const known = forms[level].get(core)
  if (known !== undefined) return known
  const form = normalise(core.text, level)
  const whole = { ...form, text: inOnePiece(form.text) }
  forms[level].set(core, whole)
  return whole
}

/** Every match of a global pattern in one place. */
export function* matchesIn(place: Place, pattern: RegExp): Generator<Match, void, undefined> {
  // A consumer may run the same pattern in between, so the position is our own.
  let position = 0
  while (position <= place.text.length) {
    pattern.lastIndex = position
    const match = pattern.exec(place.text)
    if (match === null) return
    position = match.index + Math.max(1, match[0].length)
    yield Object.assign(match, { place })
  }
}

/** A field of one line, such as the title. */
export function lineView(field: string, text: string): TextView {
  return new TextView(field, [{ map: identityText(text), block: null }])
}

/** The body, block by block. */
export function blocksView(field: string, blocks: readonly Block[]): TextView {
  return new TextView(
    field,
    blocks.map((block) => ({ map: block, block })),
  )
}

/** Texts that stand in the body's source and are not shown: each finding in one is at the whole tag or comment. */
export function asidesView(field: string, asides: readonly Aside[]): TextView {
  return new TextView(
    field,
    asides.map(({ text, start, end }) => ({ map: wholeText(text, start, end), block: null })),
  )
}

/** The original place of `[start, end)` of a piece's normalised text. */
export function spanOf(place: Place, start: number, end: number): Span {
  return { field: place.field, start: place.map.toSource(start), end: place.map.toSourceEnd(end) }
}
