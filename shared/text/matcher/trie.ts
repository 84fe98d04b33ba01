import { childSlot, ENDS, LEAF, NEXT, shiftFor } from './layout.ts'
import type { Pool } from './pool.ts'

/** Where the trie is entered: a first pair that crowded terms begin with. */
export interface Root {
  readonly pair: number
  readonly slot: number
}

/** The five tables of the trie and its entrances. */
export interface Trie {
  readonly nodes: Int32Array
  readonly ranges: Int32Array
  readonly sorted: Int32Array
  readonly starts: Int32Array
  readonly units: Uint16Array
  readonly roots: readonly Root[]
}

/** A node still to be filled: terms `sorted[from, to)` agree in their first `depth` units. */
interface Open {
  readonly slot: number
  readonly from: number
  readonly to: number
  readonly depth: number
}

/** Builds the trie of the given terms; all empty for none. A text position costs at most as many steps as the longest term has units. */
export function buildTrie(pool: Pool, terms: readonly number[]): Trie {
  const { sorted, texts } = inOrder(pool, terms)
  const starts = new Int32Array(sorted.length + 1)
  for (const [place, text] of texts.entries()) starts[place + 1] = starts[place]! + text.length
  const units = new Uint16Array(starts[sorted.length]!)
  for (const [place, text] of texts.entries())
    for (let at = 0; at < text.length; at += 1) units[starts[place]! + at] = text.charCodeAt(at)
  if (sorted.length === 0)
    return { nodes: new Int32Array(0), ranges: new Int32Array(0), sorted, starts, units, roots: [] }
  const pairs = runs(texts, 0, texts.length, (text) => text.slice(0, 2))
  const mask = tableMask(texts)
  const nodes = new Int32Array(2 * (mask + 1 + pairs.length))
  const ranges = new Int32Array(nodes.length)
  const open: Open[] = pairs.map(([from, to], root) => ({ slot: mask + 1 + root, from, to, depth: 2 }))
  const roots = open.map(({ slot, from }) => rootOf(texts, slot, from))
  for (let next = open.pop(); next !== undefined; next = open.pop()) fillNode(nodes, ranges, mask, texts, next, open)
  return { nodes, ranges, sorted, starts, units, roots }
}

function inOrder({ units, starts }: Pool, terms: readonly number[]) {
  const entries = terms.map((term): [string, number] => [
    String.fromCharCode(...units.subarray(starts[term]!, starts[term + 1]!)),
    term,
  ])
  entries.sort(([a, first], [b, second]) => (a < b ? -1 : a > b ? 1 : first - second))
  return { texts: entries.map(([text]) => text), sorted: Int32Array.from(entries, ([, term]) => term) }
}

/** Splits sorted texts `[from, to)` into runs with the same part. */
function runs(texts: readonly string[], from: number, to: number, part: (text: string) => string) {
  const found: [number, number][] = []
  for (let at = from; at < to; ) {
    const same = part(texts[at]!)
    const start = at
    while (at < to && part(texts[at]!) === same) at += 1
    found.push([start, at])
  }
  return found
}

/** Room for at least twice the nodes, so that searches end soon: one for each unit that a text does not share with the one before it, up to its leaf. */
function tableMask(texts: readonly string[]): number {
  let nodes = 0
  for (const [place, text] of texts.entries()) {
    const before = shared(text, texts[place - 1] ?? '')
    const after = shared(text, texts[place + 1] ?? '')
    nodes += Math.max(0, Math.min(text.length, Math.max(before, after) + 1) - before)
  }
  let size = 4
  while (size < 2 * nodes) size *= 2
  return size - 1
}

function shared(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at += 1
  return at
}

function rootOf(texts: readonly string[], slot: number, from: number): Root {
  const first = texts[from]!
  return { pair: (first.charCodeAt(0) << 16) | first.charCodeAt(1), slot }
}

function fillNode(
  nodes: Int32Array,
  ranges: Int32Array,
  mask: number,
  texts: readonly string[],
  node: Open,
  open: Open[],
): void {
  const { slot, from, to, depth } = node
  if (texts[from] === texts[to - 1]) {
    const text = texts[from]!
    nodes[2 * slot + 1]! |= LEAF | (text.length === depth ? ENDS : text.charCodeAt(depth) << NEXT)
    ranges[2 * slot] = from
    ranges[2 * slot + 1] = to
    return
  }
  const shift = shiftFor(mask + 1)
  let inner = from
  while (texts[inner]!.length === depth) inner += 1
  ranges[2 * slot] = from
  ranges[2 * slot + 1] = inner
  if (inner > from) nodes[2 * slot + 1]! |= ENDS
  for (const [start, end] of runs(texts, inner, to, (text) => text[depth]!)) {
    const unit = texts[start]!.charCodeAt(depth)
    let child = childSlot(slot, unit, shift)
    while (nodes[2 * child] !== 0) child = (child + 1) & mask
    nodes[2 * child] = slot + 1
    nodes[2 * child + 1] = unit
    open.push({ slot: child, from: start, to: end, depth: depth + 1 })
  }
}
