import { p256 } from '@noble/curves/nist.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { PassClaims, type Release } from '#shared/api/contract/releases.ts'
import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import { advanceOrRefuse, SYSTEM } from './advance-review.ts'
import { record } from './record.ts'

interface Sent {
  outcome: NonNullable<Release['outcome']>
  sentHash: string | null
  url: string | null
  clientAt: string | null
}

/** What became of a release: published, and how what was sent compares with what was approved. Anything but `match` is an incident in the ledger. */
export function recordPublished(id: string, asked: Sent, call: Call) {
  const { tenant } = call
  const row = tenant.releases.find(id)
  if (!row || row.member !== call.caller.id) throw new Refusal('not-found')
  if (row.release.publishedAt !== null) throw new Refusal('wrong-state', '这次放行已经记录为发布，无须重复。')
  if (row.release.retractedAt !== null) throw new Refusal('wrong-state', '这次放行已经记录为撤稿，不能再记录为发布。')
  const { contentHash, reviewId } = row.release
  if (asked.outcome === 'match' && asked.sentHash !== null && asked.sentHash !== contentHash)
    throw new Refusal('content-changed', '报告的是内容一致，但发出内容的指纹与批准的不同。请核对后如实记录。')
  const release = { ...row.release, publishedAt: call.now.toISOString(), outcome: asked.outcome }
  tenant.releases.put({ ...row, release })
  const said = { subject: id, contentHash, clientAt: asked.clientAt, reason: asked.url }
  const receipt = record(call, { type: 'release.published', ...said, detail: { outcome: asked.outcome } })
  const incident = asked.outcome === 'differs' || asked.outcome === 'extra'
  if (incident)
    record(call, { type: 'incident.recorded', subject: id, contentHash, detail: { outcome: asked.outcome } }, 2)
  else if (reviewId !== null) publishReview(reviewId, contentHash, call)
  return { release, receipt }
}

function publishReview(id: string, contentHash: string, call: Call): void {
  const stored = call.tenant.reviews.find(id)
  if (stored?.review.state !== 'approved') return
  const review = advanceOrRefuse(stored.review, { do: 'publish', contentHash }, SYSTEM, call.tenant)
  call.tenant.reviews.put({ ...stored, review, changedAt: call.now.toISOString(), approvedUntil: null })
}

interface Shown {
  pass: string
  contentHash: string
  site: string
  channel: string | null
}

/** For the CMS: the pass is genuine, for this site, channel and content, not expired, and was not used before; now it is. */
export function verifyPass(asked: Shown, call: Call) {
  const { tenant } = call
  const claims = claimsOf(asked.pass, call)
  const { member } = call.caller
  const fits =
    claims.tenant === tenant.id &&
    claims.aud === asked.site &&
    member?.site === asked.site &&
    claims.channel === asked.channel &&
    claims.cid === asked.contentHash
  // A minute of leeway for the machine that shows it; the Worker's own clock decides.
  if (!fits || claims.exp * 1000 + 60_000 <= call.now.getTime()) throw new Refusal('pass-invalid')
  const row = tenant.releases.find(claims.jti)
  if (!row) throw new Refusal('pass-invalid')
  if (row.used) throw new Refusal('pass-used')
  if (!stillGood(row.release, call))
    throw new Refusal('pass-invalid', '批准在领取凭证之后已撤回、作废或撤稿，凭证随之失效。请按最新状态重新办理。')
  tenant.releases.put({ ...row, used: true })
  const receipt = record(call, {
    type: 'release.issued',
    subject: claims.jti,
    contentHash: claims.cid,
    detail: { verified: true },
  })
  return { release: row.release, receipt }
}

/** A pass ends with the approval that it was given for. */
function stillGood({ kind, reviewId, retractedAt }: Release, { tenant }: Call): boolean {
  if (retractedAt !== null) return false
  const state = reviewId === null ? null : tenant.reviews.find(reviewId)?.review.state
  return kind !== 'approved' || state === 'approved' || state === 'published'
}

/** The claims of a pass of ours. Only ES256 with our own key id is looked at: a header chooses nothing. */
function claimsOf(pass: string, { tenant }: Call): PassClaims {
  const parts = pass.split('.')
  if (parts.length !== 3) throw new Refusal('pass-invalid')
  try {
    const [header, payload, signature] = parts.map(bytesOf) as [Uint8Array, Uint8Array, Uint8Array]
    const { alg, kid, typ } = JSON.parse(new TextDecoder().decode(header)) as Record<string, unknown>
    const { release } = tenant.keys
    if (alg !== 'ES256' || typ !== 'release-pass+jwt' || kid !== release.kid) throw new Refusal('pass-invalid')
    const key = Uint8Array.of(4, ...release.x, ...release.y)
    const signed = utf8ToBytes(`${parts[0]}.${parts[1]}`)
    if (!p256.verify(signature, signed, key, { lowS: false })) throw new Refusal('pass-invalid')
    return PassClaims.parse(JSON.parse(new TextDecoder().decode(payload)))
  } catch {
    throw new Refusal('pass-invalid')
  }
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
}
