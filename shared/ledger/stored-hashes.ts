import { hashNode } from './hash.ts'

/**
 * Reads stored hashes by their index, in the order asked. Must throw when one is missing: a tree with a hole has no answer.
 * Synchronous on purpose, because proofs are made inside a storage transaction.
 */
export type HashReader = (indexes: readonly number[]) => readonly Uint8Array[]

/** Most leaves a ledger may have. Far above any bureau's, and every index below stays an exact integer. */
export const MAX_SIZE = 2 ** 48

/** The largest power of two that is at most `n`; n ≥ 1. Counted, not `Math.log2`, which may round up just below a power. */
export function largestPower(n: number): number {
  let power = 1
  while (power * 2 <= n) power *= 2
  return power
}

/** Throws RangeError unless `n` is a whole number in [low, high]. */
export function assertWithin(name: string, n: number, low: number, high: number): void {
  if (!Number.isSafeInteger(n) || n < low || n > high) throw new RangeError(`${name} ${n} is not in ${low}..${high}`)
}

/**
 * Where the hash of node `n` of level `level` is stored (level 0 are the leaves). Append-only: hashes are numbered in the order in which
 * they become complete, as golang's sumdb/tlog does, so that adding a leaf never changes a stored hash.
 */
export function storedHashIndex(level: number, n: number): number {
  let leaf = n
  for (let l = 0; l < level; l++) leaf = 2 * leaf + 1
  let index = level
  for (; leaf > 0; leaf = Math.floor(leaf / 2)) index += leaf
  return index
}

/** How many hashes a ledger of `size` leaves has stored: less than 2 × size. */
export function storedHashCount(size: number): number {
  assertWithin('size', size, 0, MAX_SIZE)
  if (size === 0) return 0
  return storedHashIndex(0, size - 1) + 1 + trailingOnes(size - 1)
}

/**
 * The hashes to store when the leaf hash `leaf` becomes leaf number `n`: first the leaf itself, then every inner node it completes. They go to
 * the indexes `storedHashIndex(0, n)`, +1, +2 …; at most 1 + log2(n + 1) of them. Reads one stored hash for each but the first.
 */
export function storedHashesForLeaf(n: number, leaf: Uint8Array, read: HashReader): Uint8Array[] {
  assertWithin('leaf', n, 0, MAX_SIZE - 1)
  const completed = trailingOnes(n)
  const siblings = read(Array.from({ length: completed }, (_, level) => storedHashIndex(level, leftOf(n, level))))
  const hashes = [leaf]
  for (const sibling of siblings) hashes.push(hashNode(sibling, hashes.at(-1)!))
  if (hashes.length !== completed + 1) throw new RangeError('the reader gave another number of hashes than was asked')
  return hashes
}

/** The node of `level` just left of the one that holds leaf `n`, which is a right child there. */
function leftOf(n: number, level: number): number {
  return Math.floor(n / 2 ** level) - 1
}

function trailingOnes(n: number): number {
  let ones = 0
  for (let rest = n; rest % 2 === 1; rest = Math.floor(rest / 2)) ones++
  return ones
}
