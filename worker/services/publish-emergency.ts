import type { CheckClaim } from '#shared/api/contract/claims.ts'
import { policyOf } from '#shared/api/contract/settings.ts'
import { newReview } from '#shared/review/review.ts'
import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import type { StoredReview } from '../tenant/review-store.ts'
import { actorOf, advanceOrRefuse } from './advance-review.ts'
import { issue, type Target } from './issue-release.ts'
import { isPolicy, type Judgement, judge } from './judge.ts'

interface Asked extends Target {
  title: string
  reason: string
  claim: CheckClaim | null
  policy: boolean
  page: string | null
}

/** What stands where the editor's extension sent no check: nothing was judged, and nothing is called clean by it. */
const UNJUDGED: Judgement = {
  agreement: 'unchecked',
  report: null,
  findings: [],
  counts: { block: 0, review: 0, advise: 0, unread: 0 },
}

/** What a review says of a draft that came without a check. */
const unread = () => ({ findings: [], coverage: { read: [], unread: [] }, kind: null, interpretationPlan: null })

const checkOf = (stored: StoredReview | null) => stored && { agreement: stored.agreement, counts: stored.counts }

/** The same draft of the same editor that waits for its review already: one draft has one review. */
function waitingReview({ contentHash, channel }: Asked, { tenant, caller }: Call): StoredReview | null {
  const same = { author: caller.id, state: 'submitted', hash: contentHash, levels: null } as const
  const found = tenant.reviews.list({ ...same, before: Number.MAX_SAFE_INTEGER, limit: 50 })
  return found.find(({ stored }) => stored.said.channel === channel)?.stored ?? null
}

/**
 * 应急发布: before review, by a named editor, with a reason. The review is due from this moment and is in the queue, with the check and, where the
 * bureau keeps it, the text, so that whoever reviews has something to decide on. No finding refuses it: the reason answers for them.
 */
export function releaseEmergency(asked: Asked, call: Call) {
  const { tenant } = call
  const { settings } = tenant.settings.current()
  const { contentHash, site, channel, title, reason, clientAt, page, policy } = asked
  const { claim } = asked
  if (settings.policies.emergency === 'nobody')
    throw new Refusal('forbidden', '本单位没有开通应急发布，未予放行。请送审，或联系管理员调整设置。')
  if (claim && claim.contentHash !== contentHash) throw new Refusal('content-changed')
  // Sent without a check, it keeps the one it was submitted with: the text is the same.
  const waiting = waitingReview(asked, call)
  const kept = claim ? null : waiting
  const judgement = claim ? judge(claim, settings, call) : { ...UNJUDGED, ...checkOf(kept) }
  const ruleset = `v${tenant.rulesets.current}`
  const action = {
    ...{ do: 'publish-emergency' as const, levels: policyOf(settings, channel).levels, contentHash, ruleset, reason },
    ...{
      blocking: judgement.counts.block,
      policy: claim ? isPolicy({ ...claim, policy }) : policy || kept?.review.policy === true,
    },
  }
  const review = advanceOrRefuse(
    waiting?.review ?? newReview(crypto.randomUUID()),
    action,
    actorOf(call, 'editor'),
    tenant,
  )
  const at = call.now.toISOString()
  const { draft, ...checked } = claim ?? { ...unread(), draft: null, contentHash, ruleset, channel, clientAt }
  const said: StoredReview['said'] = {
    ...checked,
    department: call.caller.member?.department ?? null,
    // What was said when it was submitted stays: what was looked at by hand, and the version before it.
    confirmed: waiting?.said.confirmed ?? [],
    replaces: waiting?.said.replaces ?? null,
    cmsUser: waiting?.said.cmsUser ?? null,
    ...kept?.said,
    ...{ title, site, page, policy, words: reason, clientAt },
  }
  tenant.reviews.put({
    ...{ review, said, agreement: judgement.agreement, counts: judgement.counts },
    ...{ submittedBy: call.caller.id, submittedAt: at, changedAt: at, approvedUntil: null, textErasedAt: null },
    decisionSeqs: [],
  })
  if (draft && judgement.report) tenant.reviews.putText(review.id, { draft, report: judgement.report })
  return issue('emergency', asked, review.id, null, ruleset, { reason }, call)
}
