import type { Receipt } from '#shared/api/contract/common.ts'
import { openCheckpoint } from '#shared/ledger/checkpoint.ts'
import { LedgerEntry, leafHash } from '#shared/ledger/entry.ts'
import { checkInclusion } from '#shared/ledger/merkle-check.ts'
import { parseKey } from '#shared/ledger/note.ts'
import { parseProof } from '#shared/ledger/proof.ts'

/** Whether a receipt proves what it should: the entry is about this content, and its leaf is in a tree whose checkpoint the known key signed. */
export function verifyReceipt(receipt: Receipt, ledgerKey: string, contentHash: string | null): boolean {
  const key = parseKey(ledgerKey)
  const entry = LedgerEntry.safeParse(receipt.entry)
  const proof = parseProof(receipt.proof)
  if (key === null || !entry.success || proof === null) return false
  if (entry.data.seq !== receipt.seq || proof.index !== receipt.seq) return false
  if (contentHash !== null && entry.data.contentHash !== contentHash) return false
  const checkpoint = openCheckpoint(proof.checkpoint, key)
  if (checkpoint === null) return false
  return checkInclusion(proof.path, proof.index, leafHash(entry.data), checkpoint.size, checkpoint.root)
}
