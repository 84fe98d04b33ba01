import type { State } from '#shared/review/review.ts'
import type { Event } from '../tenant/ledger-store.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { advanceOrRefuse, SYSTEM } from './advance-review.ts'

const DAY = 24 * 3600_000
/** One sweep does at most so much of each kind, so that no transaction of it keeps a reviewer waiting. */
const BATCH = 200
/**
 * Answers to writes are kept so long for whoever asks again. An outbox sends what it holds as soon as somebody is signed in and alarms after two days;
 * a month covers a long leave with the computer off. What is asked again later is refused, because the ledger knows the key for ever. Sessions that
 * have ended stay as long, so that who comes back is told that theirs ran out.
 */
const KEEP = 30 * DAY
/** While somebody may still have to look at the text. */
const IN_USE: readonly State[] = ['submitted', 'referred', 'approved', 'emergency']

/** What one sweep did. `more`: something that is due was left for the next, which should come soon. */
export interface Swept {
  readonly expired: number
  readonly erased: number
  readonly forgotten: number
  readonly more: boolean
}

/** What falls due at `now`: approvals that have lasted their days expire, texts are erased after theirs, old answers and what has run out is forgotten. The hashes stay. */
export function sweepBureau(tenant: Tenant, now: Date, batch = BATCH): Swept {
  const { expired, seen } = expireApprovals(tenant, now, batch)
  const erased = eraseTexts(tenant, now, batch)
  const forgotten = tenant.answers.forget(now.getTime() - KEEP, batch)
  const ended = tenant.sessions.sweep(now.getTime() - KEEP, batch)
  return { expired, erased, forgotten, more: Math.max(seen, erased, forgotten, ended) >= batch }
}

function expireApprovals(tenant: Tenant, now: Date, batch: number) {
  let expired = 0
  const lapsing = tenant.reviews.lapsing(now.toISOString(), batch)
  for (const stored of lapsing) {
    const { approvedUntil } = stored
    if (approvedUntil !== null && approvedUntil > now.toISOString()) {
      // From a database of before: from now on it is found by its date alone.
      tenant.reviews.put(stored)
      continue
    }
    const review = advanceOrRefuse(stored.review, { do: 'expire' }, SYSTEM, tenant)
    tenant.reviews.put({ ...stored, review, changedAt: now.toISOString(), approvedUntil: null })
    record(tenant, 'review.expired', review.id, review.contentHash, now)
    expired += 1
  }
  return { expired, seen: lapsing.length }
}

function eraseTexts(tenant: Tenant, now: Date, batch: number): number {
  const days = tenant.settings.current().settings.keepTextDays
  const before = new Date(now.getTime() - days * DAY).toISOString()
  const due = tenant.reviews.withText(IN_USE, before, batch)
  for (const stored of due) {
    const { id, contentHash } = stored.review
    tenant.reviews.eraseText(id)
    tenant.reviews.put({ ...stored, textErasedAt: now.toISOString() })
    record(tenant, 'text.erased', id, contentHash, now)
  }
  return due.length
}

function record(tenant: Tenant, type: Event['type'], subject: string, contentHash: string | null, now: Date): void {
  tenant.ledger.append(
    {
      ...{ type, subject, contentHash, actor: 'system', role: 'system', idem: `system.${crypto.randomUUID()}` },
      ...{ ruleset: null, clientAt: null, detail: {}, reason: null, findings: null },
    },
    now,
  )
}
