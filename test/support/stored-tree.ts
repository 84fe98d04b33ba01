import { hashLeaf } from '#shared/ledger/hash.ts'
import { type HashReader, storedHashesForLeaf } from '#shared/ledger/stored-hashes.ts'

/** A ledger's hash storage in memory: an array, and the reader over it. */
export interface StoredTree {
  readonly hashes: Uint8Array[]
  readonly read: HashReader
  size: number
  append(leafHash: Uint8Array): void
}

export function storedTree(): StoredTree {
  const hashes: Uint8Array[] = []
  const read: HashReader = (indexes) =>
    indexes.map((index) => {
      const hash = hashes[index]
      if (!hash) throw new Error(`no stored hash ${index}`)
      return hash
    })
  const tree: StoredTree = {
    hashes,
    read,
    size: 0,
    append(leafHash) {
      hashes.push(...storedHashesForLeaf(tree.size, leafHash, read))
      tree.size++
    },
  }
  return tree
}

/** Leaf data number `n` of the test trees. */
export function leafData(n: number): Uint8Array {
  return new TextEncoder().encode(`leaf ${n}`)
}

/** A tree over `leafData(0)` … `leafData(size - 1)`. */
export function treeOf(size: number): StoredTree {
  const tree = storedTree()
  for (let n = 0; n < size; n++) tree.append(hashLeaf(leafData(n)))
  return tree
}
