import type { Receipt } from '#shared/api/contract/common.ts'
import { openCheckpoint, parseCheckpointText } from '#shared/ledger/checkpoint.ts'
import { LedgerEntry, leafHash } from '#shared/ledger/entry.ts'
import { equalBytes } from '#shared/ledger/hash.ts'
import { treeHash } from '#shared/ledger/merkle.ts'
import { checkInclusion } from '#shared/ledger/merkle-check.ts'
import { parseKey, splitNote } from '#shared/ledger/note.ts'
import { parseProof } from '#shared/ledger/proof.ts'
import { storedHashesForLeaf } from '#shared/ledger/stored-hashes.ts'
import { type Bureau, must } from '../contract/actors.ts'

/** All entries of a bureau, in pages, and how many of them do not stand: a gap, another tenant's, or a root that the signed head does not say. */
export async function readLedger(bureau: Bureau): Promise<{ entries: LedgerEntry[]; faults: number }> {
  const { size, checkpoint, key } = must(await bureau.admin.call('ledger.checkpoint', {}))
  const entries: LedgerEntry[] = []
  while (entries.length < size) {
    const query = { from: entries.length, to: Math.min(size, entries.length + 1000) }
    const page = must(await bureau.admin.call('ledger.entries', { query }))
    if (page.entries.length === 0) break
    entries.push(...page.entries.map((entry) => LedgerEntry.parse(entry)))
  }
  const hashes: Uint8Array[] = []
  const read = (places: readonly number[]) => places.map((place) => hashes[place]!)
  for (const [i, entry] of entries.entries()) hashes.push(...storedHashesForLeaf(i, leafHash(entry), read))
  const head = openCheckpoint(checkpoint, parseKey(key)!)
  const rooted = head?.size === entries.length && equalBytes(head.root, treeHash(entries.length, read))
  const wrong = entries.filter((entry, i) => entry.seq !== i || entry.tenant !== bureau.id).length
  return { entries, faults: wrong + (rooted ? 0 : 1) }
}

/** Whether an acknowledgement proves its entry. The signature of its head costs 2 ms: it is checked where `signed` asks for it. */
export function receiptHolds(receipt: Receipt, key: string, signed: boolean): boolean {
  const entry = LedgerEntry.safeParse(receipt.entry)
  const proof = parseProof(receipt.proof)
  if (!entry.success || !proof || proof.index !== receipt.seq || entry.data.seq !== receipt.seq) return false
  const head = signed
    ? openCheckpoint(proof.checkpoint, parseKey(key)!)
    : parseCheckpointText(splitNote(proof.checkpoint)?.text ?? '')
  return head !== null && checkInclusion(proof.path, proof.index, leafHash(entry.data), head.size, head.root)
}
