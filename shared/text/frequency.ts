import { CHARACTERS, PAIRS } from './frequency-table.ts'

/** What a character or pair that the table does not have is taken to be: a little rarer than the rarest in it. */
const RARER = 2 ** -23
const SLOTS = 1 << 15

/** Expected share of a character, and of a pair, in official prose in the plain form; read from typed tables, for the anchors' loop. */
export interface Frequencies {
  /** By UTF-16 unit. */
  readonly characters: Float32Array
  /** Open addressing: a pair `first << 16 | second`, 0 = free. */
  readonly pairs: Int32Array
  readonly shares: Float32Array
}

let table: Frequencies | null = null

/** The table, unpacked on first use (about 2 ms). */
export function frequencies(): Frequencies {
  table ??= unpack()
  return table
}

function unpack(): Frequencies {
  const characters = new Float32Array(0x10000).fill(RARER)
  for (const [power, all] of CHARACTERS)
    for (let at = 0; at < all.length; at += 1) characters[all.charCodeAt(at)] = 2 ** -power
  const pairs = new Int32Array(SLOTS)
  const shares = new Float32Array(SLOTS)
  for (const [power, groups] of PAIRS)
    for (const group of groups.split(' '))
      for (let at = 1; at < group.length; at += 1) {
        const pair = (group.charCodeAt(0) << 16) | group.charCodeAt(at)
        const slot = slotOf(pairs, pair)
        pairs[slot] = pair
        shares[slot] = 2 ** -power
      }
  return { characters, pairs, shares }
}

function slotOf(pairs: Int32Array, pair: number): number {
  let slot = Math.imul(pair, 0x9e3779b1) >>> 17
  while (pairs[slot] !== 0 && pairs[slot] !== pair) slot = (slot + 1) & (SLOTS - 1)
  return slot
}

/** Share of positions at which the two units stand, from the table or as if they were independent. */
export function pairShare({ characters, pairs, shares }: Frequencies, first: number, second: number): number {
  const pair = (first << 16) | second
  const slot = slotOf(pairs, pair)
  return pairs[slot] === pair ? shares[slot]! : characters[first]! * characters[second]!
}

/** Whether two units stand side by side more often than chance would have it: inside a word, or in two that go together. */
export function isCommonPair({ pairs }: Frequencies, first: number, second: number): boolean {
  const pair = (first << 16) | second
  return pairs[slotOf(pairs, pair)] === pair
}

/**
 * Hits to expect per character of official prose, for a term in the plain form: a chain of pairs, so it is a rough figure (within a
 * factor of about four for everyday words). 1 for an empty term.
 */
export function expectedRate(term: string): number {
  const known = frequencies()
  if (term === '') return 1
  let rate = known.characters[term.charCodeAt(0)]!
  for (let at = 1; at < term.length; at += 1) {
    const before = term.charCodeAt(at - 1)
    rate *= Math.min(1, pairShare(known, before, term.charCodeAt(at)) / known.characters[before]!)
  }
  return rate
}
