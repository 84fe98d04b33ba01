import { type Frequencies, frequencies, pairShare } from '../frequency.ts'
import type { Pool } from './pool.ts'

/** For each term, the offset of its anchor; 0 only for a term of two units, since the filter also looks at the unit before the anchor. */
export function chooseAnchors({ units, starts }: Pool): Uint8Array {
  const known = frequencies()
  const anchors = new Uint8Array(starts.length - 1)
  const shares = new Float32Array(256)
  for (let term = 0; term < anchors.length; term += 1) {
    const start = starts[term]!
    const length = starts[term + 1]! - start
    if (length > 2) anchors[term] = rarest(units, start, length, known, shares)
  }
  return anchors
}

/** What a pair costs: how often it stands behind the unit before it in the term, and one in 32 of the times when it stands elsewhere. */
function rarest(units: Uint16Array, start: number, length: number, known: Frequencies, shares: Float32Array): number {
  const { characters } = known
  for (let at = 0; at + 1 < length; at += 1) shares[at] = pairShare(known, units[start + at]!, units[start + at + 1]!)
  let best = 1
  let lowest = Number.POSITIVE_INFINITY
  for (let at = 1; at + 1 < length; at += 1) {
    const share = shares[at]!
    const precedes = Math.max(shares[at - 1]! / characters[units[start + at]!]!, characters[units[start + at - 1]!]!)
    const cost = share * precedes + share / 32
    if (cost < lowest) {
      lowest = cost
      best = at
    }
  }
  return best
}
