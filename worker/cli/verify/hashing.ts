import { hash } from 'node:crypto'
import type { Hashing } from '#shared/ledger/hash.ts'

/** The tree's two hashes on Node's own SHA-256, several times as fast as the portable one. */
export const nodeHashing: Hashing = {
  // U+0000 is the one byte 0x00 in UTF-8.
  leaf: (text) => hash('sha256', `\0${text}`, 'buffer'),
  node: (left, right) => {
    const bytes = new Uint8Array(65)
    bytes[0] = 1
    bytes.set(left, 1)
    bytes.set(right, 33)
    return hash('sha256', bytes, 'buffer')
  },
}
