import type { CheckClaim } from '#shared/api/contract/claims.ts'
import type { PassClaims, Release } from '#shared/api/contract/releases.ts'
import { policyOf } from '#shared/api/contract/settings.ts'
import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import { findingsText, judge } from './judge.ts'
import { record } from './record.ts'
import { signJws } from './sign-jws.ts'

/** A pass is good for so long, ms. */
const GOOD_FOR = 15 * 60_000

/** What a pass is for. */
export interface Target {
  contentHash: string
  site: string
  channel: string | null
  clientAt: string | null
}

/** 放行 of an approved hash: the approval is this editor's, still good, and for this site, channel and content. */
export function releaseApproved(asked: Target & { reviewId: string }, call: Call) {
  const { tenant } = call
  const stored = tenant.reviews.find(asked.reviewId)
  if (!stored?.review.authors.includes(call.caller.id)) throw new Refusal('not-found')
  const { review, said } = stored
  if (review.state === 'expired') throw new Refusal('approval-expired')
  if (review.state !== 'approved') throw new Refusal('not-approved')
  if (stored.approvedUntil !== null && Date.parse(stored.approvedUntil) <= call.now.getTime())
    throw new Refusal('approval-expired')
  if (review.contentHash !== asked.contentHash) throw new Refusal('content-changed')
  if (said.site !== asked.site || said.channel !== asked.channel)
    throw new Refusal('content-changed', '站点或栏目与批准的不一致，批准只对原站点、原栏目有效。请重新送审。')
  const decision = stored.decisionSeqs.at(-1) ?? null
  return issue('approved', asked, asked.reviewId, decision, review.ruleset, {}, call)
}

/** 放行 of a draft in which the Worker itself, or where it has no text the claim, finds nothing that holds, in a channel that does not review every draft. */
export function releaseClean(asked: Target & { claim: CheckClaim }, call: Call) {
  const { settings } = call.tenant.settings.current()
  const { claim } = asked
  if (claim.contentHash !== asked.contentHash || claim.channel !== asked.channel) throw new Refusal('content-changed')
  if (claim.draft && claim.draft.site !== asked.site) throw new Refusal('content-changed')
  if (policyOf(settings, asked.channel).reviewEvery)
    throw new Refusal('not-approved', '这个栏目要求逐件审核，未经批准不能放行。请先送审。')
  if (claim.ruleset !== `v${call.tenant.rulesets.current}`) throw new Refusal('ruleset-outdated')
  const { counts, findings, report } = judge(claim, settings, call)
  if (settings.draftText === 'stored' && !report)
    throw new Refusal('not-approved', '没有收到正文，服务端无法自行检查，不能放行。请重新检查，或送审。')
  if (counts.block + counts.review + counts.unread > 0)
    throw new Refusal('not-approved', '稿件有需要处理、复核或未能检查的内容，不能直接放行。请处理后重试，或送审。')
  return issue('clean', asked, null, null, claim.ruleset, { findings: findingsText(findings) }, call)
}

interface Texts {
  reason?: string
  findings?: string
}

/** Signs a pass and records it. */
export function issue(
  kind: Release['kind'],
  asked: Target,
  reviewId: string | null,
  decision: number | null,
  ruleset: string | null,
  texts: Texts,
  call: Call,
) {
  const { tenant, now } = call
  const { contentHash, site, channel, clientAt } = asked
  const expires = new Date(now.getTime() + GOOD_FOR)
  const release: Release = {
    ...{ id: crypto.randomUUID(), kind, reviewId, contentHash, site, channel },
    ...{ issuedAt: now.toISOString(), expiresAt: expires.toISOString(), publishedAt: null, outcome: null },
    retractedAt: null,
  }
  tenant.releases.put({ release, member: call.caller.id, used: false })
  const receipt = record(call, {
    type: kind === 'emergency' ? 'emergency.published' : 'release.issued',
    subject: release.id,
    contentHash,
    ruleset,
    clientAt,
    ...texts,
    detail: { kind, ...(reviewId === null ? {} : { review: reviewId }) },
  })
  const seconds = (date: Date) => Math.floor(date.getTime() / 1000)
  const claims: PassClaims = {
    ...{ iss: `menxia/${tenant.id}`, aud: site, jti: release.id, iat: seconds(now), exp: seconds(expires) },
    ...{ tenant: tenant.id, cid: contentHash, channel, decision, kind },
  }
  return { release, pass: signJws(tenant.keys, 'release-pass+jwt', claims), receipt }
}
