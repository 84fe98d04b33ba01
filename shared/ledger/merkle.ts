import { EMPTY_ROOT, hashNode } from './hash.ts'
import { assertWithin, type HashReader, largestPower, MAX_SIZE, storedHashIndex } from './stored-hashes.ts'

/** The root over the first `size` leaves (RFC 6962 §2.1). Reads at most log2(size) + 1 stored hashes. */
export function treeHash(size: number, read: HashReader): Uint8Array {
  assertWithin('size', size, 0, MAX_SIZE)
  return size === 0 ? EMPTY_ROOT : rangeHash(0, size, read)
}

/**
 * The audit path that shows that leaf number `leaf` is in the tree of `size` leaves (RFC 6962 §2.1.1), from the leaf upwards.
 * 0 ≤ leaf < size, else RangeError. At most ceil(log2(size)) hashes.
 */
export function inclusionProof(leaf: number, size: number, read: HashReader): Uint8Array[] {
  assertWithin('size', size, 1, MAX_SIZE)
  assertWithin('leaf', leaf, 0, size - 1)
  const path: Uint8Array[] = []
  let low = 0
  let high = size
  while (high - low > 1) {
    const middle = low + largestPower(high - low - 1)
    if (leaf < middle) {
      path.push(rangeHash(middle, high, read))
      high = middle
    } else {
      path.push(rangeHash(low, middle, read))
      low = middle
    }
  }
  return path.reverse()
}

/**
 * The hashes that show that the tree of `from` leaves is a prefix of the tree of `to` leaves (RFC 6962 §2.1.2).
 * 1 ≤ from ≤ to, else RangeError; empty when they are equal. At most ceil(log2(to)) + 1 hashes.
 */
export function consistencyProof(from: number, to: number, read: HashReader): Uint8Array[] {
  assertWithin('to', to, 1, MAX_SIZE)
  assertWithin('from', from, 1, to)
  const path: Uint8Array[] = []
  let low = 0
  let high = to
  while (from !== high) {
    const middle = low + largestPower(high - low - 1)
    if (from <= middle) {
      path.push(rangeHash(middle, high, read))
      high = middle
    } else {
      path.push(rangeHash(low, middle, read))
      low = middle
    }
  }
  if (low > 0) path.push(rangeHash(low, high, read))
  return path.reverse()
}

/** The hash of leaves [low, high), where `low` is a multiple of the largest complete subtree inside: true for every range a proof asks for. */
function rangeHash(low: number, high: number, read: HashReader): Uint8Array {
  const indexes: number[] = []
  for (let at = low; at < high; ) {
    const width = largestPower(high - at)
    indexes.push(storedHashIndex(Math.round(Math.log2(width)), at / width))
    at += width
  }
  const hashes = read(indexes)
  if (hashes.length !== indexes.length) throw new RangeError('the reader gave another number of hashes than was asked')
  return hashes.slice(0, -1).reduceRight((right, left) => hashNode(left, right), hashes.at(-1)!)
}
