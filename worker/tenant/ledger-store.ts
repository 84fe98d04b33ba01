import { bytesToHex, randomBytes } from '@noble/hashes/utils.js'
import type { Receipt } from '#shared/api/contract/common.ts'
import { canonicalText } from '#shared/ledger/canonical.ts'
import { checkpointText } from '#shared/ledger/checkpoint.ts'
import { commit, type Opening } from '#shared/ledger/commitment.ts'
import { LedgerEntry } from '#shared/ledger/entry.ts'
import { portableHashing } from '#shared/ledger/hash.ts'
import { consistencyProof, edgeIndexes, inclusionProof, treeHash } from '#shared/ledger/merkle.ts'
import { formatKey, signatureLine } from '#shared/ledger/note.ts'
import { formatProof } from '#shared/ledger/proof.ts'
import { type HashReader, storedHashCount, storedHashesForLeaf } from '#shared/ledger/stored-hashes.ts'
import type { Blobs } from './blobs.ts'
import type { Keys } from './keys.ts'
import type { Sql } from './sql.ts'

/** What a service says of an event; the ledger adds place, time, and the salted commitments of its texts. */
export interface Event
  extends Pick<LedgerEntry, 'type' | 'actor' | 'role' | 'subject' | 'contentHash' | 'ruleset' | 'clientAt'> {
  readonly idem: string
  readonly detail: LedgerEntry['detail']
  /** Free text; only its commitment goes into the leaf. */
  readonly reason: string | null
  /** Canonical JSON of the findings; only its commitment goes into the leaf. */
  readonly findings: string | null
}

/** 存证: the entries, the tree over them, and its signed heads. Append-only; the database's triggers hold that too. */
export class LedgerStore {
  readonly #sql: Sql
  readonly #blobs: Blobs
  readonly #keys: Keys
  readonly #tenant: string
  readonly #read: HashReader

  constructor(sql: Sql, blobs: Blobs, keys: Keys, tenant: string) {
    this.#sql = sql
    this.#blobs = blobs
    this.#keys = keys
    this.#tenant = tenant
    this.#read = (places) => this.#hashes(places)
  }

  get size(): number {
    return this.#next().seq
  }

  /** The verifier key line under which checkpoints are signed. */
  get key(): string {
    return formatKey(this.#keys.ledger)
  }

  /** Adds an entry and proves it. Run inside the transaction that changes the state it speaks of. */
  append(event: Event, now: Date): Receipt {
    const { seq, after } = this.#next()
    const { reason, findings, ...said } = event
    const entry = LedgerEntry.parse({
      v: 1,
      tenant: this.#tenant,
      seq,
      ...said,
      reasonDigest: this.#commit(seq, 'reasonDigest', reason),
      findingsDigest: this.#commit(seq, 'findingsDigest', findings),
      at: notBefore(after, now),
    })
    const json = canonicalText(entry)
    this.#sql.run(
      'INSERT INTO entries (seq, idem, type, subject, at, json) VALUES (?, ?, ?, ?, ?, ?)',
      ...[seq, entry.idem, entry.type, entry.subject, entry.at, json],
    )
    const edge = this.#edge(seq)
    const hashes = storedHashesForLeaf(seq, portableHashing.leaf(json), edge.read)
    edge.add(storedHashCount(seq), hashes)
    this.#sql.run(
      `INSERT INTO hashes (place, hash) VALUES ${hashes.map(() => '(?, ?)').join(', ')}`,
      ...hashes.flatMap((hash, i) => [storedHashCount(seq) + i, hash]),
    )
    return { seq, entry, proof: this.#proofText(seq, seq + 1, this.#sign(seq + 1, edge.read), edge.read) }
  }

  /** The proof of entry `seq` under the newest signed head. */
  receipt(seq: number): Receipt {
    const { note, size } = this.head()
    return { seq, entry: this.entry(seq)!, proof: this.#proofText(seq, size, note) }
  }

  entry(seq: number): LedgerEntry | null {
    const row = this.#sql.one<{ json: string }>('SELECT json FROM entries WHERE seq = ?', seq)
    return row && (JSON.parse(row.json) as LedgerEntry)
  }

  /** Whether an operation of this idempotency key has been done, however long ago. */
  knows(idem: string): boolean {
    return this.#sql.one('SELECT 1 FROM entries WHERE idem = ?', idem) !== null
  }

  entries(from: number, to: number): LedgerEntry[] {
    const rows = this.#sql.all<{ json: string }>(
      'SELECT json FROM entries WHERE seq >= ? AND seq < ? ORDER BY seq',
      from,
      to,
    )
    return rows.map(({ json }) => JSON.parse(json) as LedgerEntry)
  }

