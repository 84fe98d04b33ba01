import { createPrivateKey, sign } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import { canonicalText } from '#shared/ledger/canonical.ts'
import { checkpointText } from '#shared/ledger/checkpoint.ts'
import { commit } from '#shared/ledger/commitment.ts'
import { CompactTree } from '#shared/ledger/compact-tree.ts'
import type { LedgerEntry } from '#shared/ledger/entry.ts'
import { formatKey, type NoteKey, signatureLine } from '#shared/ledger/note.ts'
import { nodeHashing } from '../../worker/cli/verify/hashing.ts'

export const SALT = 'ab'.repeat(32)
export const REASON = '解读随文发布，同意。'
/** When entry 0 happened; each further one a minute later. */
export const START = Date.parse('2026-03-02T01:00:00.000Z')
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** A key pair of a test ledger, made from one number. */
export interface Signer {
  readonly key: NoteKey
  readonly keyLine: string
  sign(bytes: Uint8Array): Uint8Array
}

export function signer(seed: number, name = 'menxia.test/quanzhou'): Signer {
  const secret = new Uint8Array(32).fill(seed)
  const key = { name, publicKey: ed25519.getPublicKey(secret) }
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, secret]), format: 'der', type: 'pkcs8' })
  return { key, keyLine: formatKey(key), sign: (bytes) => sign(null, bytes, privateKey) }
}

/** Entry number `seq` of an honest test ledger. */
export function entryAt(seq: number): LedgerEntry {
  return {
    v: 1,
    tenant: 'quanzhou',
    seq,
    idem: `idem-${seq}`,
    type: 'review.decided',
    actor: `m${seq % 7}`,
    role: 'reviewer',
    subject: `r${seq >> 1}`,
    contentHash: 'cd'.repeat(32),
    ruleset: 'v31',
    findingsDigest: null,
    reasonDigest: commit(REASON, SALT),
    detail: { verdict: 'approve', level: 'final', version: 2 },
    at: new Date(START + seq * 60_000).toISOString(),
    clientAt: null,
  }
}

/** The checkpoint over entries as they are given, signed. Blind: it signs whatever it gets, as a dishonest operator would. */
export function noteOver(texts: readonly string[], by: Signer): string {
  const tree = new CompactTree(nodeHashing)
  for (const text of texts) tree.append(nodeHashing.leaf(text))
  const text = checkpointText({ origin: by.key.name, size: texts.length, root: tree.root() })
  return `${text}\n${signatureLine(by.key, by.sign(new TextEncoder().encode(text)))}`
}

/** Canonical texts of entries 0 … size - 1. */
export function textsOf(entries: readonly LedgerEntry[]): string[] {
  return entries.map((entry) => canonicalText(entry))
}
