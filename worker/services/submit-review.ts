import type { Submission } from '#shared/api/contract/reviews.ts'
import { policyOf } from '#shared/api/contract/settings.ts'
import { newReview, type Review } from '#shared/review/review.ts'
import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import type { StoredReview } from '../tenant/review-store.ts'
import { actorOf, advanceOrRefuse } from './advance-review.ts'
import { findingsText, isPolicy, judge } from './judge.ts'
import { record } from './record.ts'
import { viewReview } from './view-review.ts'

const OPEN: readonly Review['state'][] = ['submitted', 'approved', 'referred']

/**
 * 送审. The Worker checks the text itself where it may have it, keeps the review copy apart from everything else so that it can be erased, and
 * makes the review that this one replaces void.
 */
export function submitReview(asked: Submission, call: Call) {
  const { tenant } = call
  const { settings } = tenant.settings.current()
  const { draft, ...said } = asked
  const judgement = judge(asked, settings, call)
  const { levels } = policyOf(settings, asked.channel)
  const authors = asked.replaces === null ? [] : replace(asked.replaces, asked.contentHash, call)
  const submission = {
    do: 'submit' as const,
    levels,
    contentHash: asked.contentHash,
    ruleset: asked.ruleset,
    blocking: judgement.counts.block,
    policy: isPolicy(asked),
  }
  const start = { ...newReview(crypto.randomUUID()), authors }
  const review = advanceOrRefuse(start, submission, actorOf(call, 'editor'), call.tenant)
  const at = call.now.toISOString()
  const stored: StoredReview = {
    review,
    said,
    agreement: judgement.agreement,
    counts: judgement.counts,
    submittedBy: call.caller.id,
    submittedAt: at,
    changedAt: at,
    approvedUntil: null,
    textErasedAt: null,
    decisionSeqs: [],
  }
  tenant.reviews.put(stored)
  if (draft && judgement.report) tenant.reviews.putText(review.id, { draft, report: judgement.report })
  const receipt = record(call, {
    type: 'review.submitted',
    subject: review.id,
    contentHash: asked.contentHash,
    ruleset: asked.ruleset,
    clientAt: asked.clientAt,
    findings: findingsText(judgement.findings),
    reason: wordsOf(asked),
    detail: { agreement: judgement.agreement, levels: levels.join('+'), ...judgement.counts, ...planDetail(asked) },
  })
  return { review: viewReview(tenant, stored), receipt }
}

/** The plan's form and due day; who is responsible is a person's name and stands in the words (see `wordsOf`). */
function planDetail({ interpretationPlan: plan }: Submission): Record<string, string> {
  return plan === null ? {} : { plan: plan.form, planDueOn: plan.dueOn }
}

/** What the salted commitment is over: the editor's words and, on a line of their own, who is responsible for the plan. */
function wordsOf({ words, interpretationPlan: plan }: Submission): string | null {
  if (plan === null) return words
  const who = `解读方案：${plan.responsibleDepartment}，第一解读人${plan.leadInterpreter}`
  return words === null ? who : `${words}\n${who}`
}

/** The authors of the review that is replaced; made void where it was still open. */
function replace(id: string, contentHash: string, call: Call): string[] {
  const { tenant } = call
  const stored = tenant.reviews.find(id)
  if (!stored?.review.authors.includes(call.caller.id)) throw new Refusal('not-found')
  if (!OPEN.includes(stored.review.state)) return stored.review.authors
  if (stored.review.contentHash === contentHash)
    throw new Refusal('conflict', '同样内容的稿件已经送审，无须重复送审。请等待审核，或先撤回。')
  const review = advanceOrRefuse(stored.review, { do: 'change', contentHash }, actorOf(call, 'editor'), call.tenant)
  tenant.reviews.put({ ...stored, review, changedAt: call.now.toISOString(), approvedUntil: null })
  record(call, { type: 'review.voided', subject: id, contentHash: review.contentHash, ruleset: review.ruleset }, 2)
  return review.authors
}
