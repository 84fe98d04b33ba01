import { type Level, levelForm } from './level-form.ts'
import type { Normalised } from './normalised.ts'
import { isSimple, simpleUnits } from './simple-units.ts'

/** Longest buffer, in units, that is kept from one text to the next. */
const KEPT = 1 << 22
/** How many arguments every runtime takes in one call. */
const ARGUMENTS = 4096

/** A piece of the text that was normalised as a whole; everything outside such pieces is one unit for one. */
interface Piece {
  /** `[start, end)` of the buffer came from `[from, to)` of the text. */
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
  readonly form: Normalised
}

/** The way back from offsets of a filled buffer; stays good after the buffer is filled again. */
export class Pieces {
  readonly #pieces: Piece[] = []

  get isEmpty(): boolean {
    return this.#pieces.length === 0
  }

  add(piece: Piece): void {
    this.#pieces.push(piece)
  }

  /** As `Normalised.toOriginal`. */
  toOriginal(offset: number): number {
    const piece = this.#last((one) => one.start <= offset)
    if (piece === undefined) return offset
    return offset < piece.end ? piece.from + piece.form.toOriginal(offset - piece.start) : piece.to + offset - piece.end
  }

  /** As `Normalised.toOriginalEnd`. */
  toOriginalEnd(offset: number): number {
    const piece = this.#last((one) => one.start < offset)
    if (piece === undefined) return offset
    return offset <= piece.end
      ? piece.from + piece.form.toOriginalEnd(offset - piece.start)
      : piece.to + offset - piece.end
  }

  /** As a `Normalised`, for the whole form of a text of `length` units. */
  mapOf(text: string, length: number): Normalised {
    return {
      text,
      toOriginal: (offset) => (offset >= text.length ? length : this.toOriginal(offset)),
      toOriginalEnd: (offset) => this.toOriginalEnd(Math.min(offset, text.length)),
    }
  }

  #last(holds: (piece: Piece) => boolean): Piece | undefined {
    let low = 0
    let high = this.#pieces.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (holds(this.#pieces[middle]!)) low = middle + 1
      else high = middle
    }
    return this.#pieces[low - 1]
  }
}

/** Moves text into the buffer, and may look at it on the way: one pass is much faster than two. */
export interface Copier {
  /**
   * Writes `table[text unit]` to `units` for the units of `text` from `from` on, each `shift` further, until the table says 0 or as
   * far as it likes. Returns where it stopped.
   */
  copy(text: string, from: number, table: Uint16Array, units: Uint16Array, shift: number): number
  /** `units[start, end)` have been written by other means; what was there, and behind, is void. */
  placed(units: Uint16Array, start: number, end: number): void
}

/**
 * `normalise`, made for scanning: the units go into a buffer that is used again, by one table look-up each. What a table cannot say
 * (expanding, vanishing, combining, outside the BMP) is cut out with the character before it and given to `levelForm`.
 */
export class FoldBuffer {
  units = new Uint16Array(1 << 12)
  length = 0

  /** Fills the buffer with the form of `text`: the same units as `normalise(text, level).text`. */
  fill(text: string, level: Level, copier: Copier = plainCopier): Pieces {
    this.length = 0
    // A buffer that one huge text left behind is not kept for small ones.
    if (this.units.length > KEPT && text.length < KEPT >> 2) this.#resize(text.length)
    this.#reserve(text.length)
    const pieces = new Pieces()
    if (level === 'loose') {
      this.#append(pieces, levelForm(text, level), 0, text.length, copier)
      return pieces
    }
    const table = simpleUnits[level]
    let from = 0
    while (from < text.length) {
      const stop = copier.copy(text, from, table, this.units, this.length - from)
      this.length += stop - from
      from = stop
      if (from < text.length && !isSimple(text.charCodeAt(from), level)) {
        let end = from + 1
        while (end < text.length && !isSimple(text.charCodeAt(end), level)) end += 1
        const start = from === 0 ? 0 : from - 1
        this.length -= from - start
        this.#append(pieces, levelForm(text.slice(start, end), level), start, end, copier)
        this.#reserve(this.length + text.length - end)
        from = end
      }
    }
    return pieces
  }

  /** What `original` became in the last fill. Made of slices of the original where it is one for one, and the original itself where nothing changed. */
  textOf(original: string, pieces: Pieces): string {
    if (!pieces.isEmpty) return fromUnits(this.units, 0, this.length)
    let text = ''
    let kept = 0
    for (let at = 0; at < original.length; at += 1) {
      const unit = this.units[at]!
      if (unit === original.charCodeAt(at)) continue
      text += original.slice(kept, at) + String.fromCharCode(unit)
      kept = at + 1
    }
    return kept === 0 ? original : text + original.slice(kept)
  }

  #append(pieces: Pieces, form: Normalised, from: number, to: number, copier: Copier): void {
    const start = this.length
    const end = start + form.text.length
    this.#reserve(end)
    for (let at = 0; at < form.text.length; at += 1) this.units[start + at] = form.text.charCodeAt(at)
    this.length = end
    pieces.add({ start, end, from, to, form })
    copier.placed(this.units, start, end)
  }

  #reserve(length: number): void {
    if (this.units.length < length) this.#resize(length)
  }

  #resize(length: number): void {
    const units = new Uint16Array(Math.max(1 << 12, length + (length >> 2)))
    units.set(this.units.subarray(0, this.length))
    this.units = units
  }
}

/** The text of `units[start, end)`. */
export function fromUnits(units: Uint16Array, start: number, end: number): string {
  const parts: string[] = []
  for (let from = start; from < end; from += ARGUMENTS) {
    // Spread, the units would be taken one by one: three times as slow.
    const part: ArrayLike<number> = units.subarray(from, Math.min(end, from + ARGUMENTS))
    parts.push(String.fromCharCode.apply(null, part as number[]))
  }
  return parts.join('')
}

const plainCopier: Copier = {
  copy(text, from, table, units, shift) {
    for (let at = from; at < text.length; at += 1) {
      const unit = table[text.charCodeAt(at)]!
      if (unit === 0) return at
      units[at + shift] = unit
    }
    return text.length
  },
  placed() {},
}
