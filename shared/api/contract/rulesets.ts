import * as z from 'zod'
import { Profile } from '../../ruleset/profile.ts'
import { endpoints } from '../endpoint.ts'
import { PEOPLE } from '../permissions.ts'
import { Fault } from '../problem.ts'
import { At, Empty, Paging, pageOf, Receipt, Sha256, Version, Words } from './common.ts'

/** A rule set as `shared/ruleset/ruleset.ts` has it. Carried as plain JSON: the Worker proves it, a client loads it with the same code. */
export const RuleSetDocument = z.record(z.string(), z.unknown())

export const RuleSetState = z.enum(['proposed', 'published', 'superseded', 'refused'])

export const RuleSetSummary = z.strictObject({
  version: Version,
  state: RuleSetState,
  /** SHA-256 of the canonical bytes of `{ruleset}`: what a version is. */
  digest: Sha256,
  note: Words,
  proposedBy: z.string().max(100),
  proposedAt: At,
  publishedBy: z.string().max(100).nullable(),
  publishedAt: At.nullable(),
  consents: z.array(z.strictObject({ by: z.string().max(100), at: At })),
})
export type RuleSetSummary = z.infer<typeof RuleSetSummary>

/**
 * 规则包: what every check uses. `digest` is the SHA-256 of the canonical bytes of `{ruleset, profiles}`; `signature` an ES256 JWS by the bureau's
 * key over `{tenant, version, profilesVersion, digest}`. Of two bundles the one with the smaller version, or at the same one the smaller
 * `profilesVersion`, is an old one played again.
 */
export const RuleSetBundle = z.strictObject({
  version: Version,
  profilesVersion: z.int().nonnegative(),
  digest: Sha256,
  publishedAt: At.nullable(),
  signature: z.string().max(4000),
  ruleset: RuleSetDocument,
  profiles: z.array(Profile).max(200),
})
export type RuleSetBundle = z.infer<typeof RuleSetBundle>

/** Proof of a rule set: every rule by its examples, and the share of clean documents it flags. */
export const ProveAnswer = z.strictObject({
  ok: z.boolean(),
  faults: z.array(Fault).max(100),
  rules: z.int().nonnegative(),
  terms: z.int().nonnegative(),
  tried: z.strictObject({ documents: z.int().nonnegative(), flagged: z.int().nonnegative() }),
})

const ByVersion = z.strictObject({ version: Version })
const Change = z.strictObject({ ruleset: RuleSetSummary, receipt: Receipt })

export const rulesets = endpoints({
  'rulesets.current': {
    method: 'GET',
    path: '/v1/rulesets/current',
    who: 'member',
    etag: true,
    summary: '正在使用的规则包和站点适配。未变时答复 304。',
    answer: RuleSetBundle,
  },
  'rulesets.list': {
    method: 'GET',
    path: '/v1/rulesets',
    who: PEOPLE,
    summary: '规则集各版本，新的在前。',
    query: z.strictObject(Paging),
    answer: pageOf(RuleSetSummary),
  },
  'rulesets.read': {
    method: 'GET',
    path: '/v1/rulesets/:version',
    who: PEOPLE,
    summary: '某一版本的规则集。',
    params: ByVersion,
    answer: z.strictObject({ summary: RuleSetSummary, ruleset: RuleSetDocument }),
  },
  'rulesets.propose': {
    method: 'POST',
    path: '/v1/rulesets',
    who: ['admin'],
    write: true,
    status: 201,
    summary: '提出新的规则集；不能通过自身例句的不予接受。',
    body: z.strictObject({ ruleset: RuleSetDocument, note: Words.min(1) }),
    answer: Change,
  },
  'rulesets.prove': {
    method: 'POST',
    path: '/v1/rulesets/:version/prove',
    who: ['admin'],
    summary: '对一份提案再验一遍：例句、误报率、大小。',
    params: ByVersion,
    body: Empty,
    answer: ProveAnswer,
  },
  'rulesets.consent': {
    method: 'POST',
    path: '/v1/rulesets/:version/consents',
    who: ['reviewer'],
    write: true,
    summary: '只有一位管理员的单位：审核人同意发布这份提案。',
    params: ByVersion,
    body: z.strictObject({ digest: Sha256 }),
    answer: Change,
  },
  'rulesets.publish': {
    method: 'POST',
    path: '/v1/rulesets/:version/publish',
    who: ['admin'],
    write: true,
    summary: '发布提案：由另一位管理员，或由唯一的管理员在审核人同意后。',
    params: ByVersion,
    body: z.strictObject({ digest: Sha256 }),
    answer: Change,
  },
  'rulesets.rollback': {
    method: 'POST',
    path: '/v1/rulesets/:version/rollback',
    who: ['admin'],
    write: true,
    summary: '退回到曾经发布过的版本：以新版本号重新发布其内容。',
    params: ByVersion,
    body: z.strictObject({ reason: Words.min(1) }),
    answer: Change,
  },
  'rulesets.diff': {
    method: 'GET',
    path: '/v1/rulesets/:version/diff/:other',
    who: PEOPLE,
    summary: '两个版本之间变了什么，用句子说。',
    params: z.strictObject({ version: Version, other: Version }),
    answer: z.strictObject({ sentences: z.array(z.string().max(2000)).max(5000) }),
  },
})
