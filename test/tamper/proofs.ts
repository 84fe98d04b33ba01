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
  proofs: number
  /** Proofs that were also made by the second implementation, byte for byte the same. */
  compared: number
  flipped: number
  /** What did not agree, in words; empty when all did. */
  readonly wrong: string[]
}

/** Every root, every inclusion proof of every leaf and every consistency proof of every pair, against the second implementation; each then with one bit flipped. */
export function proveAll(most: number, seed: number): ProofFigures {
  const figures: ProofFigures = { roots: 0, proofs: 0, compared: 0, flipped: 0, wrong: [] }
  const random = randomFrom(seed)
  const tree = treeOf(most)
  const data = Array.from({ length: most }, (_, n) => leafData(n))
  const roots = [EMPTY_ROOT]
  for (let size = 1; size <= most; size++) {
    roots.push(treeHash(size, tree.read))
    figures.roots++
    if (!equalBytes(roots[size]!, MTH(data.slice(0, size)))) figures.wrong.push(`root of ${size}`)
    for (let leaf = 0; leaf < size; leaf++) {
      const path = inclusionProof(leaf, size, tree.read)
      const hash = hashLeaf(data[leaf]!)
      const other = rootFromPath(leaf, size, hash, path)
      const agree = other !== null && equalBytes(other, roots[size]!)
      const same = compare(figures, random, path, () => PATH(leaf, data.slice(0, size)))
      if (!agree || !same || !checkInclusion(path, leaf, hash, size, roots[size]!))
        figures.wrong.push(`leaf ${leaf} of ${size}`)
      const parts = flipOne([hash, roots[size]!, ...path], random)
      if (checkInclusion(parts.slice(2), leaf, parts[0]!, size, parts[1]!))
        figures.wrong.push(`flipped leaf ${leaf} of ${size}`)
      consistency(leaf + 1, size)
    }
  }
  return figures

  function consistency(from: number, to: number): void {
    const path = consistencyProof(from, to, tree.read)
    const other = rootsFromProof(from, to, path, roots[from]!)
    const agree = other !== null && equalBytes(other[0], roots[from]!) && equalBytes(other[1], roots[to]!)
    const same = compare(figures, random, path, () => PROOF(from, data.slice(0, to)))
    if (!agree || !same || !checkConsistency(path, from, roots[from]!, to, roots[to]!))
      figures.wrong.push(`${from} to ${to}`)
    const parts = flipOne([roots[from]!, roots[to]!, ...path], random)
    if (checkConsistency(parts.slice(2), from, parts[0]!, to, parts[1]!)) figures.wrong.push(`flipped ${from} to ${to}`)
    figures.proofs += 2
    figures.flipped += 2
  }
}

/** Makes the proof a second time for one in sixteen (it costs the whole tree) and says whether both are the same. */
function compare(
  figures: ProofFigures,
  random: (below: number) => number,
  path: readonly Uint8Array[],
  second: () => readonly Uint8Array[],
): boolean {
  if (random(16) !== 0) return true
  figures.compared++
  const other = second()
  return other.length === path.length && other.every((hash, i) => equalBytes(hash, path[i]!))
}

function flipOne(parts: readonly Uint8Array[], random: (below: number) => number): Uint8Array[] {
  const at = random(parts.length)
  return parts.map((part, i) => (i === at ? flipBit(part, random(256)) : part))
}
