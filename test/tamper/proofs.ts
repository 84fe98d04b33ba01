import { EMPTY_ROOT, equalBytes, hashLeaf } from '#shared/ledger/hash.ts'
import { consistencyProof, inclusionProof, treeHash } from '#shared/ledger/merkle.ts'
import { checkConsistency, checkInclusion } from '#shared/ledger/merkle-check.ts'
import { flipBit } from '../support/bits.ts'
import { MTH, PATH, PROOF, rootFromPath, rootsFromProof } from '../support/rfc6962.ts'
import { leafData, treeOf } from '../support/stored-tree.ts'
import { randomFrom } from './random.ts'

/** Figures of a run over every tree of up to `most` leaves. */
export interface ProofFigures {
  roots: number
  /** Each made by both implementations, byte for byte the same, and checked by both. */
  proofs: number
  /** Proofs with one bit flipped, all refused. */
  flipped: number
  /** What did not agree, in words; empty when all did. */
  readonly wrong: string[]
}
type Random = (below: number) => number
type Hashes = readonly Uint8Array[]

/**
 * Every root, every inclusion proof of every leaf and every consistency proof of every pair, against the second implementation. Then each with bits
 * flipped in what is proved and in each hash of the proof: every single bit in trees of up to `everyBit` leaves, one of each hash in larger ones.
 */
export function proveAll(most: number, everyBit: number, seed: number): ProofFigures {
  const figures: ProofFigures = { roots: 0, proofs: 0, flipped: 0, wrong: [] }
  const random = randomFrom(seed)
  const tree = treeOf(most)
  const data = Array.from({ length: most }, (_, n) => leafData(n))
  const roots = [EMPTY_ROOT]
  for (let size = 1; size <= most; size++) {
    const root = treeHash(size, tree.read)
    roots.push(root)
    figures.roots++
    if (!equalBytes(root, MTH(data, 0, size))) figures.wrong.push(`root of ${size}`)
    for (let leaf = 0; leaf < size; leaf++) {
      const hash = hashLeaf(data[leaf]!)
      const path = inclusionProof(leaf, size, tree.read)
      const other = rootFromPath(leaf, size, hash, path)
      const agree = same(path, PATH(leaf, data, 0, size)) && other !== null && equalBytes(other, root)
      const check = ([a, b, ...rest]: Hashes) => checkInclusion(rest, leaf, a!, size, b!)
      judge(figures, `leaf ${leaf} of ${size}`, agree, [hash, root, ...path], check, size <= everyBit ? null : random)

      const from = leaf + 1
      const old = roots[from]!
      const steps = consistencyProof(from, size, tree.read)
      const both = rootsFromProof(from, size, steps, old)
      const fits = same(steps, PROOF(from, data, size)) && both !== null && same(both, [old, root])
      const checkSteps = ([a, b, ...rest]: Hashes) => checkConsistency(rest, from, a!, size, b!)
      judge(figures, `${from} to ${size}`, fits, [old, root, ...steps], checkSteps, size <= everyBit ? null : random)
    }
  }
  return figures
}

/** Counts one proof, and every one that a flipped bit makes of it. `random` chooses one bit a hash; null: each in turn. */
function judge(
  figures: ProofFigures,
  name: string,
  agree: boolean,
  parts: Hashes,
  check: (parts: Hashes) => boolean,
  random: Random | null,
): void {
  figures.proofs++
  if (!agree || !check(parts)) figures.wrong.push(name)
  for (const at of parts.keys())
    for (let bit = 0; bit < 256; bit++) {
      const flipped = random ? random(256) : bit
      figures.flipped++
      if (check(parts.map((part, i) => (i === at ? flipBit(part, flipped) : part))))
        figures.wrong.push(`${name} with bit ${flipped} of hash ${at} flipped`)
      if (random) break
    }
}

function same(a: Hashes, b: Hashes): boolean {
  return a.length === b.length && a.every((hash, i) => equalBytes(hash, b[i]!))
}
