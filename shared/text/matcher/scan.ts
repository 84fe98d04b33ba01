import type { FoldBuffer, Pieces } from '../fold-buffer.ts'
import { simpleUnits } from '../simple-units.ts'
import { type CompiledTerms, childSlot, ENDS, LAST, LEAF, NEXT, shiftFor, TO_TRIE, tableSize } from './layout.ts'
import { Sieve, write } from './sieve.ts'

/** Where one in so many pairs is in question, it pays to write all units before they are compared. */
const MANY = 8

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

/** The normalised units of the text at hand: in the buffer, or read from the text itself where each is one for one. */
class Units {
  length = 0
  #text: string | null = null
  #table: Uint16Array = simpleUnits.plain
  #units: Uint16Array = new Uint16Array(0)

  inText(text: string, table: Uint16Array): void {
    this.length = text.length
    this.#text = text
    this.#table = table
  }

  inBuffer({ units, length }: FoldBuffer): void {
    this.length = length
    this.#text = null
    this.#units = units
  }

  at(index: number): number {
    return this.#text === null ? this.#units[index]! : this.#table[this.#text.charCodeAt(index)]!
  }

  /** Forgets the text, which may be large. */
  clear(): void {
    this.#text = null
  }
}

const units = new Units()

/** Folds `text` into the buffer and adds every occurrence of the terms in it. */
export function scanText(terms: CompiledTerms, text: string, buffer: FoldBuffer, hits: Hits): Pieces {
  sieve.begin(terms)
  const pieces = buffer.fill(text, terms.level, sieve)
  if (sieve.left === 0) return pieces
  const table = simpleUnits[terms.level === 'exact' ? 'exact' : 'plain']
  if (!sieve.isWritten && MANY * sieve.left > text.length) {
    write(text, table, buffer.units, 0, text.length, 0)
    sieve.isWritten = true
  }
  if (sieve.isWritten) units.inBuffer(buffer)
  else units.inText(text, table)
  compare(terms, sieve.candidates, sieve.left, hits)
  units.clear()
  return pieces
}

function compare(terms: CompiledTerms, candidates: Int32Array, count: number, hits: Hits): void {
  const { records } = terms
  const { length } = units
  for (let place = 0; place < count; place += 1) {
    const second = candidates[2 * place]!
    const a = units.at(second - 1)
    const b = units.at(second)
    let record = candidates[2 * place + 1]!
    for (let isLast = false; !isLast; ) {
      const head = records[record]!
      const own = record + 3
      const size = head & 255
      const anchor = head >>> 8
      isLast = (records[own - 1]! & LAST) !== 0
      record = own + size
      if (records[own + anchor] !== a || records[own + anchor + 1] !== b) continue
      const start = second - 1 - anchor
      if (start < 0 || start + size > length) continue
      let same = 0
      while (same < size && units.at(start + same) === records[own + same]) same += 1
      if (same < size) continue
      const upper = records[own - 1]!
      const index = records[own - 2]! | ((upper & (LAST - 1)) << 16)
      if (upper & TO_TRIE) walk(terms, start, index, hits)
      else hits.add(start, start + size, index)
    }
  }
}

/** Adds the crowded terms that begin at `start`, where their first pair was seen. */
function walk(terms: CompiledTerms, start: number, root: number, hits: Hits): void {
  const { nodes } = terms
  const { length } = units
  const size = tableSize(nodes)
  const mask = size - 1
  const shift = shiftFor(size)
  let node = root
  for (let at = start + 2; ; at += 1) {
    const flags = nodes[2 * node + 1]!
    if (flags & ENDS) addRange(terms, node, start, at, hits)
    if (at >= length) return
    const unit = units.at(at)
    if (flags & LEAF) {
      if ((flags & ENDS) === 0 && ((flags >>> NEXT) ^ unit) << NEXT === 0) addLeaf(terms, node, start, at, hits)
      return
    }
    let child = childSlot(node, unit, shift)
    while (nodes[2 * child] !== node + 1 || (nodes[2 * child + 1]! & 0xffff) !== unit) {
      if (nodes[2 * child] === 0) return
      child = (child + 1) & mask
    }
    node = child
  }
}

function addRange({ ranges, sorted }: CompiledTerms, node: number, start: number, end: number, hits: Hits): void {
  for (let place = ranges[2 * node]!; place < ranges[2 * node + 1]!; place += 1) hits.add(start, end, sorted[place]!)
}

/** Adds the one text that the leaf stands for, if the rest of it is there from `at` on. */
function addLeaf(terms: CompiledTerms, node: number, start: number, at: number, hits: Hits): void {
  const { ranges, starts, units: own } = terms
  const place = ranges[2 * node]!
  const first = starts[place]!
  const end = start + starts[place + 1]! - first
  if (end > units.length) return
  for (let next = at; next < end; next += 1) if (units.at(next) !== own[first + next - start]) return
  addRange(terms, node, start, end, hits)
}
