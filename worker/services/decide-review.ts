import type { NewDecision } from '#shared/api/contract/reviews.ts'
import type { Settings } from '#shared/api/contract/settings.ts'
import type { Verdicting } from '#shared/review/action.ts'
import { claimsNothing } from '#shared/review/claims-nothing.ts'
import { REFUSALS } from '#shared/review/refusal.ts'
import { Gate } from '#shared/review/review.ts'
import type { Severity } from '#shared/rules/finding.ts'
import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import type { ReviewText, StoredReview } from '../tenant/review-store.ts'
import { decideOrRefuse } from './advance-review.ts'
import { findingsText } from './judge.ts'
import { record } from './record.ts'
import { assertStepUp } from './step-up.ts'
import { findReview, viewReview } from './view-review.ts'

const DAY = 24 * 3600_000

/** A reviewer's decision. Compare-and-set on the version that was on the screen; where the Worker has no text, the reviewer's own check must agree. */
export function decideReview(id: string, asked: NewDecision, call: Call) {
  const { tenant } = call
  const stored = findReview(id, call)
  const text = tenant.reviews.text(id)
  const { settings } = tenant.settings.current()
  const { verdict, gates, reason, answers, clientAt, recheck, ...rest } = asked
  const ticked = Gate.options.filter((gate) => gates[gate])
  const at = call.now.toISOString()
  const synced = Object.values(asked.threeSyncs ?? {}).filter(Boolean).length
  const action: Verdicting = { do: verdict, ...rest, gates: ticked, reason: reason ?? '', answers, at }
  const review = decideOrRefuse(stored.review, action, call)
  const { actingFor } = review.decisions.at(-1)!
  if (asked.ruleset !== `v${tenant.rulesets.current}`) throw new Refusal('ruleset-outdated')
  if (verdict === 'approve') {
    assertChecked(stored, asked, text)
    assertReason(stored, asked, settings)
    if (review.blocking > 0) assertStepUp(call)
  }
  assertAnswers(stored, asked, text)
  const receipt = record(call, {
    type: 'review.decided',
    subject: id,
    contentHash: review.contentHash,
    ruleset: asked.ruleset,
    clientAt,
    reason: reason === '' ? null : reason,
    findings: recheck ? findingsText(recheck.findings) : null,
    detail: {
      ...{ verdict, level: asked.level, gates: ticked.length, syncs: synced, state: review.state },
      ...(actingFor === null ? {} : { actingFor }),
    },
  })
  const days = settings.approvalDays
  const next: StoredReview = {
    ...stored,
    review,
    changedAt: at,
    approvedUntil: review.state === 'approved' ? new Date(call.now.getTime() + days * DAY).toISOString() : null,
    decisionSeqs: [...stored.decisionSeqs, receipt.seq],
  }
  tenant.reviews.put(next)
  return { review: viewReview(tenant, next, text), receipt }
}

/** Two checks by two parties stand behind an approval: the Worker's own, or, where it has no text, that of the reviewer's extension. */
function assertChecked(stored: StoredReview, { recheck }: NewDecision, text: ReviewText | null): void {
  if (text) return
  if (!recheck)
    throw new Refusal(
      'content-changed',
      '服务端没有正文，同意之前须由您的扩展在内容管理系统里读一遍稿件。请打开稿件页面后再决定。',
    )
  if (recheck.contentHash !== stored.said.contentHash) throw new Refusal('content-changed')
  if (isUnchecked(stored)) return
  if (findingsText(recheck.findings) !== findingsText(stored.said.findings))
    throw new Refusal(
      'content-changed',
      '您的扩展查到的问题与送审时所报的不一致，未作决定。请退回，或请送审人重新检查。',
    )
}

function isUnchecked({ review, said }: StoredReview): boolean {
  return claimsNothing({ state: review.state, coverage: said.coverage })
}

/** A reason where the bureau asks for one with every approval, and where an emergency release proves to hold what is 禁止发布. */
function assertReason(stored: StoredReview, { reason, recheck }: NewDecision, settings: Settings): void {
  const { approvalReason } = settings.policies
  const blocked = isUnchecked(stored) && recheck?.findings.some(({ severity }) => severity === 'block')
  if ((approvalReason === 'always' || blocked) && (reason ?? '') === '')
    throw new Refusal(
      'invalid-request',
      approvalReason === 'always'
        ? '未填写理由：本单位设定同意也须说明理由。请填写后再提交。'
        : REFUSALS['reason-missing'],
    )
}

/** One answer a finding, of those there are; what is kept although 禁止发布 says why. */
function assertAnswers(stored: StoredReview, { answers, recheck }: NewDecision, text: ReviewText | null): void {
  if (answers.length === 0) return
  const report = text?.report
  const claimed = isUnchecked(stored) ? (recheck?.findings ?? []) : stored.said.findings
  const findings: readonly { severity: Severity }[] = report?.findings ?? claimed
  const seen = new Set<number>()
  const faults = answers.flatMap(({ finding, answer, because }, at) => {
    const path = `body.answers[${at}]`
    const isBlock = findings[finding]?.severity === 'block'
    if (finding >= findings.length) return [{ path: `${path}.finding`, message: `只有 ${findings.length} 条命中` }]
    if (seen.has(finding)) return [{ path: `${path}.finding`, message: '同一条命中答复了两次' }]
    seen.add(finding)
    if (isBlock && answer === 'accepted' && because.trim() === '')
      return [{ path: `${path}.because`, message: '保留“禁止发布”的内容须写明理由' }]
    return []
  })
  if (faults.length > 0) throw new Refusal('invalid-request', undefined, { faults })
}
