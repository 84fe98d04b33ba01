import * as z from 'zod'
import { Draft, Unread } from '../../draft/draft.ts'
import { InterpretationPlan } from '../../draft/interpretation-plan.ts'
import { FindingAnswer, Level, State, ThreeSyncs, Verdict } from '../../review/review.ts'
import { Coverage, Report } from '../../rules/finding.ts'
import { endpoints } from '../endpoint.ts'
import { PEOPLE } from '../permissions.ts'
import { Agreement } from './checks.ts'
import { CheckClaim, FindingClaim, type WithDraft } from './claims.ts'
import { At, ById, ClientAt, Id, Paging, Person, pageOf, Receipt, Sha256, Version, Words } from './common.ts'
import { DecisionRecord, Gates } from './decisions.ts'

export const ReviewState = State
export type ReviewState = State

export const ReviewSummary = z.strictObject({
  id: Id,
  /** Grows with every change; a decision names the one it was made on. */
  version: z.int().positive(),
  state: ReviewState,
  /** The level that decides next; null when nothing is awaited. */
  level: Level.nullable(),
  title: z.string().max(10_000),
  channel: z.string().max(1000).nullable(),
  department: z.string().max(1000).nullable(),
  /** The article's address in the CMS back office, so that the reviewer's own extension can read it. */
  page: z.string().max(4000).nullable(),
  contentHash: Sha256,
  submittedBy: Person,
  submittedAt: At,
  changedAt: At,
  /** Last moment of an approval. */
  approvedUntil: At.nullable(),
  counts: z.strictObject({ block: z.int(), review: z.int(), advise: z.int(), unread: z.int() }),
})
export type ReviewSummary = z.infer<typeof ReviewSummary>

export const ReviewDetail = z.strictObject({
  ...ReviewSummary.shape,
  ruleset: Version,
  site: z.string().max(4000),
  levels: z.array(Level),
  /** 政策性文件: approving it takes 三同步. */
  policy: z.boolean(),
  /** The editor's own classification; null where the engine's stands. */
  kind: z.string().max(50).nullable(),
  interpretationPlan: InterpretationPlan.nullable(),
  agreement: Agreement,
  /** The submitter's claim. */
  findings: z.array(FindingClaim),
  coverage: Coverage,
  confirmed: z.array(Unread),
  /** The Worker's own check; null where it got no text. */
  report: Report.nullable(),
  /** 审核副本: null under `none`, and after erasure. */
  draft: Draft.nullable(),
  textErasedAt: At.nullable(),
  /** The review of the version before, when this one replaces it: to show what changed. */
  replaces: Id.nullable(),
  words: Words.nullable(),
  cmsUser: z.string().max(200).nullable(),
  decisions: z.array(DecisionRecord),
  comments: z.array(z.strictObject({ by: Person, text: Words, at: At })),
})
export type ReviewDetail = WithDraft<z.infer<typeof ReviewDetail>>

export const Submission = z.strictObject({
  ...CheckClaim.shape,
  title: z.string().min(1).max(10_000),
  department: z.string().max(1000).nullable(),
  /** 政策性文件, as the submitter's check classed it; with the text the Worker classes it itself. */
  policy: z.boolean().default(false),
  site: z.string().max(4000),
  page: z.string().max(4000).nullable(),
  /** Fields and attachments that were not read and that the editor confirmed by name. */
  confirmed: z.array(Unread).max(1000),
  replaces: Id.nullable(),
  words: Words.nullable(),
  /** Who is logged in to the CMS, as its page says: a claim. */
  cmsUser: z.string().max(200).nullable(),
})
export type Submission = WithDraft<z.infer<typeof Submission>>

export const NewDecision = z.strictObject({
  version: z.int().positive(),
  contentHash: Sha256,
  ruleset: Version,
  level: Level,
  verdict: Verdict,
  gates: Gates,
  /** Required, all three, for approving a policy. */
  threeSyncs: ThreeSyncs.nullable().default(null),
  /** Required for everything but a plain approval, and for approving a `block` finding. */
  reason: Words.nullable(),
  answers: z.array(FindingAnswer).max(10_000),
  /** Under `none`: what the reviewer's own extension found on reading the draft in the CMS. */
  recheck: z.strictObject({ contentHash: Sha256, findings: z.array(FindingClaim).max(10_000) }).nullable(),
  clientAt: ClientAt,
})
export type NewDecision = z.infer<typeof NewDecision>

/** What a write to a review answers: the review as it now is, and the proof of the write. */
export const Changed = z.strictObject({ review: ReviewDetail, receipt: Receipt })

export const reviews = endpoints({
  'reviews.submit': {
    method: 'POST',
    path: '/v1/reviews',
    who: ['editor'],
    write: true,
    status: 201,
    summary: '送审。',
    body: Submission,
    answer: Changed,
  },
  'reviews.list': {
    method: 'GET',
    path: '/v1/reviews',
    who: PEOPLE,
    summary: '审核队列：信息员只见自己的，审核人、管理员、监督员见全部。',
    query: z.strictObject({
      ...Paging,
      state: ReviewState.optional(),
      /** `true`: only those that wait for a level of the caller, or of a reviewer in whose place the caller stands. */
      mine: z.enum(['true', 'false']).default('false'),
      contentHash: Sha256.optional(),
    }),
    answer: pageOf(ReviewSummary),
  },
  'reviews.read': {
    method: 'GET',
    path: '/v1/reviews/:id',
    who: PEOPLE,
    summary: '一份送审稿：命中、检查回执、审核副本、决定。',
    params: ById,
    answer: ReviewDetail,
  },
  'reviews.decide': {
    method: 'POST',
    path: '/v1/reviews/:id/decisions',
    who: ['reviewer'],
    write: true,
    status: 201,
    summary: '审核决定：同意、退回、不予发布、报保密部门。',
    params: ById,
    body: NewDecision,
    answer: Changed,
  },
  'reviews.withdraw': {
    method: 'POST',
    path: '/v1/reviews/:id/withdraw',
    who: ['editor'],
    write: true,
    summary: '撤回自己的送审。',
    params: ById,
    body: z.strictObject({ version: z.int().positive(), reason: Words.nullable() }),
    answer: Changed,
  },
  'reviews.comment': {
    method: 'POST',
    path: '/v1/reviews/:id/comments',
    who: ['editor', 'reviewer'],
    write: true,
    status: 201,
    summary: '留言。',
    params: ById,
    body: z.strictObject({ text: Words.min(1) }),
    answer: Changed,
  },
  'reviews.evidence': {
    method: 'GET',
    path: '/v1/reviews/:id/evidence',
    who: PEOPLE,
    summary: '这份稿件的存证证明，可用 menxia verify 离线验证。',
    params: ById,
    answer: z.record(z.string(), z.unknown()),
  },
  'reviews.sheet': {
    method: 'GET',
    path: '/v1/reviews/:id/sheet',
    who: PEOPLE,
    media: 'text/html',
    summary: '发布审批单，一页 A4，可直接打印。',
    params: ById,
    answer: z.string(),
  },
})