  about(subjects: readonly string[]): LedgerEntry[] {
    const rows = subjects.flatMap((subject) =>
      this.#sql.all<{ json: string }>('SELECT json FROM entries WHERE subject = ?', subject),
    )
    return rows.map(({ json }) => JSON.parse(json) as LedgerEntry).sort((a, b) => a.seq - b.seq)
  }

  /** The newest signed head. Each append signs one, so it is never behind the entries. */
  head(): { size: number; note: string } {
    const row = this.#sql.one<{ size: number; note: string }>(
      'SELECT size, note FROM checkpoints ORDER BY size DESC LIMIT 1',
    )
    if (!row) throw new Error('a ledger without a checkpoint')
    return row
  }

  consistency(from: number, to: number): string[] {
    return consistencyProof(from, to, this.#read).map(bytesToHex)
  }

  /** The texts behind an entry's digests that are still there. */
  openings(seq: number): Opening[] {
    const rows = this.#sql.all<{ field: Opening['field']; salt: string }>(
      'SELECT field, salt FROM openings WHERE seq = ?',
      seq,
    )
    return rows.flatMap(({ field, salt }) => {
      const text = this.#blobs.get<string>(openingId(seq, field))
      return text === null ? [] : [{ field, text, salt }]
    })
  }

  #commit(seq: number, field: Opening['field'], text: string | null): string | null {
    if (text === null) return null
    const salt = bytesToHex(randomBytes(32))
    this.#blobs.add(openingId(seq, field), text)
    this.#sql.run('INSERT INTO openings (seq, field, salt) VALUES (?, ?, ?)', seq, field, salt)
    return commit(text, salt)
  }

  /** The signed head over `size` entries, stored. */
  #sign(size: number, read: HashReader): string {
    const key = this.#keys.ledger
    const text = checkpointText({ origin: key.name, size, root: treeHash(size, read) })
    const note = `${text}\n${signatureLine(key, this.#keys.signLedger(new TextEncoder().encode(text)))}`
    this.#sql.run('INSERT INTO checkpoints (size, note) VALUES (?, ?)', size, note)
    return note
  }

  #proofText(seq: number, size: number, checkpoint: string, read = this.#read): string {
    return formatProof({ index: seq, path: inclusionProof(seq, size, read), checkpoint })
  }

  /** The place of the next entry, and the time of the one before it. */
  #next(): { seq: number; after: string } {
    const last = this.#sql.one<{ seq: number; at: string }>('SELECT seq, at FROM entries ORDER BY seq DESC LIMIT 1')
    return last ? { seq: last.seq + 1, after: last.at } : { seq: 0, after: '' }
  }

  /** A reader of what an append needs, from one question to the database: the right edge of the tree, and then the new hashes too. */
  #edge(size: number): { read: HashReader; add(from: number, hashes: readonly Uint8Array[]): void } {
    const places = edgeIndexes(size)
    const known = new Map(this.#hashes(places).map((hash, i) => [places[i]!, hash]))
    return {
      read: (wanted) => wanted.map((place) => known.get(place) ?? missing(place)),
      add: (from, hashes) => hashes.forEach((hash, i) => void known.set(from + i, hash)),
    }
  }

  #hashes(places: readonly number[]): Uint8Array[] {
    if (places.length === 0) return []
    const marks = places.map(() => '?').join(', ')
    const rows = this.#sql.all<{ place: number; hash: ArrayBuffer }>(
      `SELECT place, hash FROM hashes WHERE place IN (${marks})`,
      ...places,
    )
    const found = new Map(rows.map(({ place, hash }) => [place, new Uint8Array(hash)]))
    return places.map((place) => found.get(place) ?? missing(place))
  }
}

function missing(place: number): never {
  throw new Error(`hash ${place} is missing`)
}

/** Server time, but never before the entry before: the clock of a machine may be set back, the ledger's may not. */
function notBefore(last: string, now: Date): string {
  const at = now.toISOString()
  return at < last ? last : at
}

function openingId(seq: number, field: string): string {
  return `opening/${seq}/${field}`
}
