import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

/** Bytes of one SHA-256 hash. */
export const HASH_BYTES = 32

/** RFC 6962 §2.1: the hash of a leaf, SHA-256(0x00 ‖ data). */
export function hashLeaf(data: Uint8Array): Uint8Array {
  return sha256.create().update(Uint8Array.of(0)).update(data).digest()
}

/** RFC 6962 §2.1: the hash of an inner node, SHA-256(0x01 ‖ left ‖ right). */
export function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256.create().update(Uint8Array.of(1)).update(left).update(right).digest()
}

/** The two hashes of the tree as a runtime makes them. A terminal that reads a million entries passes its own faster ones. */
export interface Hashing {
  /** SHA-256(0x00 ‖ text in UTF-8). */
  readonly leaf: (text: string) => Uint8Array
  /** SHA-256(0x01 ‖ left ‖ right). */
  readonly node: (left: Uint8Array, right: Uint8Array) => Uint8Array
}

export const portableHashing: Hashing = { leaf: (text) => hashLeaf(utf8ToBytes(text)), node: hashNode }

/** RFC 6962 §2.1: the hash of a tree without leaves, SHA-256 of nothing. */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array())

/** True when two byte strings are equal. These are public values: the time it takes tells nothing. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
