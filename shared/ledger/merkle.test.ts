import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { flipBit } from '../../test/support/bits.ts'
import { MTH, PATH, PROOF, rootFromPath, rootsFromProof } from '../../test/support/rfc6962.ts'
import { leafData, treeOf } from '../../test/support/stored-tree.ts'
import { EMPTY_ROOT, hashLeaf } from './hash.ts'
import { consistencyProof, edgeIndexes, inclusionProof, treeHash } from './merkle.ts'
import { checkConsistency, checkInclusion } from './merkle-check.ts'
import { storedHashCount, storedHashesForLeaf, storedHashIndex } from './stored-hashes.ts'

const MOST = 256
const leaves = Array.from({ length: MOST }, (_, n) => leafData(n))
const tree = treeOf(MOST)
const roots = Array.from({ length: MOST + 1 }, (_, size) => treeHash(size, tree.read))
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const hexes = (path: readonly Uint8Array[]) => path.map(hex)

describe('against a second implementation from the text of RFC 6962', () => {
  test('roots of all sizes to 256', () => {
    for (let size = 0; size <= MOST; size++) expect(hex(roots[size]!)).toBe(hex(MTH(leaves, 0, size)))
    expect(hex(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  })

  test('inclusion proofs of every leaf of 70 sizes, and of every leaf at 255 and 256', () => {
    for (const size of [...Array.from({ length: 70 }, (_, n) => n + 1), 255, 256])
      for (let leaf = 0; leaf < size; leaf++) {
        const path = inclusionProof(leaf, size, tree.read)
        expect(hexes(path)).toEqual(hexes(PATH(leaf, leaves, 0, size)))
        expect(checkInclusion(path, leaf, hashLeaf(leaves[leaf]!), size, roots[size]!)).toBe(true)
        expect(hex(rootFromPath(leaf, size, hashLeaf(leaves[leaf]!), path)!)).toBe(hex(roots[size]!))
      }
  })

  test('consistency proofs of all pairs to 70', () => {
    for (let to = 1; to <= 70; to++)
      for (let from = 1; from <= to; from++) {
        const path = consistencyProof(from, to, tree.read)
        expect(hexes(path)).toEqual(hexes(PROOF(from, leaves, to)))
        expect(checkConsistency(path, from, roots[from]!, to, roots[to]!)).toBe(true)
        expect(hexes(rootsFromProof(from, to, path, roots[from]!)!)).toEqual(hexes([roots[from]!, roots[to]!]))
      }
  })
})

test('the next leaf, its root and its path read the edge and the new hashes, at every size', () => {
  for (let size = 0; size < MOST; size++) {
    const from = storedHashCount(size)
    const known = new Set(edgeIndexes(size))
    const read = (indexes: readonly number[]) => {
      expect(indexes.filter((index) => !known.has(index))).toEqual([])
      return tree.read(indexes)
    }
    const made = storedHashesForLeaf(size, hashLeaf(leaves[size]!), read)
    expect(hexes(made)).toEqual(hexes(tree.hashes.slice(from, storedHashCount(size + 1))))
    for (let i = 0; i < made.length; i++) known.add(from + i)
    expect(hex(treeHash(size + 1, read))).toBe(hex(roots[size + 1]!))
    inclusionProof(size, size + 1, read)
  }
})

describe('a proof that is not exactly right is refused', () => {
  const place = fc.integer({ min: 1, max: MOST }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)))

  test('one bit flipped anywhere: in the path, the leaf or the root', () => {
    fc.assert(
      fc.property(place, fc.nat(), fc.nat(255), ([size, leaf], which, bit) => {
        const parts = [hashLeaf(leaves[leaf]!), roots[size]!, ...inclusionProof(leaf, size, tree.read)]
        const at = which % parts.length
        const [leafHash, root, ...path] = parts.map((part, i) => (i === at ? flipBit(part, bit) : part))
        expect(checkInclusion(path, leaf, leafHash!, size, root!)).toBe(false)
      }),
    )
  })

  test('one bit of a consistency proof flipped, a hash more, a hash less', () => {
    fc.assert(
      fc.property(place, fc.nat(), fc.nat(255), ([to, before], which, bit) => {
        const from = before + 1
        const path = consistencyProof(from, to, tree.read)
        const parts = [roots[from]!, roots[to]!, ...path]
        const [a, b, ...flipped] = parts.map((part, i) => (i === which % parts.length ? flipBit(part, bit) : part))
        expect(checkConsistency(flipped, from, a!, to, b!)).toBe(false)
        expect(checkConsistency([...path, roots[to]!], from, roots[from]!, to, roots[to]!)).toBe(false)
        if (path.length > 0) expect(checkConsistency(path.slice(1), from, roots[from]!, to, roots[to]!)).toBe(false)
      }),
    )
  })

  test('another leaf number, another size, a path longer or shorter', () => {
    for (const [leaf, size] of [
      [0, 1],
      [0, 2],
      [6, 7],
      [37, 100],
      [255, 256],
    ] as const) {
      const path = inclusionProof(leaf, size, tree.read)
      const hash = hashLeaf(leaves[leaf]!)
      for (let other = -1; other <= size; other++)
        if (other !== leaf) expect(checkInclusion(path, other, hash, size, roots[size]!)).toBe(false)
      expect(checkInclusion([...path, hash], leaf, hash, size, roots[size]!)).toBe(false)
      expect(checkInclusion(path.slice(0, -1), leaf, hash, size, roots[size]!)).toBe(size === 1)
    }
    for (const n of [Number.NaN, 0.5, Infinity, -1, 2 ** 60])
      expect(checkInclusion([], n, EMPTY_ROOT, n, EMPTY_ROOT)).toBe(false)
  })
})

test('stored hashes are numbered without a gap and never change', () => {
  for (let size = 0; size < MOST; size++) expect(storedHashIndex(0, size)).toBe(storedHashCount(size))
  expect(tree.hashes).toHaveLength(storedHashCount(MOST))
  expect(hexes(treeOf(100).hashes)).toEqual(hexes(tree.hashes.slice(0, storedHashCount(100))))
})

test('out of bounds is a RangeError, not an answer', () => {
  for (const [leaf, size] of [
    [-1, 3],
    [3, 3],
    [0, 0],
    [0.5, 3],
  ] as const)
    expect(() => inclusionProof(leaf, size, tree.read)).toThrow(RangeError)
  for (const [from, to] of [
    [0, 3],
    [4, 3],
    [1, 2 ** 50],
  ] as const)
    expect(() => consistencyProof(from, to, tree.read)).toThrow(RangeError)
  expect(() => treeHash(MOST + 1, tree.read)).toThrow('no stored hash')
})
