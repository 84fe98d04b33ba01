import type { Copier } from '../fold-buffer.ts'
import { GOLDEN, shiftFor } from './layout.ts'

const STRETCH = 1 << 14

/**
 * The filter of `layout.ts`, applied while a text is folded: one pass leaves the few pairs still in question. While every unit is
 * one for one and the list is not long, nothing is written: `window` writes what is asked for, which is little.
 */
export class Sieve implements Copier {
  /** Positions in the buffer of the second unit of each pair let through, ascending; the first `left` count. 0 may be among them. */
  candidates: Int32Array = new Int32Array(STRETCH)
  left = 0
  /** Whether the buffer has been written; if not, `window` is to be called before it is read. */
  isWritten = false
  #filter: Int32Array = new Int32Array(1)
  #shift = 0
  #isCrowded = false

  /** `count`: of terms. A long list lets so many pairs through that writing all is cheaper than writing what is asked for. */
  begin(filter: Int32Array, count: number): void {
    this.#isCrowded = count > 30_000
    this.#filter = filter
    this.#shift = shiftFor(filter.length << 5)
    this.left = 0
    this.isWritten = false
  }

  copy(text: string, from: number, table: Uint16Array, units: Uint16Array, shift: number): number {
    if (from === 0 && !this.#isCrowded) {
      const stop = this.#siftFirst(text, table)
      this.isWritten = stop < text.length
      if (this.isWritten) write(text, table, units, 0, stop)
      return stop
    }
    this.isWritten = true
    const to = Math.min(text.length, from + STRETCH)
    this.#reserve(to - from)
    left = this.left
    const stop = siftInto(text, from, to, shift, table, units, this.#filter, this.#shift, this.candidates)
    this.left = left
    return stop
  }

  placed(units: Uint16Array, start: number, end: number): void {
    this.isWritten = true
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

  /** Writes the units up to `reach` away from the first `count` candidates, each once. */
  window(text: string, table: Uint16Array, units: Uint16Array, count: number, reach: number): void {
    let written = 0
    for (let place = 0; place < count; place += 1) {
      const at = this.candidates[place]!
      const to = Math.min(text.length, at + reach)
      write(text, table, units, Math.max(written, at - reach), to)
      written = to
    }
  }

  #siftFirst(text: string, table: Uint16Array): number {
    left = 0
    let at = 0
    for (let to = 0; at === to && at < text.length; ) {
      to = Math.min(text.length, at + STRETCH)
      this.left = left
      this.#reserve(STRETCH)
      at = sift(text, at, to, table, this.#filter, this.#shift, this.candidates)
    }
    this.left = left
    return at
  }

  #reserve(more: number): void {
    if (this.left + more <= this.candidates.length) return
    const candidates = new Int32Array(2 * (this.left + more))
    candidates.set(this.candidates.subarray(0, this.left))
    this.candidates = candidates
  }
}

/** Second result of the two loops below. */
let left = 0

// Small functions of their own: V8 optimises them once and keeps them so.
function sift(
  text: string,
  from: number,
  to: number,
  table: Uint16Array,
  filter: Int32Array,
  filterShift: number,
  candidates: Int32Array,
): number {
  let count = left
  let before = from > 0 ? table[text.charCodeAt(from - 1)]! : 0
  let at = from
  for (; at < to; at += 1) {
    const unit = table[text.charCodeAt(at)]!
    if (unit === 0) break
    const bit = Math.imul((before << 16) | unit, GOLDEN) >>> filterShift
    if ((filter[bit >>> 5]! >>> bit) & 1) {
      candidates[count] = at
      count += 1
    }
    before = unit
  }
  left = count
  return at
}

/** The same behind a unit that is not one for one: what is read is written, too. */
function siftInto(
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

function write(text: string, table: Uint16Array, units: Uint16Array, from: number, to: number): void {
  for (let at = Math.max(0, from); at < to; at += 1) units[at] = table[text.charCodeAt(at)]!
}
