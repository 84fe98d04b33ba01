import * as z from 'zod'
import { endpoints } from '../endpoint.ts'
import { CheckClaim } from './claims.ts'
import { At, ById, ClientAt, Id, Receipt, Sha256, TenantId, Words } from './common.ts'

export const ReleaseKind = z.enum(['approved', 'clean', 'emergency'])
/** What was sent, compared with what was approved. `unverifiable`: the browser could not read the request. */
export const SentOutcome = z.enum(['match', 'differs', 'extra', 'unverifiable'])

/** 放行: one hash, one site, one channel, once. */
export const Release = z.strictObject({
  id: Id,
  kind: ReleaseKind,
  reviewId: Id.nullable(),
  contentHash: Sha256,
  site: z.string().max(4000),
  channel: z.string().max(1000).nullable(),
  issuedAt: At,
  /** Last moment the pass is good for; at most 15 minutes. */
  expiresAt: At,
  publishedAt: At.nullable(),
  outcome: SentOutcome.nullable(),
  /** 撤稿: when the page was recorded as taken down. */
  retractedAt: At.nullable(),
})
export type Release = z.infer<typeof Release>

/** `pass` is an ES256 JWS, `typ: release-pass+jwt`; its claims are in `PassClaims`. */
const Issued = z.strictObject({ release: Release, pass: z.string().max(4000), receipt: Receipt })

export const PassClaims = z.strictObject({
  iss: z.string(),
  aud: z.string(),
  jti: Id,
  iat: z.int(),
  exp: z.int(),
  tenant: TenantId,
  cid: Sha256,
  channel: z.string().nullable(),
  /** Place of the decision's entry in the ledger; null for a clean or emergency release. */
  decision: z.int().nonnegative().nullable(),
  kind: ReleaseKind,
})
export type PassClaims = z.infer<typeof PassClaims>

const Target = { contentHash: Sha256, site: z.string().min(1).max(4000), channel: z.string().max(1000).nullable() }

export const releases = endpoints({
  'releases.create': {
    method: 'POST',
    path: '/v1/releases',
    who: ['editor'],
    write: true,
    status: 201,
    summary: '领取放行凭证：已批准的稿件，或栏目不要求逐件审核且没有命中的稿件（claim）。',
    body: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('approved'), reviewId: Id, ...Target, clientAt: ClientAt }),
      z.strictObject({ kind: z.literal('clean'), ...Target, claim: CheckClaim, clientAt: ClientAt }),
    ]),
    answer: Issued,
  },
  'releases.emergency': {
    method: 'POST',
    path: '/v1/releases/emergency',
    who: ['editor'],
    write: true,
    status: 201,
    summary: '应急发布：由指定的人先发后审，写明理由，一个工作日内补审。',
    body: z.strictObject({
      ...Target,
      title: z.string().min(1).max(10_000),
      reason: Words.min(5),
      /** The check of what goes out, so that the review that is due has something to decide on. */
      claim: CheckClaim.nullable().default(null),
      policy: z.boolean().default(false),
      /** The article's address in the CMS back office. */
      page: z.string().max(4000).nullable().default(null),
      clientAt: ClientAt,
    }),
    answer: Issued,
  },
  'releases.published': {
    method: 'POST',
    path: '/v1/releases/:id/published',
    who: ['editor'],
    write: true,
    summary: '记录已发布，以及实际发出的内容与批准的内容比对的结果。',
    params: ById,
    body: z.strictObject({
      outcome: SentOutcome,
      sentHash: Sha256.nullable(),
      url: z.string().max(4000).nullable(),
      clientAt: ClientAt,
    }),
    answer: z.strictObject({ release: Release, receipt: Receipt }),
  },
  'releases.verify': {
    method: 'POST',
    path: '/v1/releases/verify',
    who: ['cms'],
    write: true,
    summary: '供内容管理系统核验放行凭证：核对站点、栏目、内容，一次有效。',
    body: z.strictObject({ pass: z.string().max(4000), ...Target }),
    answer: z.strictObject({ release: Release, receipt: Receipt }),
  },
  'bureaus.jwks': {
    method: 'GET',
    path: '/v1/bureaus/:id/jwks.json',
    who: 'public',
    summary: '单位的公钥：放行凭证（ES256）和台账树头（Ed25519）。',
    params: z.strictObject({ id: TenantId }),
    answer: z.strictObject({
      keys: z.array(z.record(z.string(), z.string())),
      /** The ledger's key as a C2SP verifier key line. */
      ledgerKey: z.string().max(1000),
    }),
  },
})
