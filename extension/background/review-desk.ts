import type { Outcome } from '#shared/api/client.ts'
import { toClaim } from '#shared/api/contract/claims.ts'
import type { NewDecision, ReviewDetail, ReviewState } from '#shared/api/contract/reviews.ts'
import { DocumentKind } from '#shared/draft/document-kind.ts'
import type { Draft } from '#shared/draft/draft.ts'
import { checkEvidence, MenxiaEvidence } from '#shared/ledger/evidence.ts'
import { parseKey } from '#shared/ledger/note.ts'
import type { Report } from '#shared/rules/finding.ts'
import type { ReviewQuestions, ReviewReading } from '../messages/review.ts'
import type { CheckView } from '../messages/view.ts'
import { Refused } from '../messages/wire.ts'
import { account } from '../platform/account.ts'
import { runCheck, type Said } from './check-service.ts'
import { dueById } from './due.ts'
import type { InterpretationLinks } from './interpretation-links.ts'
import { verifyReceipt } from './receipt.ts'
import { blocksOf } from './review-blocks.ts'
import type { RuleCache } from './rules.ts'
import { sentenceOf } from './session.ts'
import type { WorkerLink } from './worker-link.ts'

type Answer<K extends keyof ReviewQuestions> = Promise<ReviewQuestions[K]['answer']>
type Question<K extends keyof ReviewQuestions> = ReviewQuestions[K]['ask']

/** Reads the article from an open tab of the CMS, where this reviewer has it open; null otherwise. */
export type ReadFromPage = (page: string) => Promise<Draft | null>

export interface ReviewDesk {
  list(ask: Question<'review.list'>): Answer<'review.list'>
  read(ask: Question<'review.read'>): Answer<'review.read'>
  decide(ask: Omit<Question<'review.decide'>, 'pin'>): Answer<'review.decide'>
  comment(ask: Question<'review.comment'>): Answer<'review.comment'>
  links(ask: Question<'review.links'>): Answer<'review.links'>
  evidence(ask: Question<'review.evidence'>): Answer<'review.evidence'>
}

/** What each queue asks for. Open: all that waits for somebody, an emergency among them. */
const QUERIES: Record<Question<'review.list'>['which'], { mine?: 'true'; state?: ReviewState }[]> = {
  mine: [{ mine: 'true' }],
  open: [{ state: 'emergency' }, { state: 'submitted' }, { state: 'referred' }],
  all: [{}],
}

interface Read {
  draft: Draft
  report: Report
  check: CheckView
  from: 'copy' | 'page'
}

export function createReviewDesk(
  link: WorkerLink,
  rules: RuleCache,
  links: InterpretationLinks,
  fromPage: ReadFromPage,
): ReviewDesk {
  /** What this reviewer's own extension read of a review, last; the decision under `draftText: none` carries it. */
  const lastRead = new Map<string, Read>()

  async function draftOf(review: ReviewDetail): Promise<Pick<Read, 'draft' | 'from'> | null> {
    if (review.draft !== null) return { draft: review.draft, from: 'copy' }
    const draft = review.page === null ? null : await fromPage(review.page)
    return draft === null ? null : { draft, from: 'page' }
  }

  async function readingOf(review: ReviewDetail): Promise<ReviewReading['read']> {
    const found = await draftOf(review)
    if (found === null) return null
    const { report, view } = runCheck(
      found.draft,
      (await rules.current()).compiled,
      { disputes: {}, ...saidOf(review) },
      Date.now(),
    )
    lastRead.set(review.id, { ...found, report, check: view })
    const matches = report.contentHash === review.contentHash
    // A decision answers findings by their place in this list: the Worker's own where it checked, else ours.
    const deciding = found.from === 'copy' ? (review.report?.findings ?? review.findings) : report.findings
    return { from: found.from, matches, check: view, blocks: blocksOf(found.draft, deciding) }
  }

  async function before(review: ReviewDetail): Promise<ReviewReading['before']> {
    if (review.replaces === null) return null
    const outcome = await link.call('reviews.read', { params: { id: review.replaces } })
    if (outcome.kind !== 'answer' || outcome.answer.draft === null) return null
    return blocksOf(outcome.answer.draft, [])
  }

  async function checkpoint(): Promise<ReviewReading['checkpoint']> {
    const outcome = await link.call('ledger.checkpoint', {})
    return outcome.kind === 'answer' ? { size: outcome.answer.size, text: outcome.answer.checkpoint } : null
  }

  return {
    async list({ which }) {
      const queries = QUERIES[which].map((query) => link.call('reviews.list', { query: { ...query, limit: 200 } }))
      const [lists, due] = await Promise.all([Promise.all(queries), dueById(link)])
      return { items: lists.flatMap((outcome) => answerOf(outcome).items), due }
    },
    async read({ id }) {
      const review = answerOf(await link.call('reviews.read', { params: { id } }))
      const [read, old, head] = await Promise.all([readingOf(review), before(review), checkpoint()])
      return { review, read, before: old, checkpoint: head }
    },
    async decide(ask) {
      const { id, reason, ...rest } = ask
      const read = lastRead.get(id)
      const recheck =
        read?.from === 'page'
          ? { contentHash: read.report.contentHash, findings: read.report.findings.slice(0, 10_000).map(toClaim) }
          : null
      const body: NewDecision = {
        ...rest,
        ruleset: (await rules.current()).version,
        reason: reason === '' ? null : reason,
        recheck,
        clientAt: null,
      }
      const idempotencyKey = await keyOf({ id, ...body })
      const outcome = await link.call('reviews.decide', { params: { id }, idempotencyKey, body })
      // Read by older rules than the Worker has now: fetch them, so that the next reading is by the right ones.
      if (outcome.kind === 'problem' && outcome.problem.code === 'ruleset-outdated') await rules.refresh()
      const { review, receipt } = answerOf(outcome)
      const key = (await account.get())?.ledgerKey ?? null
      const verified = key !== null && verifyReceipt(receipt, key, ask.contentHash)
      return { review, proof: verified ? 'verified' : 'failed' }
    },
    async comment({ id, text }) {
      const idempotencyKey = crypto.randomUUID()
      const { review } = answerOf(
        await link.call('reviews.comment', { params: { id }, idempotencyKey, body: { text } }),
      )
      return { review }
    },
    async links({ id }) {
      const read = lastRead.get(id)
      return { links: read === undefined ? {} : await links.behind(read.check) }
    },
    async evidence({ id }) {
      const raw = answerOf(await link.call('reviews.evidence', { params: { id } }))
      const evidence = MenxiaEvidence.safeParse(raw)
      const key = parseKey((await account.get())?.ledgerKey ?? '')
      const proved = evidence.success && key !== null && checkEvidence(evidence.data, key).ok
      return { name: `menxia-${id}.evidence.json`, text: `${JSON.stringify(raw, null, 2)}\n`, proved }
    },
  }
}

/** What the submitter said that a check depends on: without it this reviewer's check could not agree. */
function saidOf({ kind, interpretationPlan: plan }: ReviewDetail): Pick<Said, 'kind' | 'plan'> {
  const chosen = DocumentKind.safeParse(kind)
  return { kind: chosen.success ? { kind: chosen.data, because: '' } : null, plan }
}

function answerOf<A>(outcome: Outcome<A>): A {
  if (outcome.kind === 'answer') return outcome.answer
  throw new Refused(sentenceOf(outcome))
}

/** One key for one decision, however often its button is pressed after an answer was lost. */
async function keyOf(decision: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(decision))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return `decide-${[...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
