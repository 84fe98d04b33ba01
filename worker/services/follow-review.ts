import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import { actorOf, advanceOrRefuse } from './advance-review.ts'
import { record } from './record.ts'
import { findReview, viewReview } from './view-review.ts'

/** 撤回 by who sent it. */
export function withdrawReview(id: string, asked: { version: number; reason: string | null }, call: Call) {
  const stored = findReview(id, call)
  if (!stored.review.authors.includes(call.caller.id)) throw new Refusal('not-found')
  if (asked.version !== stored.review.version) throw new Refusal('stale-version')
  const review = advanceOrRefuse(stored.review, { do: 'withdraw' }, actorOf(call, 'editor'), call.tenant)
  const next = { ...stored, review, changedAt: call.now.toISOString(), approvedUntil: null }
  call.tenant.reviews.put(next)
  const { contentHash, ruleset } = review
  const receipt = record(call, { type: 'review.withdrawn', subject: id, contentHash, ruleset, reason: asked.reason })
  return { review: viewReview(call.tenant, next), receipt }
}

/** 留言 to a review that the caller may see. */
export function commentOnReview(id: string, text: string, call: Call) {
  const stored = findReview(id, call)
  call.tenant.reviews.comment(id, { by: call.caller.id, text, at: call.now.toISOString() })
  const { contentHash, ruleset } = stored.review
  const receipt = record(call, { type: 'review.commented', subject: id, contentHash, ruleset, reason: text })
  return { review: viewReview(call.tenant, stored), receipt }
}

/** The interpretation that was planned for a policy is out: what was owed is done. */
export function recordInterpretation(id: string, url: string, call: Call) {
  const stored = findReview(id, call)
  if (stored.review.state !== 'published' || !stored.said.interpretationPlan)
    throw new Refusal('wrong-state', '这份稿件没有待发布的解读：只有已发布并附有解读方案的政策才需记录。请核对稿件。')
  if (stored.interpretedAt !== undefined) throw new Refusal('wrong-state', '这份政策的解读已经记录过，无须重复。')
  const next = { ...stored, interpretedAt: call.now.toISOString() }
  call.tenant.reviews.put(next)
  const { contentHash, ruleset } = stored.review
  const said = { subject: id, contentHash, ruleset, reason: url }
  const receipt = record(call, { type: 'interpretation.published', ...said })
  return { review: viewReview(call.tenant, next), receipt }
}
