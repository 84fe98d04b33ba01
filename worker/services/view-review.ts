import type { ReviewDetail, ReviewSummary } from '#shared/api/contract/reviews.ts'
import type { Role } from '#shared/api/permissions.ts'
import type { Decision } from '#shared/review/review.ts'
import type { Severity } from '#shared/rules/finding.ts'
import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import type { ReviewText, StoredReview } from '../tenant/review-store.ts'
import type { Tenant } from '../tenant/tenant.ts'

const SEES_ALL: readonly Role[] = ['reviewer', 'admin', 'auditor']

/** Whether this caller sees the reviews of others. */
export function seesAll({ caller }: Call): boolean {
  return caller.member?.roles.some((role) => SEES_ALL.includes(role)) ?? false
}

/** The review, or 404, the same where it is not the caller's to see and where it is not there. */
export function findReview(id: string, call: Call): StoredReview {
  const stored = call.tenant.reviews.find(id)
  if (!stored || !(seesAll(call) || stored.review.authors.includes(call.caller.id))) throw new Refusal('not-found')
  return stored
}

export function summariseReview(tenant: Tenant, stored: StoredReview): ReviewSummary {
  const { review, said } = stored
  return {
    id: review.id,
    version: review.version,
    state: review.state,
    level: review.state === 'referred' ? 'confidentiality' : review.level,
    title: said.title,
    channel: said.channel,
    department: said.department,
    page: said.page,
    contentHash: said.contentHash,
    submittedBy: personOf(tenant, stored.submittedBy),
    submittedAt: stored.submittedAt,
    changedAt: stored.changedAt,
    approvedUntil: stored.approvedUntil,
    counts: stored.counts,
  }
}

/** `text` is that of the review, where it was read before. */
export function viewReview(
  tenant: Tenant,
  stored: StoredReview,
  text: ReviewText | null = tenant.reviews.text(stored.review.id),
): ReviewDetail {
  const { review, said } = stored
  return {
    ...summariseReview(tenant, stored),
    ruleset: review.ruleset ?? said.ruleset,
    site: said.site,
    levels: review.levels,
    // A review of before these fields has neither.
    policy: review.policy ?? false,
    kind: said.kind,
    interpretationPlan: said.interpretationPlan ?? null,
    agreement: stored.agreement,
    findings: said.findings,
    coverage: said.coverage,
    confirmed: said.confirmed,
    report: text?.report ?? null,
    draft: text?.draft ?? null,
    textErasedAt: stored.textErasedAt,
    replaces: said.replaces,
    words: said.words,
    cmsUser: said.cmsUser,
    decisions: review.decisions.map((decision, i) => viewDecision(tenant, decision, stored.decisionSeqs[i] ?? 0)),
    comments: tenant.reviews.comments(review.id).map(({ by, ...rest }) => ({ by: personOf(tenant, by), ...rest })),
  }
}

export function countsOf(findings: readonly { severity: Severity }[], unread: number) {
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length
  return { block: count('block'), review: count('review'), advise: count('advise'), unread }
}

function viewDecision(tenant: Tenant, decision: Decision, seq: number): ReviewDetail['decisions'][number] {
  const { reviewer, actingFor, gates, reason, answers, ...rest } = decision
  const ticked = (gate: Decision['gates'][number]) => gates.includes(gate)
  return {
    ...rest,
    by: personOf(tenant, reviewer),
    actingFor: actingFor === null ? null : personOf(tenant, actingFor),
    gates: {
      political: ticked('political'),
      legal: ticked('legal'),
      policy: ticked('policy'),
      confidentiality: ticked('confidentiality'),
      wording: ticked('wording'),
    },
    threeSyncs: rest.threeSyncs ?? null,
    reason: reason === '' ? null : reason,
    answers,
    seq,
  }
}

function personOf(tenant: Tenant, id: string) {
  return { id, name: tenant.members.nameOf(id) }
}
