import { bucketOf, shiftFor, signature } from './layout.ts'

/** Units that are sifted in one go. */
export const STRETCH: number = 1 << 14

/** Places in the stretch at hand that the filter let through; the first `count` count. */
const passed = new Int32Array(STRETCH + 4)
let count = 0

// Small functions of their own: V8 optimises them once and keeps them so. Four units are read before anything is done with them, and
// there is one branch for the four: a third faster than one after another.
/** Fills `passed`; `before` and `last` are the hashes of the two units before `from`. Stops before a group with a unit that is not in the table. */
export function sift(
  text: string,
  from: number,
  before: number,
  last: number,
  hashes: Uint16Array,
  filter: Int32Array,
): number {
  const mask = filter.length - 1
  const end = text.length - 3
  let found = 0
  let x = before
  let y = last
  let at = from
  for (; at < end; at += 4) {
    const unitA = text.charCodeAt(at)
    const unitB = text.charCodeAt(at + 1)
    const unitC = text.charCodeAt(at + 2)
    const unitD = text.charCodeAt(at + 3)
    const a = hashes[unitA]!
    const b = hashes[unitB]!
    const c = hashes[unitC]!
    const d = hashes[unitD]!
    if (a === 0 || b === 0 || c === 0 || d === 0) break
    const passA = filter[((y << 2) ^ a) & mask]! >>> x
    const passB = filter[((a << 2) ^ b) & mask]! >>> y
    const passC = filter[((b << 2) ^ c) & mask]! >>> a
    const passD = filter[((c << 2) ^ d) & mask]! >>> b
    if ((passA | passB | passC | passD) & 1) {
      passed[found] = at
      found += passA & 1
      passed[found] = at + 1
      found += passB & 1
      passed[found] = at + 2
      found += passC & 1
      passed[found] = at + 3
      found += passD & 1
    }
    x = c
    y = d
  }
  count = found
  return at
}

/** Adds those that `sift` let through and whose neighbour fits to the candidates; how many there are then. */
export function narrow(
  text: string,
  table: Uint16Array,
  neighbours: Int32Array,
  base: number,
  candidates: Int32Array,
  left: number,
): number {
  const shift = shiftFor(neighbours.length)
  let kept = left
  for (let place = 0; place < count; place += 1) {
    const at = passed[place]!
    candidates[kept] = base + at
    if (at < 2) {
      // Its neighbour is elsewhere; it may be the very first unit, which no pair ends with.
      kept += base + at > 0 ? 1 : 0
      continue
    }
    const before = table[text.charCodeAt(at - 2)]!
    const first = table[text.charCodeAt(at - 1)]!
    const second = table[text.charCodeAt(at)]!
    kept += (neighbours[bucketOf(first, second, shift)]! >>> signature(before)) & 1
  }
  return kept
}
