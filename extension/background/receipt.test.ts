import { ed25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signCheckpoint } from '#shared/ledger/checkpoint.ts'
import { LedgerEntry, leafHash } from '#shared/ledger/entry.ts'
import { inclusionProof, treeHash } from '#shared/ledger/merkle.ts'
import { formatKey } from '#shared/ledger/note.ts'
import { formatProof } from '#shared/ledger/proof.ts'
import { storedTree } from '../../test/support/stored-tree.ts'
import { verifyReceipt } from './receipt.ts'

const secret = Uint8Array.from({ length: 32 }, (_, i) => i)
const key = { name: 'menxia.test/quanzhou', publicKey: ed25519.getPublicKey(secret) }
const line = formatKey(key)
const hash = 'cd'.repeat(32)
const SIZE = 13

const entries = Array.from({ length: SIZE }, (_, seq) =>
  LedgerEntry.parse({
    ...{ v: 1, tenant: 'quanzhou', seq, idem: `idem-${seq}`, type: 'review.submitted', actor: 'm2', role: 'editor' },
    ...{ subject: 'r1', contentHash: hash, ruleset: 'v1', findingsDigest: null, reasonDigest: null, detail: {} },
    ...{ at: '2026-11-24T03:00:00.000Z', clientAt: null },
  }),
)
const tree = storedTree()
for (const entry of entries) tree.append(leafHash(entry))
const checkpoint = await signCheckpoint(
  { origin: key.name, size: SIZE, root: treeHash(SIZE, tree.read) },
  key.publicKey,
  (bytes) => ed25519.sign(bytes, secret),
)
const receiptOf = (seq: number) => ({
  seq,
  entry: entries[seq]! as Record<string, unknown>,
  proof: formatProof({ index: seq, path: inclusionProof(seq, SIZE, tree.read), checkpoint }),
})

describe('verifyReceipt', () => {
  test('every entry of the tree is proved, about its own content and no other', () => {
    for (let seq = 0; seq < SIZE; seq++) {
      expect(verifyReceipt(receiptOf(seq), line, hash)).toBe(true)
      expect(verifyReceipt(receiptOf(seq), line, 'ab'.repeat(32))).toBe(false)
    }
  })

  test('another entry, another place and another key are refused', () => {
    const good = receiptOf(5)
    const other = ed25519.getPublicKey(secret.map((byte) => byte ^ 1))
    expect(verifyReceipt({ ...good, seq: 6 }, line, hash)).toBe(false)
    expect(verifyReceipt({ ...good, entry: { ...good.entry, actor: 'm3' } }, line, hash)).toBe(false)
    expect(verifyReceipt({ ...good, proof: receiptOf(4).proof }, line, hash)).toBe(false)
    expect(verifyReceipt(good, formatKey({ ...key, publicKey: other }), hash)).toBe(false)
  })

  test('one character changed anywhere in the proof, or rubbish, is refused and nothing throws', () => {
    const { proof } = receiptOf(5)
    fc.assert(
      fc.property(fc.nat(proof.length - 1), fc.constantFrom('A', '0', '\n', ' '), (at, character) => {
        fc.pre(proof[at] !== character)
        const changed = proof.slice(0, at) + character + proof.slice(at + 1)
        expect(verifyReceipt({ ...receiptOf(5), proof: changed }, line, hash)).toBe(false)
      }),
      { numRuns: 200 },
    )
    expect(verifyReceipt({ seq: 0, entry: {}, proof: '' }, 'x', null)).toBe(false)
  })
})
