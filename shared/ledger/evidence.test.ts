import { ed25519 } from '@noble/curves/ed25519.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { storedTree } from '../../test/support/stored-tree.ts'
import { signCheckpoint } from './checkpoint.ts'
import { commit } from './commitment.ts'
import { LedgerEntry, leafHash } from './entry.ts'
import { checkEvidence, MenxiaEvidence } from './evidence.ts'
import { inclusionProof, treeHash } from './merkle.ts'
import { formatKey } from './note.ts'
import { formatProof } from './proof.ts'

const secret = Uint8Array.from({ length: 32 }, (_, i) => i)
const key = { name: 'menxia.test/quanzhou', publicKey: ed25519.getPublicKey(secret) }
const salt = 'ab'.repeat(32)

function entry(seq: number): LedgerEntry {
  return LedgerEntry.parse({
    v: 1,
    tenant: 'quanzhou',
    seq,
    idem: `idem-${seq}`,
    type: 'review.decided',
    actor: 'm2',
    role: 'reviewer',
    subject: 'r1',
    contentHash: 'cd'.repeat(32),
    ruleset: 'base-1',
    findingsDigest: null,
    reasonDigest: commit('解读随文发布，同意。', salt),
    detail: { verdict: 'approve', level: 'final', version: 2 },
    at: '2026-11-24T03:00:00.000Z',
    clientAt: null,
  })
}

let evidence: MenxiaEvidence
beforeAll(async () => {
  const tree = storedTree()
  const entries = Array.from({ length: 11 }, (_, seq) => entry(seq))
  for (const one of entries) tree.append(leafHash(one))
  const checkpoint = await signCheckpoint(
    { origin: key.name, size: 11, root: treeHash(11, tree.read) },
    key.publicKey,
    (bytes) => ed25519.sign(bytes, secret),
  )
  const item = (seq: number) => ({
    entry: entries[seq]!,
    openings: [{ field: 'reasonDigest' as const, text: '解读随文发布，同意。', salt }],
    proof: formatProof({ index: seq, path: inclusionProof(seq, 11, tree.read), checkpoint }),
  })
  evidence = MenxiaEvidence.parse({ format: 'menxia-evidence', v: 1, key: formatKey(key), items: [item(3), item(7)] })
})

const changed = (change: (copy: MenxiaEvidence) => void): MenxiaEvidence => {
  const copy = structuredClone(evidence)
  change(copy)
  return copy
}

describe('evidence', () => {
  test('proves itself offline, with and without a key from elsewhere', () => {
    expect(checkEvidence(evidence)).toMatchObject({ ok: true, checkpoints: [{ size: 11 }, { size: 11 }] })
    expect(checkEvidence(evidence, key)).toMatchObject({ ok: true })
  })

  test('names what is wrong', () => {
    const fault = (copy: MenxiaEvidence) => {
      const answer = checkEvidence(copy)
      return answer.ok ? null : [answer.fault, answer.item]
    }
    const [first, second] = evidence.items
    expect(
      fault(
        changed((e) => {
          e.items[1]!.entry.actor = 'm3'
        }),
      ),
    ).toEqual(['not-included', 1])
    expect(
      fault(
        changed((e) => {
          e.items[0]!.entry.seq = 4
        }),
      ),
    ).toEqual(['index-differs', 0])
    expect(
      fault(
        changed((e) => {
          e.items[0]!.openings[0]!.text += '。'
        }),
      ),
    ).toEqual(['opening-differs', 0])
    expect(
      fault(
        changed((e) => {
          e.items[0]!.proof = second!.proof
        }),
      ),
    ).toEqual(['index-differs', 0])
    expect(
      fault(
        changed((e) => {
          e.items[0]!.proof = first!.proof.replace('\n11\n', '\n12\n')
        }),
      ),
    ).toEqual(['checkpoint-not-signed', 0])
    expect(
      fault(
        changed((e) => {
          e.items[0]!.proof = 'x'
        }),
      ),
    ).toEqual(['proof-malformed', 0])
    expect(
      fault(
        changed((e) => {
          e.key = e.key.replace('quanzhou', 'nan_an')
        }),
      ),
    ).toEqual(['key-malformed', null])
    const other = { ...key, publicKey: ed25519.getPublicKey(secret.map((b) => b + 1)) }
    expect(checkEvidence(evidence, other)).toEqual({ ok: false, fault: 'key-differs', item: null })
    expect(
      fault(
        changed((e) => {
          e.key = formatKey(other)
        }),
      ),
    ).toEqual(['checkpoint-not-signed', 0])
  })

  test('every single bit of a proof text counts', () => {
    // One item alone: each of the thousands of flips costs a signature check.
    const single = changed((e) => {
      e.items = [e.items[1]!]
    })
    const text = Buffer.from(single.items[0]!.proof)
    let tried = 0
    for (let bit = 0; bit < text.length * 8; bit++) {
      const flipped = Buffer.from(text)
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      const proof = flipped.toString('utf8')
      const answer = checkEvidence({ ...single, items: [{ ...single.items[0]!, proof }] })
      expect(answer, `bit ${bit}`).toMatchObject({ ok: false, item: 0 })
      tried++
    }
    expect(tried).toBeGreaterThan(2000)
  }, 60_000)
})
