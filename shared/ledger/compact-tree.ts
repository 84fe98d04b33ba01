import { EMPTY_ROOT, type Hashing, portableHashing } from './hash.ts'

/**
 * A tree that only grows and keeps no more than it needs for its root: the hashes of its complete subtrees, at most log2(size) of them. For
 * reading a ledger of any length once, from the first entry to the last.
 */
export class CompactTree {
  /** Complete subtrees from the left, largest first; their widths are the bits of `size`. */
  readonly #peaks: Uint8Array[] = []
  readonly #hashing: Hashing
  #size = 0

  constructor(hashing: Hashing = portableHashing) {
    this.#hashing = hashing
  }

  get size(): number {
    return this.#size
  }

  append(leafHash: Uint8Array): void {
    let hash = leafHash
    for (let rest = this.#size; rest % 2 === 1; rest = Math.floor(rest / 2))
      hash = this.#hashing.node(this.#peaks.pop()!, hash)
    this.#peaks.push(hash)
    this.#size++
  }

  /** The root over all leaves so far (RFC 6962 §2.1). */
  root(): Uint8Array {
    if (this.#peaks.length === 0) return EMPTY_ROOT
    return this.#peaks.slice(0, -1).reduceRight((right, left) => this.#hashing.node(left, right), this.#peaks.at(-1)!)
  }
}
