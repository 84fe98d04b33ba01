import { type CompiledTerms, childSlot, GOLDEN, LEAF, shiftFor, signature, tableSize } from './layout.ts'

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

const STRETCH = 2048
/** Positions (of a pair's second unit) that are still in question; every stage shortens the list in place. */
const candidates = new Int32Array(STRETCH)

/** Adds every occurrence in `units[0, length)`. */
export function scanUnits(terms: CompiledTerms, units: Uint16Array, length: number, hits: Hits): void {
  const { filter, buckets } = terms
  const filterShift = shiftFor(filter.length << 5)
  const bucketShift = shiftFor((buckets.length >> 1) - 1)
  for (let from = 1; from < length; from += STRETCH) {
    let left = passFilter(units, filter, filterShift, from, Math.min(length, from + STRETCH))
    if (left !== 0) left = passNeighbours(units, length, buckets, bucketShift, left)
    if (left !== 0) compare(terms, units, length, bucketShift, left, hits)
  }
}

// Each stage is a small function of its own: V8 optimises it once and keeps it so. No branch on the outcome of a look-up.
function passFilter(units: Uint16Array, filter: Int32Array, shift: number, from: number, to: number): number {
  let left = 0
  let before = units[from - 1]!
  for (let at = from; at < to; at += 1) {
    const unit = units[at]!
    const bit = Math.imul((before << 16) | unit, GOLDEN) >>> shift
    candidates[left] = at
    left += (filter[bit >>> 5]! >>> bit) & 1
    before = unit
  }
  return left
}

function passNeighbours(units: Uint16Array, length: number, buckets: Int32Array, shift: number, count: number): number {
  let left = 0
  for (let place = 0; place < count; place += 1) {
    const at = candidates[place]!
    const neighbours = buckets[(Math.imul((units[at - 1]! << 16) | units[at]!, GOLDEN) >>> shift) << 1]!
    const after = at + 1 < length ? units[at + 1]! : 0
    const before = at > 1 ? units[at - 2]! : 0
    candidates[left] = at
    left += ((neighbours >>> signature(after)) | ((neighbours >>> 16) >>> signature(before))) & 1
  }
  return left
}

function compare(
  terms: CompiledTerms,
  units: Uint16Array,
  length: number,
  shift: number,
  count: number,
  hits: Hits,
): void {
  const { buckets, records } = terms
  for (let place = 0; place < count; place += 1) {
    const second = candidates[place]!
    const a = units[second - 1]!
    const b = units[second]!
    const bucket = (Math.imul((a << 16) | b, GOLDEN) >>> shift) << 1
    const to = buckets[bucket + 3]!
    for (let record = buckets[bucket + 1]!; record < to; ) {
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
  const mask = tableSize(nodes) - 1
  let node = root
  for (let at = start + 2; ; at += 1) {
    const from = nodes[4 * node + 2]!
    const to = nodes[4 * node + 3]!
    if (nodes[4 * node + 1]! >= LEAF) {
      const end = endOfLeaf(terms, units, length, start, at, from)
      if (end > 0) for (let place = from; place < to; place += 1) hits.add(start, end, sorted[place]!)
      return
    }
    for (let place = from; place < to; place += 1) hits.add(start, at, sorted[place]!)
    if (at >= length) return
    const unit = units[at]!
    let child = childSlot(node, unit, mask)
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
