import { type Checkpoint, openCheckpoint } from './checkpoint.ts'
import { CompactTree } from './compact-tree.ts'
import type { LedgerFault, LedgerFaultCode } from './fault.ts'
import { equalBytes, type Hashing, portableHashing } from './hash.ts'
import { type Held, type HeldNote, openHeld } from './held.ts'
import { parseKey } from './note.ts'

/** Most faults that are kept; the rest of a ruined ledger adds nothing. */
const MAX_FAULTS = 100
/** Clocks of the ledger and of the holder may differ by this much, in milliseconds. */
const CLOCK_TOLERANCE = 10 * 60_000

/** The one form of `at`: of equal length, so that earlier is also smaller as a string. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

/** What an auditor reads besides the entries. */
export interface AuditedHead {
  /** Verifier key line that the ledger gives. */
  readonly key: string
  /** The ledger's signed checkpoint over exactly the entries that are read. */
  readonly checkpoint: string
}

/**
 * Reads a whole ledger once, entry by entry, and says what is wrong with it. It trusts nothing that the ledger says: every leaf is hashed again,
 * the tree is built again, and its roots are compared with the ledger's own checkpoint and with those that somebody else kept. Memory
 * does not grow with the texts, only with the idempotency keys.
 */
export class LedgerAudit {
  readonly #tree: CompactTree
  readonly #hashing: Hashing
  readonly #faults: LedgerFault[] = []
  readonly #checkpoint: Checkpoint | null
  readonly #held: readonly Held[]
  readonly #idems = new Set<string>()
  #tenant: string | null = null
  #lastAt = ''
  #agreed = 0

  constructor(head: AuditedHead, held: readonly HeldNote[], hashing: Hashing = portableHashing) {
    this.#hashing = hashing
    this.#tree = new CompactTree(hashing)
    const key = parseKey(head.key)
    this.#checkpoint = key && openCheckpoint(head.checkpoint, key)
    const kept = key ? openHeld(held, key) : { held: [], foreign: 0 }
    this.#held = kept.held
    if (!key) this.#fault('key-malformed')
    else if (!this.#checkpoint) this.#fault('checkpoint-not-signed')
    if (kept.foreign > 0) this.#fault('key-changed')
    this.#compareRoots()
  }

  /** Entries read so far. */
  get size(): number {
    return this.#tree.size
  }

  /** Reads the next entry. `text` is its canonical JSON (RFC 8785), as stored: another spelling of the same entry gives another leaf. */
  add(text: string): void {
    const at = this.#tree.size
    this.#examine(text, at)
    this.#tree.append(this.#hashing.leaf(text))
    this.#compareRoots()
  }

  /** All faults, after the last entry. An empty list means: every entry is in its place, and every checkpoint agrees. */
  finish(): readonly LedgerFault[] {
    const { size } = this.#tree
    const checkpoint = this.#checkpoint
    if (checkpoint) {
      if (size < checkpoint.size) this.#fault('truncated', size, checkpoint.size)
      else if (size > checkpoint.size) this.#fault('not-covered', checkpoint.size, size)
    }
    for (const held of this.#held) if (held.size > size) this.#fault('rolled-back', size, held.size)
    return this.#faults
  }

  #examine(text: string, at: number): void {
    const entry = readPlace(text)
    if (!entry) {
      this.#fault('entry-malformed', at, at + 1)
      return
    }
    if (entry.seq > at) this.#fault('entry-missing', at, entry.seq)
    if (entry.seq < at) this.#fault('entry-out-of-place', at, at + 1)
    this.#tenant ??= entry.tenant
    if (entry.tenant !== this.#tenant) this.#fault('tenant-differs', at, at + 1)
    if (this.#idems.has(entry.idem)) this.#fault('idem-repeated', at, at + 1)
    this.#idems.add(entry.idem)
    if (entry.at < this.#lastAt) this.#fault('time-goes-back', at, at + 1)
    this.#lastAt = entry.at
    if (this.#held.some((held) => held.size <= at && isOlder(entry.at, held.keptAt)))
      this.#fault('older-than-checkpoint', at, at + 1)
  }

  /** Compares the root at this size with every checkpoint of this size. */
  #compareRoots(): void {
    const { size } = this.#tree
    const own = this.#checkpoint?.size === size ? this.#checkpoint : null
    const kept = this.#held.filter((held) => held.size === size)
    if (!own && kept.length === 0) return
    const root = this.#tree.root()
    if (kept.some((held) => !equalBytes(held.root, root))) this.#fault('history-differs', this.#agreed, size)
    else if (kept.length > 0) this.#agreed = size
    if (own && !equalBytes(own.root, root)) this.#fault('checkpoint-differs', this.#agreed, size)
  }

  #fault(code: LedgerFaultCode, from: number | null = null, to: number | null = null): void {
    if (this.#faults.length < MAX_FAULTS) this.#faults.push({ code, from, to })
  }
}

/** What the audit reads of an entry. Not the whole form: a later version may add a type, and an older verifier must still be able to count and hash it. */
interface Place {
  readonly seq: number
  readonly tenant: string
  readonly idem: string
  readonly at: string
}

function readPlace(text: string): Place | null {
  try {
    const { seq, tenant, idem, at } = JSON.parse(text)
    const good =
      Number.isSafeInteger(seq) && typeof tenant === 'string' && typeof idem === 'string' && typeof at === 'string'
    return good && INSTANT.test(at) ? { seq, tenant, idem, at } : null
  } catch {
    return null
  }
}

function isOlder(at: string, keptAt: string | null): boolean {
  return keptAt !== null && Date.parse(at) < Date.parse(keptAt) - CLOCK_TOLERANCE
}
