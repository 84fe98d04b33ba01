import type { Copier } from '../fold-buffer.ts'
import { GOLDEN, shiftFor } from './layout.ts'

const STRETCH = 1 << 14

/** The filter of `layout.ts`, applied while a text is copied: one pass folds and leaves the few pairs still in question. */
export class Sieve implements Copier {
  /** Positions in the buffer of the second unit of each pair let through, ascending; the first `left` count. 0 may be among them. */
  candidates: Int32Array = new Int32Array(STRETCH)
  left = 0
  #filter: Int32Array = new Int32Array(1)
  #shift = 0

  begin(filter: Int32Array): void {
    this.#filter = filter
    this.#shift = shiftFor(filter.length << 5)
    this.left = 0
  }

  copy(text: string, from: number, table: Uint16Array, units: Uint16Array, shift: number): number {
    const to = Math.min(text.length, from + STRETCH)
    this.#reserve(to - from)
    left = this.left
    const stop = sift(text, from, to, shift, table, units, this.#filter, this.#shift, this.candidates)
    this.left = left
    return stop
  }

  placed(units: Uint16Array, start: number, end: number): void {
    while (this.left > 0 && this.candidates[this.left - 1]! >= start) this.left -= 1
    this.#reserve(end - start)
    for (let at = Math.max(1, start); at < end; at += 1) {
      const bit = Math.imul((units[at - 1]! << 16) | units[at]!, GOLDEN) >>> this.#shift
      if ((this.#filter[bit >>> 5]! >>> bit) & 1) {
        this.candidates[this.left] = at
        this.left += 1
      }
    }
  }

  #reserve(more: number): void {
    if (this.left + more <= this.candidates.length) return
    const candidates = new Int32Array(2 * (this.left + more))
    candidates.set(this.candidates.subarray(0, this.left))
    this.candidates = candidates
  }
}

/** Second result of `sift`. */
let left = 0

// A small function of its own: V8 optimises it once and keeps it so.
function sift(
  text: string,
  from: number,
  to: number,
  shift: number,
  table: Uint16Array,
  units: Uint16Array,
  filter: Int32Array,
  filterShift: number,
  candidates: Int32Array,
): number {
  let count = left
  let before = from + shift > 0 ? units[from + shift - 1]! : 0
  let at = from
  for (; at < to; at += 1) {
    const unit = table[text.charCodeAt(at)]!
    if (unit === 0) break
    units[at + shift] = unit
    const bit = Math.imul((before << 16) | unit, GOLDEN) >>> filterShift
    if ((filter[bit >>> 5]! >>> bit) & 1) {
      candidates[count] = at + shift
      count += 1
    }
    before = unit
  }
  left = count
  return at
}
