import type { FoldBuffer, Pieces } from '../fold-buffer.ts'
import { type CompiledTerms, childSlot, ENDS, GOLDEN, LEAF, shiftFor, tableSize } from './layout.ts'
import { Sieve } from './sieve.ts'

/** Found so far, as triples `start, end, term` over the normalised units. */
export class Hits {
  triples = new Int32Array(3 * 256)
  length = 0

  add(start: number, end: number, term: number): void {
    if (this.length + 3 > this.triples.length) this.#grow()
    this.triples[this.length] = start
    this.triples[this.length + 1] = end
    this.triples[this.length + 2] = term
    this.length += 3
  }

  #grow(): void {
    const triples = new Int32Array(2 * this.triples.length)
    triples.set(this.triples)
    this.triples = triples
  }
}

const sieve = new Sieve()

/** Folds `text` into the buffer and adds every occurrence of the terms in it. */
export function scanText(terms: CompiledTerms, text: string, buffer: FoldBuffer, hits: Hits): Pieces {
  sieve.begin(terms)
  const pieces = buffer.fill(text, terms.level, sieve)
  if (sieve.left > 0) compare(terms, buffer.units, buffer.length, sieve.candidates, sieve.left, hits)
  return pieces
}

function compare(
  terms: CompiledTerms,
  units: Uint16Array,
  length: number,
  candidates: Int32Array,
  count: number,
  hits: Hits,
): void {
  const { fronts, records, neighbours } = terms
  const shift = shiftFor(neighbours.length)
  for (let place = 0; place < count; place += 1) {
    const second = candidates[place]!
    const a = units[second - 1]!
    const b = units[second]!
    const bucket = Math.imul((a << 16) | b, GOLDEN) >>> shift
    const to = fronts[bucket + 1]!
    for (let record = fronts[bucket]!; record < to; ) {
      const head = records[record]!
      const own = record + 3
      const size = head & 255
      const anchor = head >>> 8
      record = own + size
      if (records[own + anchor] !== a || records[own + anchor + 1] !== b) continue
      const start = second - 1 - anchor
      if (start < 0 || start + size > length) continue
      let same = 0
      while (same < size && units[start + same] === records[own + same]) same += 1
      if (same < size) continue
      const index = records[own - 2]! | (records[own - 1]! << 16)
      // The mark is the sign bit.
      if (index >= 0) hits.add(start, start + size, index)
      else walk(terms, units, length, start, index & 0x7fffffff, hits)
    }
  }
}

/** Adds the crowded terms that begin at `start`, where their first pair was seen. */
function walk(terms: CompiledTerms, units: Uint16Array, length: number, start: number, root: number, hits: Hits): void {
  const { nodes, sorted } = terms
  const size = tableSize(nodes)
  const mask = size - 1
  const shift = shiftFor(size)
  let node = root
  for (let at = start + 2; ; at += 1) {
    const flags = nodes[4 * node + 1]!
    if (flags & LEAF) {
      const from = nodes[4 * node + 2]!
      const to = nodes[4 * node + 3]!
      const end = endOfLeaf(terms, units, length, start, at, from)
      if (end > 0) for (let place = from; place < to; place += 1) hits.add(start, end, sorted[place]!)
      return
    }
    if (flags & ENDS)
      for (let place = nodes[4 * node + 2]!; place < nodes[4 * node + 3]!; place += 1)
        hits.add(start, at, sorted[place]!)
    if (at >= length) return
    const unit = units[at]!
    let child = childSlot(node, unit, shift)
    while (nodes[4 * child] !== node + 1 || (nodes[4 * child + 1]! & 0xffff) !== unit) {
      if (nodes[4 * child] === 0) return
      child = (child + 1) & mask
    }
    node = child
  }
}

/** End of the one text that the leaf stands for, if the rest of it is there; else 0. */
function endOfLeaf(
  { starts, units: own }: CompiledTerms,
  units: Uint16Array,
  length: number,
  start: number,
  known: number,
  place: number,
): number {
  const first = starts[place]!
  const size = starts[place + 1]! - first
  if (start + size > length) return 0
  for (let at = known - start; at < size; at += 1) if (units[start + at] !== own[first + at]) return 0
  return start + size
}
