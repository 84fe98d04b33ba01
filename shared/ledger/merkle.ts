import { EMPTY_ROOT, hashNode } from './hash.ts'
import { assertWithin, type HashReader, largestPower, MAX_SIZE, storedHashIndex } from './stored-hashes.ts'

/** Where the complete subtrees are stored that a tree of `size` leaves is made of, from the left: all that its next leaf, root and path are made from. */
export function edgeIndexes(size: number): number[] {
  assertWithin('size', size, 0, MAX_SIZE)
  return indexesOf([0, size])
}

/** The root over the first `size` leaves (RFC 6962 §2.1). Reads at most log2(size) + 1 stored hashes. */
export function treeHash(size: number, read: HashReader): Uint8Array {
  assertWithin('size', size, 0, MAX_SIZE)
  return size === 0 ? EMPTY_ROOT : rangeHashes([[0, size]], read)[0]!
}

/**
 * The audit path that shows that leaf number `leaf` is in the tree of `size` leaves (RFC 6962 §2.1.1), from the leaf upwards.
 * 0 ≤ leaf < size, else RangeError. At most ceil(log2(size)) hashes. Asks the reader once.
 */
export function inclusionProof(leaf: number, size: number, read: HashReader): Uint8Array[] {
  assertWithin('size', size, 1, MAX_SIZE)
  assertWithin('leaf', leaf, 0, size - 1)
  const path: Range[] = []
  let low = 0
  let high = size
  while (high - low > 1) {
    const middle = low + largestPower(high - low - 1)
    if (leaf < middle) {
      path.push([middle, high])
      high = middle
    } else {
      path.push([low, middle])
      low = middle
    }
  }
  return rangeHashes(path.reverse(), read)
}

/**
 * The hashes that show that the tree of `from` leaves is a prefix of the tree of `to` leaves (RFC 6962 §2.1.2).
 * 1 ≤ from ≤ to, else RangeError; empty when they are equal. At most ceil(log2(to)) + 1 hashes. Asks the reader once.
 */
export function consistencyProof(from: number, to: number, read: HashReader): Uint8Array[] {
  assertWithin('to', to, 1, MAX_SIZE)
  assertWithin('from', from, 1, to)
  const path: Range[] = []
  let low = 0
  let high = to
  while (from !== high) {
    const middle = low + largestPower(high - low - 1)
    if (from <= middle) {
      path.push([middle, high])
      high = middle
    } else {
      path.push([low, middle])
      low = middle
    }
  }
  if (low > 0) path.push([low, high])
  return rangeHashes(path.reverse(), read)
}

/** Leaves [low, high), where `low` is a multiple of the largest complete subtree inside: true for every range a proof asks for. */
type Range = readonly [low: number, high: number]

/** The hash of each range, from one question to the reader. */
function rangeHashes(ranges: readonly Range[], read: HashReader): Uint8Array[] {
  const indexes = ranges.map(indexesOf)
  const hashes = read(indexes.flat())
  if (hashes.length !== indexes.flat().length)
    throw new RangeError('the reader gave another number of hashes than was asked')
  let at = 0
  return indexes.map(({ length }) => {
    const parts = hashes.slice(at, at + length)
    at += length
    return parts.slice(0, -1).reduceRight((right, left) => hashNode(left, right), parts.at(-1)!)
  })
}

/** Where the complete subtrees that make up a range are stored, from the left. */
function indexesOf([low, high]: Range): number[] {
  const indexes: number[] = []
  for (let at = low; at < high; ) {
    const width = largestPower(high - at)
    indexes.push(storedHashIndex(Math.round(Math.log2(width)), at / width))
    at += width
  }
  return indexes
}
