import type { Copier } from '../fold-buffer.ts'
import { isSimple, simpleHashes, unitHash } from '../simple-units.ts'
import { bucketOf, type CompiledTerms, filterWord, shiftFor, signature } from './layout.ts'
import { narrow, STRETCH, sift } from './sift.ts'

/** Shorter strings are not worth a copy. */
const SHORT = 256

/**
 * The filter and the neighbours of `layout.ts`, applied while a text is folded: one pass leaves the few pairs still in question. While
 * every unit is one for one, only what stands around those is written into the buffer, which is little.
 */
export class Sieve implements Copier {
  /** Positions in the buffer of the second unit of each pair in question, ascending; the first `left` count. */
  candidates: Int32Array = new Int32Array(STRETCH)
  left = 0
  #filter: Int32Array = new Int32Array(1)
  #neighbours: Int32Array = new Int32Array(1)
  #reach = 0
  #level: 'exact' | 'plain' = 'plain'
  /** Whether all units are written, since one is not one for one. */
  #isWritten = false

  begin({ filter, neighbours, longest, level }: CompiledTerms): void {
    this.#filter = filter
    this.#neighbours = neighbours
    this.#reach = longest
    this.#level = level === 'exact' ? 'exact' : 'plain'
    this.left = 0
    this.#isWritten = false
  }

  copy(text: string, from: number, table: Uint16Array, units: Uint16Array, shift: number): number {
    const stretch = sequential(text, from, Math.min(text.length, from + STRETCH))
    const { length } = stretch
    const base = from + shift
    const known = this.left
    this.#reserve(length)
    let at = 0
    for (let stop = 0; at === stop && at < length; ) {
      at = this.#siftFours(stretch, at, table, units, base)
      // Less than four to the end, or one of the next four is not in the table.
      const end = Math.min(length, at + 4)
      for (stop = at; at < end && isSimple(stretch.charCodeAt(at), this.#level); at += 1);
      write(stretch, table, units, stop - 2, at, base)
      this.#siftUnits(units, base + stop, base + at)
      stop = end
    }
    if (this.#isWritten) write(stretch, table, units, 0, at, base)
    else if (at < length) {
      this.#isWritten = true
      write(text, table, units, 0, from + at, 0)
    } else {
      // A term may lie across the ends of stretches.
      if (from > 0) write(stretch, table, units, 0, this.#reach, base)
      if (from + at < text.length) write(stretch, table, units, at - this.#reach, at, base)
      writeAround(stretch, table, units, base, this.candidates, known, this.left, this.#reach)
    }
    return from + at
  }

  placed(units: Uint16Array, start: number, end: number): void {
    this.#isWritten = true
    while (this.left > 0 && this.candidates[this.left - 1]! >= start) this.left -= 1
    this.#reserve(end - start)
    this.#siftUnits(units, start, end)
  }

  /** Sifts whole groups of four; returns where it stopped. The stretch begins at `base` in the buffer. */
  #siftFours(stretch: string, from: number, table: Uint16Array, units: Uint16Array, base: number): number {
    const start = base + from
    const before = start > 1 ? unitHash(units[start - 2]!) : 0
    const last = start > 0 ? unitHash(units[start - 1]!) : 0
    const stop = sift(stretch, from, before, last, simpleHashes[this.#level], this.#filter)
    this.left = narrow(stretch, table, this.#neighbours, base, this.candidates, this.left)
    return stop
  }

  /** The same on units in the buffer, one by one. */
  #siftUnits(units: Uint16Array, start: number, end: number): void {
    const filter = this.#filter
    const mask = filter.length - 1
    const shift = shiftFor(this.#neighbours.length)
    for (let at = Math.max(1, start); at < end; at += 1) {
      const before = at > 1 ? units[at - 2]! : 0
      const first = units[at - 1]!
      const second = units[at]!
      if (((filter[filterWord(unitHash(first), unitHash(second), mask)]! >>> unitHash(before)) & 1) === 0) continue
      this.candidates[this.left] = at
      this.left += (this.#neighbours[bucketOf(first, second, shift)]! >>> signature(before)) & 1
    }
  }

  #reserve(more: number): void {
    if (this.left + more <= this.candidates.length) return
    const candidates = new Int32Array(2 * (this.left + more))
    candidates.set(this.candidates.subarray(0, this.left))
    this.candidates = candidates
  }
}

/** A part of the text in one piece in memory. V8 cuts and adds strings without copying, and reads such a string at half the speed; joining copies. */
function sequential(text: string, from: number, to: number): string {
  return to - from < SHORT ? text.slice(from, to) : [text.slice(from, from + 1), text.slice(from + 1, to)].join('')
}

function write(text: string, table: Uint16Array, units: Uint16Array, from: number, to: number, base: number): void {
  const end = Math.min(text.length, to)
  for (let at = Math.max(0, from); at < end; at += 1) units[base + at] = table[text.charCodeAt(at)]!
}

/** Writes the units up to `reach` away from the candidates `[from, to)`, each once. */
function writeAround(
  text: string,
  table: Uint16Array,
  units: Uint16Array,
  base: number,
  candidates: Int32Array,
  from: number,
  to: number,
  reach: number,
): void {
  let written = 0
  for (let place = from; place < to; place += 1) {
    const at = candidates[place]! - base
    write(text, table, units, Math.max(written, at - reach), at + reach, base)
    written = at + reach
  }
}
