import type { CheckClaim } from '#shared/api/contract/claims.ts'
import type { Call } from '../http/call.ts'
import { findingsText, judge } from './judge.ts'
import { record } from './record.ts'

/** Keeps that a draft was checked: places and counts, no text. Answers with the Worker's own report where it got the text. */
export function recordCheck(claim: CheckClaim, call: Call) {
  const judgement = judge(claim, call.tenant.settings.current().settings, call)
  const { agreement, report, findings, counts } = judgement
  const id = crypto.randomUUID()
  const at = call.now.toISOString()
  const kept = { agreement, counts, ruleset: claim.ruleset, channel: claim.channel }
  const check = { id, member: call.caller.id, hash: claim.contentHash, at, json: JSON.stringify(kept) }
  call.tenant.releases.addCheck(check)
  const receipt = record(call, {
    type: 'check.recorded',
    subject: id,
    contentHash: claim.contentHash,
    ruleset: claim.ruleset,
    clientAt: claim.clientAt,
    findings: findingsText(findings),
    detail: { agreement, ...counts },
  })
  return { id, at, agreement, report, receipt }
}
