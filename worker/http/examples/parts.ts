import type { CheckClaim } from '#shared/api/contract/claims.ts'
import type { Receipt } from '#shared/api/contract/common.ts'
import type { Member } from '#shared/api/contract/people.ts'
import type { Release } from '#shared/api/contract/releases.ts'
import type { ReviewDetail, ReviewSummary } from '#shared/api/contract/reviews.ts'

/** Persons, hashes and reviews that the examples share. Invented throughout. */
export const AT = '2026-11-24T03:00:00.000Z'
export const LATER = '2026-11-24T03:20:00.000Z'
export const HASH = '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae'
export const SITE = 'https://jyj.example.gov.cn/'
export const REVIEW = '0192f3a0-7c1e-7d21-9c55-6a1f0b7e4d10'
export const RELEASE = '0192f3a1-1b2c-7e30-8a44-0c9d2f5e6b21'
export const PASS = 'eyJhbGciOiJFUzI1NiIsInR5cCI6InJlbGVhc2UtcGFzcytqd3QifQ.…'

export const editor: Member = {
  ...{ id: 'm-editor', name: '林晓岚', department: '办公室', roles: ['editor'], levels: [] },
  ...{ emergency: false, site: null, active: true },
}
export const reviewer: Member = { ...editor, id: 'm-reviewer', name: '陈国栋', roles: ['reviewer'], levels: ['first'] }
export const admin: Member = { ...editor, id: 'm-admin', name: '黄敏', roles: ['admin'] }
export const machine: Member = { ...editor, id: 'm-cms', name: '网站后台', roles: ['cms'], site: SITE }
export const person = ({ id, name }: Member): { id: string; name: string } => ({ id, name })

export const receipt: Receipt = {
  seq: 42,
  entry: { v: 1, tenant: 'quanzhou-jyj', seq: 42, type: 'review.submitted', actor: 'm-editor', at: AT },
  proof: 'c2sp.org/tlog-proof@v1\nindex 42\n…',
}

const finding = {
  rule: 'wording/typo',
  severity: 'review',
  field: 'body',
  start: 12,
  end: 14,
  snippet: '＊＊',
} as const
const coverage = {
  read: [
    { what: '标题', characters: 14 },
    { what: '正文', characters: 820 },
  ],
  unread: [],
}

/** What is said of a draft whose text stays in the browser. */
export const claim: CheckClaim = {
  ...{ contentHash: HASH, ruleset: 'v31', channel: '工作动态', findings: [finding], coverage },
  ...{ kind: null, interpretationPlan: null, draft: null, clientAt: '2026-11-24T02:59:58.000Z' },
}

export const summary: ReviewSummary = {
  ...{ id: REVIEW, version: 1, state: 'submitted', level: 'first', title: '全市中小学春季开学工作会议召开' },
  ...{
    channel: '工作动态',
    department: '办公室',
    page: 'https://cms.example.gov.cn/admin/edit?id=1',
    contentHash: HASH,
  },
  ...{ submittedBy: person(editor), submittedAt: AT, changedAt: AT, approvedUntil: null },
  counts: { block: 0, review: 1, advise: 0, unread: 0 },
}
export const review: ReviewDetail = {
  ...summary,
  ...{ ruleset: 'v31', site: SITE, levels: ['first'], policy: false, kind: null, interpretationPlan: null },
  ...{ agreement: 'unchecked', findings: [finding], coverage, confirmed: [], report: null, draft: null },
  ...{ textErasedAt: null, replaces: null, words: '请审', cmsUser: null, decisions: [], comments: [] },
}
export const gates = { political: true, legal: true, policy: true, confidentiality: true, wording: true }
export const decided: ReviewDetail = {
  ...review,
  ...{ version: 2, state: 'approved', level: null, changedAt: LATER, approvedUntil: '2026-12-01T03:20:00.000Z' },
  decisions: [
    {
      ...{ by: person(reviewer), actingFor: null, level: 'first', verdict: 'approve', gates, threeSyncs: null },
      ...{ reason: null, answers: [], contentHash: HASH, ruleset: 'v31', at: LATER, seq: 43 },
    },
  ],
}

export const release: Release = {
  ...{ id: RELEASE, kind: 'approved', reviewId: REVIEW, contentHash: HASH, site: SITE, channel: '工作动态' },
  ...{ issuedAt: LATER, expiresAt: '2026-11-24T03:35:00.000Z', publishedAt: null, outcome: null, retractedAt: null },
}
