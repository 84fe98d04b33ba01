import type { Copier } from '../fold-buffer.ts'
import { isSimple, simpleHashes, unitHash } from '../simple-units.ts'
import { bucketOfKey, bucketShift, type CompiledTerms, filterWord, signature } from './layout.ts'
import { narrow, STRETCH, sift } from './sift.ts'

/**
 * The filter and the signatures of `layout.ts`, applied while a text is folded: one pass leaves the few pairs still in question. While
 * every unit is one for one, nothing is written into the buffer: what is compared can be read from the text.
 */
export class Sieve implements Copier {
  /** For each pair in question: position of its second unit in the buffer, ascending, and where its records begin. The first `left` pairs count. */
  candidates: Int32Array = new Int32Array(2 * STRETCH)
  left = 0
  /** Whether the units are in the buffer, since one of them is not one for one. */
  isWritten = false
  #filter: Int32Array = new Int32Array(1)
  #buckets: Int32Array = new Int32Array(4)
  #shift = 0
  #level: 'exact' | 'plain' = 'plain'

  begin(terms: CompiledTerms): void {
    this.#filter = terms.filter
    this.#buckets = terms.buckets
    this.#shift = bucketShift(terms)
    this.#level = terms.level === 'exact' ? 'exact' : 'plain'
    this.left = 0
    this.isWritten = false
  }

  copy(text: string, from: number, table: Uint16Array, units: Uint16Array, shift: number): number {
    const to = Math.min(text.length, from + STRETCH)
    this.#reserve(to - from)
    let at = from
    for (let stop = from; at === stop && at < to; ) {
      at = this.#siftFours(text, at, to, units, shift)
      // Less than four to the end, or one of the next four is not in the table.
      const end = Math.min(to, at + 4)
      for (stop = at; at < end && isSimple(text.charCodeAt(at), this.#level); at += 1);
      write(text, table, units, Math.max(from, stop - 2), at, shift)
      this.#siftUnits(units, stop + shift, at + shift)
      stop = end
    }
    // An odd unit may also be the first of the next stretch: it is this call that is followed by `placed`.
    const isOdd = at < text.length && !isSimple(text.charCodeAt(at), this.#level)
    if (this.isWritten) write(text, table, units, from, at, shift)
    else if (isOdd) {
      this.isWritten = true
      write(text, table, units, 0, at, 0)
    } else write(text, table, units, Math.max(from, at - 2), at, shift)
    return at
  }

  placed(units: Uint16Array, start: number, end: number): void {
    this.isWritten = true
    while (this.left > 0 && this.candidates[2 * this.left - 2]! >= start) this.left -= 1
    this.#reserve(end - start)
    this.#siftUnits(units, start, end)
  }

  /** Sifts whole groups of four of `text[from, to)`, which go `shift` further into the buffer; returns where it stopped. */
  #siftFours(text: string, from: number, to: number, units: Uint16Array, shift: number): number {
    const start = from + shift
    const before = start > 1 ? unitHash(units[start - 2]!) : 0
    const last = start > 0 ? unitHash(units[start - 1]!) : 0
    const stop = sift(text, from, to, before, last, simpleHashes[this.#level], this.#filter)
    this.left = narrow(this.#buckets, this.#shift, start, this.candidates, this.left)
    return stop
  }

  /** The same on units in the buffer, one by one. */
  #siftUnits(units: Uint16Array, start: number, end: number): void {
    const filter = this.#filter
    const mask = filter.length - 1
    for (let at = Math.max(1, start); at < end; at += 1) {
      const before = at > 1 ? unitHash(units[at - 2]!) : 0
      const first = unitHash(units[at - 1]!)
      const second = unitHash(units[at]!)
      if (((filter[filterWord(first, second, mask)]! >>> before) & 1) === 0) continue
      const bucket = bucketOfKey((first << 16) | second, this.#shift)
      this.candidates[2 * this.left] = at
      this.candidates[2 * this.left + 1] = this.#buckets[2 * bucket + 1]!
      this.left += (this.#buckets[2 * bucket]! >>> signature(before)) & 1
    }
  }

  #reserve(more: number): void {
    // One more than there are is written to before it is known whether it stays.
    if (2 * (this.left + more + 1) <= this.candidates.length) return
    const candidates = new Int32Array(4 * (this.left + more + 1))
    candidates.set(this.candidates.subarray(0, 2 * this.left))
    this.candidates = candidates
  }
}

/** Writes the normalised units of `text[from, to)`, each `shift` further. */
export function write(
  text: string,
  table: Uint16Array,
  units: Uint16Array,
  from: number,
  to: number,
  shift: number,
): void {
  for (let at = from; at < to; at += 1) units[at + shift] = table[text.charCodeAt(at)]!
}
