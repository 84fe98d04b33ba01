import type { LedgerEntry } from '#shared/ledger/entry.ts'
import type { LedgerFaultCode } from '#shared/ledger/fault.ts'
import type { HeldNote } from '#shared/ledger/held.ts'
import { entryAt, noteOver, type Signer, START, textsOf } from '../support/ledgers.ts'

/** An honest ledger, and the size at which a verifier kept its checkpoint. */
export interface Honest {
  readonly entries: readonly LedgerEntry[]
  readonly heldSize: number
  readonly heldAt: string
}

/** What the verifier is shown, what it holds, and what it must say. */
export interface Shown {
  readonly texts: readonly string[]
  readonly note: string
  readonly keyLine: string
  readonly held: readonly HeldNote[]
  readonly expected: LedgerFaultCode
}

type Random = (below: number) => number
export type Tamper = (honest: Honest, random: Random, keys: { own: Signer; other: Signer }) => Shown

/** The rows as somebody with a database shell would change them: the numbering and the signed checkpoint stay what they were. */
const rows =
  (change: (entries: LedgerEntry[], at: number, random: Random) => void, expected: LedgerFaultCode): Tamper =>
  (honest, random, { own }) => {
    const entries = structuredClone(honest.entries) as LedgerEntry[]
    change(entries, random(honest.heldSize - 1), random)
    return shown(honest, textsOf(entries), noteOver(textsOf(honest.entries), own), own.keyLine, own, expected)
  }

/** The same by the operator, who holds the key: numbers and times put in order again, and everything signed anew. */
const rebuilt =
  (change: (entries: LedgerEntry[], at: number, random: Random) => void): Tamper =>
  (honest, random, { own }) => {
    const entries = structuredClone(honest.entries) as LedgerEntry[]
    change(entries, random(honest.heldSize - 1), random)
    for (const [seq, entry] of entries.entries()) Object.assign(entry, { seq, at: entryAt(seq).at })
    const texts = textsOf(entries)
    return shown(honest, texts, noteOver(texts, own), own.keyLine, own, 'history-differs')
  }

function shown(
  honest: Honest,
  texts: readonly string[],
  note: string,
  keyLine: string,
  own: Signer,
  expected: LedgerFaultCode,
): Shown {
  const held = noteOver(textsOf(honest.entries.slice(0, honest.heldSize)), own)
  return { texts, note, keyLine, held: [{ note: held, keptAt: honest.heldAt }], expected }
}

const edit = (entries: LedgerEntry[], at: number) => {
  entries[at]!.detail = { verdict: 'refuse', level: 'final', version: 2 }
}
const drop = (entries: LedgerEntry[], at: number) => {
  entries.splice(at, 1)
}
const insert = (entries: LedgerEntry[], at: number) => {
  entries.splice(at, 0, { ...entries[at]!, idem: 'forged', actor: 'm9' })
}
const swap = (entries: LedgerEntry[], at: number) => {
  const [first] = entries.splice(at, 1)
  entries.splice(at + 1, 0, first!)
}
/** The last entries, from somewhere after `from`, are cut off. */
const cut = (entries: readonly LedgerEntry[], from: number, random: Random) =>
  entries.slice(0, from + random(entries.length - from))

export const KINDS: Readonly<Record<string, Tamper>> = {
  'edit a row': rows(edit, 'history-differs'),
  'edit and sign anew': rebuilt(edit),
  'delete a row': rows(drop, 'entry-missing'),
  'delete and sign anew': rebuilt(drop),
  'insert a row': rows(insert, 'entry-out-of-place'),
  'insert and sign anew': rebuilt(insert),
  'reorder two rows': rows(swap, 'entry-out-of-place'),
  'reorder and sign anew': rebuilt(swap),
  truncate: (honest, random, { own }) => {
    const kept = textsOf(cut(honest.entries, honest.heldSize, random))
    return shown(honest, kept, noteOver(textsOf(honest.entries), own), own.keyLine, own, 'truncated')
  },
  'roll back and sign anew': (honest, random, { own }) => {
    const kept = textsOf(honest.entries.slice(0, random(honest.heldSize)))
    return shown(honest, kept, noteOver(kept, own), own.keyLine, own, 'rolled-back')
  },
  'fork: two parties see two histories': (honest, random, { own }) => {
    // Both branches agree with everything up to the fork; the other party's checkpoint is what shows it.
    const at = random(honest.entries.length)
    const branch = honest.entries.map((entry, seq) => (seq < at ? entry : { ...entry, subject: 'other-branch' }))
    const otherParty = noteOver(textsOf(branch), own)
    const texts = textsOf(honest.entries)
    return {
      ...shown(honest, texts, noteOver(texts, own), own.keyLine, own, 'history-differs'),
      held: [{ note: otherParty, keptAt: null }],
    }
  },
  'back-date before the entry before': (honest, random, { own }) => {
    const entries = structuredClone(honest.entries) as LedgerEntry[]
    const at = 1 + random(entries.length - 1)
    entries[at]!.at = new Date(Date.parse(entries[at - 1]!.at) - 1 - random(1e9)).toISOString()
    const texts = textsOf(entries)
    return shown(honest, texts, noteOver(texts, own), own.keyLine, own, 'time-goes-back')
  },
  'back-date before the kept checkpoint': (honest, random, { own }) => {
    // Written long after the checkpoint was kept, and dated as if it came right after the entry before.
    const added = 1 + random(20)
    const late = honest.entries.slice(0, honest.heldSize)
    for (let i = 0; i < added; i++) late.push(entryAt(late.length))
    const heldAt = new Date(START + (late.length + 60) * 60_000).toISOString()
    const texts = textsOf(late)
    return shown({ ...honest, heldAt }, texts, noteOver(texts, own), own.keyLine, own, 'older-than-checkpoint')
  },
  'swap the key': (honest, _, { own, other }) => {
    const texts = textsOf(honest.entries)
    return shown(honest, texts, noteOver(texts, other), other.keyLine, own, 'key-changed')
  },
  'sign with another key under the old name': (honest, _, { own, other }) => {
    const texts = textsOf(honest.entries)
    return shown(honest, texts, noteOver(texts, other), own.keyLine, own, 'checkpoint-not-signed')
  },
}
