import { bucketOfKey, signature } from './layout.ts'

/** Units that are sifted in one go. */
export const STRETCH: number = 1 << 14

/** What the filter let through of the stretch at hand: for each, the hash of the unit before the pair over the place of its second unit in the stretch, … */
const places = new Int32Array(STRETCH + 4)
/** … and the hashes of the pair, one over the other. The first `count` count. */
const keys = new Int32Array(STRETCH + 4)
let count = 0

// Small functions of their own: V8 optimises them once and keeps them so. Four units are read before anything is done with them, and
// there is one branch for the four: a third faster than one after another.
/** Sifts `text[from, to)`, a stretch at most; `before` and `last` are the hashes of the two units before it. Stops before a group with a unit that is not in the table. */
export function sift(
  text: string,
  from: number,
  to: number,
  before: number,
  last: number,
  hashes: Uint16Array,
  filter: Int32Array,
): number {
  const mask = filter.length - 1
  const end = to - 3
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
      places[found] = (x << 16) | (at - from)
      keys[found] = (y << 16) | a
      found += passA & 1
      places[found] = (y << 16) | (at + 1 - from)
      keys[found] = (a << 16) | b
      found += passB & 1
      places[found] = (a << 16) | (at + 2 - from)
      keys[found] = (b << 16) | c
      found += passC & 1
      places[found] = (b << 16) | (at + 3 - from)
      keys[found] = (c << 16) | d
      found += passD & 1
    }
    x = c
    y = d
  }
  count = found
  return at
}

/** Adds those that `sift` let through and whose neighbour fits to the candidates, each with its records; how many there are then. */
export function narrow(buckets: Int32Array, shift: number, base: number, candidates: Int32Array, left: number): number {
  let kept = left
  // No pair ends with the very first unit.
  for (let place = base === 0 && count > 0 && (places[0]! & 0xffff) === 0 ? 1 : 0; place < count; place += 1) {
    const at = places[place]!
    const bucket = bucketOfKey(keys[place]!, shift)
    candidates[2 * kept] = base + (at & 0xffff)
    candidates[2 * kept + 1] = buckets[2 * bucket + 1]!
    kept += (buckets[2 * bucket]! >>> signature(at >>> 16)) & 1
  }
  return kept
}
