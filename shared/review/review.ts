import * as z from 'zod'
import { Sha256 } from '../draft/draft.ts'

/** 信息员, 审核人, 管理员, 监督员; `system` is the Worker itself (expiry, a newer rule set, a changed draft). */
export const Role = z.enum(['editor', 'reviewer', 'admin', 'auditor', 'system'])
export type Role = z.infer<typeof Role>

/** 初审, 复审, 终审, and 保密审查 as a level of its own. A channel's policy says which of them a draft needs, and in which order. */
export const Level = z.enum(['confidentiality', 'first', 'second', 'final'])
export type Level = z.infer<typeof Level>

/** 同意, 退回, 不予发布, 报保密部门. */
export const Verdict = z.enum(['approve', 'return', 'refuse', 'refer'])
export type Verdict = z.infer<typeof Verdict>

/** 五关: 政治关, 法律关, 政策关, 保密关, 文字关. */
export const Gate = z.enum(['political', 'legal', 'policy', 'confidentiality', 'wording'])
export type Gate = z.infer<typeof Gate>

/** 三同步 of a policy and its interpretation: 同步组织, 同步审签, 同步部署 (国办发〔2016〕80号), each confirmed by the reviewer. */
export const ThreeSyncs = z.strictObject({ organised: z.boolean(), signedOff: z.boolean(), deployed: z.boolean() })
export type ThreeSyncs = z.infer<typeof ThreeSyncs>

/**
 * Where a review stands. `emergency`: published before review (应急发布), the review still due. `to-retract`: published and then not
 * approved, so it must be taken down. `void`: the content changed after it was sent.
 */
export const State = z.enum([
  'draft',
  'submitted',
  'approved',
  'returned',
  'refused',
  'referred',
  'withdrawn',
  'void',
  'expired',
  'published',
  'emergency',
  'to-retract',
  'retracted',
])
export type State = z.infer<typeof State>

/** What the reviewer says to one finding, by its place in the report: 已改正, 误报, 保留（理由）. */
export const FindingAnswer = z.strictObject({
  finding: z.int().nonnegative(),
  answer: z.enum(['fixed', 'false-positive', 'accepted']),
  because: z.string().max(2000),
})
export type FindingAnswer = z.infer<typeof FindingAnswer>

/** One decision of one person at one level. */
export const Decision = z.strictObject({
  reviewer: z.string().min(1).max(100),
  /** The member in whose place the reviewer decided (AB角); null when in their own. */
  actingFor: z.string().min(1).max(100).nullable(),
  level: Level,
  verdict: Verdict,
  gates: z.array(Gate).max(5),
  /** Null where the draft is no policy. */
  threeSyncs: ThreeSyncs.nullable(),
  reason: z.string().max(10_000),
  answers: z.array(FindingAnswer).max(100_000),
  contentHash: Sha256,
  ruleset: z.string().max(200),
  /** Server time, UTC. */
  at: z.iso.datetime(),
})
export type Decision = z.infer<typeof Decision>

/** 送审单: one draft on its way. `version` counts every change, so that of two people acting at once one learns that they were second. */
export const Review = z.strictObject({
  id: z.string().min(1).max(100),
  version: z.int().nonnegative(),
  state: State,
  /** Everybody who ever sent it; none of them may decide on it. The last one is the current submitter. */
  authors: z.array(z.string().min(1).max(100)).max(100),
  /** Levels of this round in order, fixed when it was sent. */
  levels: z.array(Level).max(4),
  /** The level that is awaited; null when none is. */
  level: Level.nullable(),
  contentHash: Sha256.nullable(),
  ruleset: z.string().max(200).nullable(),
  /** Number of 禁止发布 findings in the report that was sent. */
  blocking: z.int().nonnegative(),
  /** 政策性文件: approving it takes 三同步. */
  policy: z.boolean(),
  /** Decisions of this round, oldest first. Earlier rounds are in the ledger. */
  decisions: z.array(Decision).max(20),
})
export type Review = z.infer<typeof Review>

/** A review before it is sent for the first time. */
export function newReview(id: string): Review {
  return {
    id,
    version: 0,
    state: 'draft',
    authors: [],
    levels: [],
    level: null,
    contentHash: null,
    ruleset: null,
    blocking: 0,
    policy: false,
    decisions: [],
  }
}
