import { equalBytes, HASH_BYTES, hashNode } from './hash.ts'
import { largestPower, MAX_SIZE } from './stored-hashes.ts'

/**
 * True only when `path` shows that `leafHash` is leaf number `leaf` of the tree of `size` leaves with this root. Any other input,
 * however malformed, is false; nothing throws. Written after RFC 9162 §2.1.3.2, not after the code that makes proofs.
 */
export function checkInclusion(
  path: readonly Uint8Array[],
  leaf: number,
  leafHash: Uint8Array,
  size: number,
  root: Uint8Array,
): boolean {
  if (!isCount(size) || !isCount(leaf) || leaf >= size) return false
  if (![leafHash, root, ...path].every(isHash)) return false
  let node = leaf
  let last = size - 1
  let hash = leafHash
  for (const sibling of path) {
    if (last === 0) return false
    if (isOdd(node) || node === last) {
      hash = hashNode(sibling, hash)
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      hash = hashNode(hash, sibling)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && equalBytes(hash, root)
}

/**
 * True only when `path` shows that the tree of `to` leaves with root `toRoot` begins with the tree of `from` leaves with root `fromRoot`.
 * Trees of equal size are consistent exactly when the roots are equal and the path is empty; an empty tree (`from` = 0) is
 * a prefix of nothing that could be checked, and is false. Nothing throws. After RFC 9162 §2.1.4.2.
 */
export function checkConsistency(
  path: readonly Uint8Array[],
  from: number,
  fromRoot: Uint8Array,
  to: number,
  toRoot: Uint8Array,
): boolean {
  if (!isCount(from) || !isCount(to) || from === 0 || from > to) return false
  if (![fromRoot, toRoot, ...path].every(isHash)) return false
  if (from === to) return path.length === 0 && equalBytes(fromRoot, toRoot)
  const steps = largestPower(from) === from ? [fromRoot, ...path] : path
  if (steps.length === 0) return false
  let node = from - 1
  let last = to - 1
  while (isOdd(node)) [node, last] = [half(node), half(last)]
  let older = steps[0]!
  let newer = steps[0]!
  for (const sibling of steps.slice(1)) {
    if (last === 0) return false
    if (isOdd(node) || node === last) {
      older = hashNode(sibling, older)
      newer = hashNode(sibling, newer)
      while (!isOdd(node) && node !== 0) [node, last] = [half(node), half(last)]
    } else {
      newer = hashNode(newer, sibling)
    }
    ;[node, last] = [half(node), half(last)]
  }
  return last === 0 && equalBytes(older, fromRoot) && equalBytes(newer, toRoot)
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0 && n <= MAX_SIZE
}

function isHash(bytes: Uint8Array): boolean {
  return bytes instanceof Uint8Array && bytes.length === HASH_BYTES
}

function isOdd(n: number): boolean {
  return n % 2 === 1
}

function half(n: number): number {
  return Math.floor(n / 2)
}
