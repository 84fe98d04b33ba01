import type { MenxiaEvidence } from '#shared/ledger/evidence.ts'
import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import { findReview, seesAll } from './view-review.ts'

const MOST = 1000

export function readCheckpoint({ tenant }: Call) {
  const { size, note } = tenant.ledger.head()
  return { checkpoint: note, key: tenant.ledger.key, size }
}

/** Entries from..to, at most 1000. */
export function readEntries({ from, to }: { from: number; to: number }, { tenant }: Call) {
  const { size } = tenant.ledger
  if (from > to || to - from > MOST) throw outside('query.to', `from 不大于 to，一次最多 ${MOST} 条`)
  return { entries: tenant.ledger.entries(from, Math.min(to, size)), size }
}

/** One entry with its proof. An editor's are those of their own making or about their own reviews; others do not exist for them. */
export function proveEntry(seq: number, call: Call) {
  const entry = call.tenant.ledger.entry(seq)
  const own = entry && (entry.actor === call.caller.id || isOwnSubject(entry.subject, call))
  if (!entry || !(own || seesAll(call))) throw new Refusal('not-found')
  const { proof } = call.tenant.ledger.receipt(seq)
  return { entry, proof }
}

export function proveConsistency({ from, to }: { from: number; to: number }, { tenant }: Call) {
  if (from < 1 || from > to || to > tenant.ledger.size)
    throw outside('query.from', `要求 1 ≤ from ≤ to ≤ ${tenant.ledger.size}`)
  return { from, to, proof: tenant.ledger.consistency(from, to) }
}

/** 存证证明 of a review and its releases: every entry about it, proved under one checkpoint, with the texts that are still there. */
export function evidenceOf(id: string, call: Call): MenxiaEvidence {
  const { ledger, releases } = call.tenant
  const { review } = findReview(id, call)
  const subjects = [id, ...releases.ofReview(id).map((release) => release.id)]
  const items = ledger
    .about(subjects)
    .filter(({ contentHash }) => contentHash === review.contentHash)
    .slice(0, 100)
    .map((entry) => ({ entry, openings: ledger.openings(entry.seq), proof: ledger.receipt(entry.seq).proof }))
  return { format: 'menxia-evidence', v: 1, key: ledger.key, items }
}

function isOwnSubject(subject: string | null, { tenant, caller }: Call): boolean {
  const stored = subject === null ? null : tenant.reviews.find(subject)
  return stored?.review.authors.includes(caller.id) ?? false
}

function outside(path: string, message: string): Refusal {
  return new Refusal('invalid-request', undefined, { faults: [{ path, message }] })
}
