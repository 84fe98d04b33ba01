import * as z from 'zod'
import { type Checkpoint, openCheckpoint } from './checkpoint.ts'
import { commit, Opening } from './commitment.ts'
import { LedgerEntry, leafHash } from './entry.ts'
import { checkInclusion } from './merkle-check.ts'
import { formatKey, type NoteKey, parseKey } from './note.ts'
import { parseProof } from './proof.ts'

/** One entry with what proves it. */
export const EvidenceItem = z.strictObject({
  entry: LedgerEntry,
  /** Texts behind the salted digests, as far as the holder may see them and they are not erased. */
  openings: z.array(Opening).max(10),
  /** C2SP `tlog-proof` text. */
  proof: z.string().max(200_000),
})

/** 发布凭证: what a release exports, provable offline by `menxia verify` and by anyone's own code. */
export const MenxiaEvidence = z.strictObject({
  format: z.literal('menxia-evidence'),
  v: z.literal(1),
  /** The ledger's public key as a verifier key line. It names itself: a reader who wants more than consistency compares it with one from elsewhere. */
  key: z.string().max(1000),
  items: z.array(EvidenceItem).min(1).max(100),
})
export type MenxiaEvidence = z.infer<typeof MenxiaEvidence>

export type EvidenceFault =
  | 'key-malformed'
  | 'key-differs'
  | 'proof-malformed'
  | 'checkpoint-not-signed'
  | 'index-differs'
  | 'not-included'
  | 'opening-differs'
  | 'mixed-subjects'

/** `item` is the place in `items`, null where the fault is of the whole. */
export type EvidenceAnswer =
  | { ok: true; key: NoteKey; checkpoints: readonly Checkpoint[] }
  | { ok: false; fault: EvidenceFault; item: number | null }

/**
 * Proves every item: its leaf is in the tree of its checkpoint, the key signed that checkpoint, and every opening gives the digest in the entry.
 * With `trusted` the evidence's key must be that one. All items speak of one bureau and, where they name one, of one content hash.
 */
export function checkEvidence(evidence: MenxiaEvidence, trusted: NoteKey | null = null): EvidenceAnswer {
  const key = parseKey(evidence.key)
  if (!key) return { ok: false, fault: 'key-malformed', item: null }
  if (trusted && formatKey(trusted) !== evidence.key) return { ok: false, fault: 'key-differs', item: null }
  const checkpoints: Checkpoint[] = []
  for (const [item, one] of evidence.items.entries()) {
    const answer = checkItem(one, key)
    if (typeof answer === 'string') return { ok: false, fault: answer, item }
    checkpoints.push(answer)
  }
  const hashes = new Set(evidence.items.map(({ entry }) => entry.contentHash).filter((hash) => hash !== null))
  const tenants = new Set(evidence.items.map(({ entry }) => entry.tenant))
  if (hashes.size > 1 || tenants.size > 1) return { ok: false, fault: 'mixed-subjects', item: null }
  return { ok: true, key, checkpoints }
}

function checkItem(item: z.infer<typeof EvidenceItem>, key: NoteKey): Checkpoint | EvidenceFault {
  const proof = parseProof(item.proof)
  if (!proof) return 'proof-malformed'
  const checkpoint = openCheckpoint(proof.checkpoint, key)
  if (!checkpoint) return 'checkpoint-not-signed'
  if (proof.index !== item.entry.seq) return 'index-differs'
  if (!checkInclusion(proof.path, proof.index, leafHash(item.entry), checkpoint.size, checkpoint.root))
    return 'not-included'
  for (const { field, text, salt } of item.openings)
    if (item.entry[field] !== commit(text, salt)) return 'opening-differs'
  return checkpoint
}
