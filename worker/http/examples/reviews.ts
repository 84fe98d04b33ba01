import type { Examples } from './example.ts'
import {
  AT,
  claim,
  decided,
  gates,
  HASH,
  LATER,
  PASS,
  RELEASE,
  REVIEW,
  receipt,
  release,
  review,
  SITE,
  summary,
} from './parts.ts'

const byId = { params: { id: REVIEW } }
const changed = { review, receipt }
const target = { contentHash: HASH, site: SITE, channel: '工作动态' }
const submission = {
  ...claim,
  ...{ title: summary.title, department: '办公室', policy: false, site: SITE, page: summary.page },
  ...{ confirmed: [], replaces: null, words: '请审', cmsUser: null },
}
const emergency = { ...release, kind: 'emergency' as const, reviewId: null }
const published = { ...release, publishedAt: LATER, outcome: 'match' as const }

/** Checks, reviews, releases, what is owed, and the ledger. */
export const reviews: Examples<
  | 'checks.record'
  | `reviews.${'submit' | 'list' | 'read' | 'decide' | 'withdraw' | 'comment' | 'retract' | 'interpreted'}`
  | `reviews.${'evidence' | 'sheet'}`
  | `releases.${'create' | 'emergency' | 'published' | 'retract' | 'verify'}`
  | 'obligations.list'
  | `ledger.${'checkpoint' | 'entries' | 'proof' | 'consistency'}`
> = {
  'checks.record': {
    ask: { body: claim },
    answer: { id: 'c-1', at: AT, agreement: 'unchecked', report: null, receipt },
    refusals: ['text-not-allowed', 'secrecy-mark', 'ruleset-outdated', 'content-changed'],
  },
  'reviews.submit': {
    ask: { body: submission },
    answer: changed,
    refusals: ['text-not-allowed', 'secrecy-mark', 'ruleset-outdated', 'content-changed', 'conflict', 'not-found'],
  },
  'reviews.list': { ask: { query: { state: 'submitted', limit: 50 } }, answer: { items: [summary], next: null } },
  'reviews.read': { ask: byId, answer: review, refusals: ['not-found'] },
  'reviews.decide': {
    ask: {
      ...byId,
      body: {
        ...{ version: 1, contentHash: HASH, ruleset: 'v31', level: 'first', verdict: 'approve', gates },
        ...{ threeSyncs: null, reason: null, answers: [], clientAt: null },
        recheck: { contentHash: HASH, findings: claim.findings },
      },
    },
    answer: { review: decided, receipt },
    refusals: [
      'step-up-required',
      'not-found',
      'stale-version',
      'content-changed',
      'ruleset-outdated',
      'separation-of-duty',
      'wrong-state',
    ],
  },
  'reviews.withdraw': {
    ask: { ...byId, body: { version: 1, reason: '还要修改' } },
    answer: { review: { ...review, version: 2, state: 'withdrawn', level: null }, receipt },
    refusals: ['not-found', 'stale-version', 'wrong-state'],
  },
  'reviews.comment': {
    ask: { ...byId, body: { text: '请核对第二段的日期。' } },
    answer: changed,
    refusals: ['not-found'],
  },
  'reviews.retract': {
    ask: { ...byId, body: { version: 3, reason: '内容有误，已从网站撤下' } },
    answer: { review: { ...decided, version: 4, state: 'retracted', approvedUntil: null }, receipt },
    refusals: ['not-found', 'stale-version', 'wrong-state'],
  },
  'reviews.interpreted': {
    ask: { ...byId, body: { url: 'https://jyj.example.gov.cn/jd/1.html' } },
    answer: { review: { ...decided, state: 'published' }, receipt },
    refusals: ['not-found', 'wrong-state'],
  },
  'reviews.evidence': { ask: byId, answer: { v: 1, kind: 'evidence', proof: receipt.proof }, refusals: ['not-found'] },
  'reviews.sheet': { ask: byId, answer: '<!doctype html><title>发布审批单</title>…', refusals: ['not-found'] },
  'releases.create': {
    ask: { body: { kind: 'approved', reviewId: REVIEW, ...target, clientAt: null } },
    answer: { release, pass: PASS, receipt },
    refusals: ['not-found', 'not-approved', 'approval-expired', 'content-changed', 'ruleset-outdated'],
  },
  'releases.emergency': {
    ask: { body: { ...target, title: '停水紧急通知', reason: '突发停水，须立即告知', clientAt: null } },
    answer: { release: emergency, pass: PASS, receipt },
    refusals: ['content-changed', 'secrecy-mark'],
  },
  'releases.published': {
    ask: { params: { id: RELEASE }, body: { outcome: 'match', sentHash: HASH, url: `${SITE}1.html`, clientAt: null } },
    answer: { release: published, receipt },
    refusals: ['not-found', 'wrong-state'],
  },
  'releases.retract': {
    ask: { params: { id: RELEASE }, body: { reason: '发出的内容与批准的不一致，已撤下' } },
    answer: { release: { ...published, retractedAt: '2026-11-24T04:00:00.000Z' }, receipt },
    refusals: ['not-found', 'wrong-state'],
  },
  'releases.verify': {
    ask: { body: { pass: PASS, ...target } },
    answer: { release, receipt },
    refusals: ['pass-invalid', 'pass-used', 'content-changed'],
  },
  'obligations.list': {
    ask: { query: { overdue: 'false' } },
    answer: {
      items: [
        {
          ...{ kind: 'review', reviewId: REVIEW, releaseId: null, title: summary.title, department: '办公室' },
          ...{ since: AT, dueOn: '2026-11-26', overdue: 'no', limit: { workingDays: 2, source: '本单位规定' } },
        },
      ],
      more: false,
    },
  },
  'ledger.checkpoint': {
    ask: {},
    answer: {
      checkpoint: 'quanzhou-jyj.ledger\n43\nLCa0a2j…=\n\n— quanzhou-jyj.ledger …\n',
      key: 'quanzhou-jyj.ledger+1a2b3c4d+AQ…',
      size: 43,
    },
  },
  'ledger.entries': { ask: { query: { from: 42, to: 43 } }, answer: { entries: [receipt.entry], size: 43 } },
  'ledger.proof': {
    ask: { query: { entry: 42 } },
    answer: { entry: receipt.entry, proof: receipt.proof },
    refusals: ['not-found'],
  },
  'ledger.consistency': { ask: { query: { from: 40, to: 43 } }, answer: { from: 40, to: 43, proof: [HASH] } },
}
