import { type Frequencies, frequencies, pairShare } from '../frequency.ts'
import type { Pool } from './pool.ts'

/** Which neighbour of the anchor goes into the bucket's signature. */
export const NEITHER = 0
export const AFTER = 1
export const BEFORE = 2

/** For each term: `offset of the anchor << 2 | side of its neighbour`. Three bytes would do; one term has one Uint16. */
export function chooseAnchors({ units, starts }: Pool): Uint16Array {
  const known = frequencies()
  const anchors = new Uint16Array(starts.length - 1)
  const shares = new Float32Array(256)
  for (let term = 0; term < anchors.length; term += 1) {
    const start = starts[term]!
    const length = starts[term + 1]! - start
    if (length > 2) anchors[term] = rarest(units, start, length, known, shares)
  }
  return anchors
}

/**
 * What a pair costs: how often the filter lets it through, and eight times how often its better neighbour does too, since comparing
 * a record is about that much dearer.
 */
function rarest(units: Uint16Array, start: number, length: number, known: Frequencies, shares: Float32Array): number {
  const { characters } = known
  for (let at = 0; at + 1 < length; at += 1) shares[at] = pairShare(known, units[start + at]!, units[start + at + 1]!)
  let best = 0
  let lowest = Number.POSITIVE_INFINITY
  for (let at = 0; at + 1 < length; at += 1) {
    const share = shares[at]!
    if (share >= lowest) continue
    if (at + 2 < length) {
      const follows = Math.max(
        shares[at + 1]! / characters[units[start + at + 1]!]!,
        characters[units[start + at + 2]!]!,
      )
      const cost = share + 8 * share * follows
      if (cost < lowest) {
        lowest = cost
        best = (at << 2) | AFTER
      }
    }
    if (at > 0) {
      const precedes = Math.max(shares[at - 1]! / characters[units[start + at]!]!, characters[units[start + at - 1]!]!)
      const cost = share + 8 * share * precedes
      if (cost < lowest) {
        lowest = cost
        best = (at << 2) | BEFORE
      }
    }
  }
  return best
}
