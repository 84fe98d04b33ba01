import type { Release } from '#shared/api/contract/releases.ts'
import type { Review } from '#shared/review/review.ts'
import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import type { ReleaseRow } from '../tenant/release-store.ts'
import type { StoredReview } from '../tenant/review-store.ts'
import { actorOf, advanceOrRefuse } from './advance-review.ts'
import { record } from './record.ts'
import { findReview, seesAll, viewReview } from './view-review.ts'

/** States in which the page is out, or may be. */
const OUT: readonly Review['state'][] = ['published', 'emergency', 'to-retract']

/** 撤稿: the page of this review was taken down, and with it every release of it. */
export function retractReview(id: string, asked: { version: number; reason: string }, call: Call) {
  const { tenant } = call
  const stored = findReview(id, call)
  if (asked.version !== stored.review.version) throw new Refusal('stale-version')
  const next = advanceReview(stored, asked.reason, call)
  for (const release of tenant.releases.ofReview(id)) if (release.retractedAt === null) markRetracted(release.id, call)
  const { contentHash, ruleset } = next.review
  const receipt = record(call, { type: 'release.retracted', subject: id, contentHash, ruleset, reason: asked.reason })
  return { review: viewReview(tenant, next), receipt }
}

/** 撤稿 of what one release put out: an incident, or a draft that needed no review. A review whose page this was goes the same way. */
export function retractRelease(id: string, asked: { reason: string }, call: Call) {
  const { tenant } = call
  const row = tenant.releases.find(id)
  if (!row || !(seesAll(call) || row.member === call.caller.id)) throw new Refusal('not-found')
  const { publishedAt, retractedAt, kind, reviewId, contentHash } = row.release
  if (retractedAt !== null) throw new Refusal('wrong-state', '这次放行已经记录为撤稿，无须重复。')
  if (publishedAt === null && kind !== 'emergency')
    throw new Refusal('wrong-state', '这次放行还没有发布，没有可撤的页面。凭证不用时会自行失效。')
  const stored = reviewId === null ? null : tenant.reviews.find(reviewId)
  if (stored && OUT.includes(stored.review.state)) advanceReview(stored, asked.reason, call)
  const { release } = markRetracted(id, call)
  const detail = reviewId === null ? {} : { review: reviewId }
  const receipt = record(call, { type: 'release.retracted', subject: id, contentHash, reason: asked.reason, detail })
  return { release, receipt }
}

function advanceReview(stored: StoredReview, reason: string, call: Call): StoredReview {
  const role = call.caller.role as 'editor' | 'reviewer' | 'admin'
  const review = advanceOrRefuse(stored.review, { do: 'retract', reason }, actorOf(call, role), call.tenant)
  const next = { ...stored, review, changedAt: call.now.toISOString(), approvedUntil: null }
  call.tenant.reviews.put(next)
  return next
}

function markRetracted(id: string, { tenant, now }: Call): ReleaseRow {
  const row = tenant.releases.find(id)!
  const release: Release = { ...row.release, retractedAt: now.toISOString() }
  const next = { ...row, release }
  tenant.releases.put(next)
  return next
}
