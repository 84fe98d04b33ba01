import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { Receipt } from '#shared/api/contract/common.ts'
import { openCheckpoint, parseCheckpointText } from '#shared/ledger/checkpoint.ts'
import { LedgerEntry, leafHash } from '#shared/ledger/entry.ts'
import { equalBytes } from '#shared/ledger/hash.ts'
import { treeHash } from '#shared/ledger/merkle.ts'
import { checkInclusion } from '#shared/ledger/merkle-check.ts'
import { keyId, type NoteKey, parseKey, splitNote } from '#shared/ledger/note.ts'
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

/** What stands before the 32 bytes of an Ed25519 key in its SPKI form (RFC 8410 §4). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

/** Says of receipts whether they prove their entries under this key, signature and all; by Node's own Ed25519, which is thirty times as fast as the portable one. */
export function receiptsUnder(keyLine: string): (receipt: Receipt) => boolean {
  const key = parseKey(keyLine)!
  const form = { key: Buffer.concat([SPKI, key.publicKey]), format: 'der', type: 'spki' } as const
  const publicKey = createPublicKey(form)
  return (receipt) => {
    const entry = LedgerEntry.safeParse(receipt.entry)
    const proof = parseProof(receipt.proof)
    if (!entry.success || !proof || proof.index !== receipt.seq || entry.data.seq !== receipt.seq) return false
    const head = isSigned(proof.checkpoint, key, publicKey)
      ? parseCheckpointText(splitNote(proof.checkpoint)!.text)
      : null
    return head !== null && checkInclusion(proof.path, proof.index, leafHash(entry.data), head.size, head.root)
  }
}

function isSigned(note: string, key: NoteKey, publicKey: KeyObject): boolean {
  const parts = splitNote(note)
  const own = parts?.signatures.find(
    ({ name, bytes }) => name === key.name && equalBytes(bytes.slice(0, 4), keyId(key)),
  )
  return own !== undefined && verify(null, Buffer.from(parts!.text), publicKey, own.bytes.slice(4))
}
