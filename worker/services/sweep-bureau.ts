import type { State } from '#shared/review/review.ts'
import type { Event } from '../tenant/ledger-store.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { advanceOrRefuse, SYSTEM } from './advance-review.ts'

const DAY = 24 * 3600_000
/** While somebody may still have to look at the text. */
const IN_USE: readonly State[] = ['submitted', 'referred', 'approved', 'emergency']

/** What falls due at `now`: approvals that have lasted their days expire, texts are erased after theirs. The hashes stay. */
export function sweepBureau(tenant: Tenant, now: Date): { expired: number; erased: number } {
  return { expired: expireApprovals(tenant, now), erased: eraseTexts(tenant, now) }
}

function expireApprovals(tenant: Tenant, now: Date): number {
  const due = tenant.reviews
    .inStates(['approved'])
    .filter(({ approvedUntil }) => approvedUntil !== null && Date.parse(approvedUntil) <= now.getTime())
  for (const stored of due) {
    const review = advanceOrRefuse(stored.review, { do: 'expire' }, SYSTEM, tenant)
    tenant.reviews.put({ ...stored, review, changedAt: now.toISOString(), approvedUntil: null })
    record(tenant, 'review.expired', review.id, review.contentHash, now)
  }
  return due.length
}

function eraseTexts(tenant: Tenant, now: Date): number {
  const days = tenant.settings.current().settings.keepTextDays
  const before = new Date(now.getTime() - days * DAY).toISOString()
  const due = tenant.reviews.withText(IN_USE, before)
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
