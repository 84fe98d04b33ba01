import { signal } from '@preact/signals'
import type { NewDecision, ReviewDetail } from '#shared/api/contract/reviews.ts'
import { claimsNothing } from '#shared/review/claims-nothing.ts'
import type { Finding } from '#shared/rules/finding.ts'
import type { ReviewQuestions, ReviewReading } from '../messages/review.ts'
import type { HouseView } from '../messages/view.ts'

export type Verdict = NewDecision['verdict']
export type Syncs = NonNullable<NewDecision['threeSyncs']>
export type Gates = NewDecision['gates']
export type Answer = NewDecision['answers'][number]['answer']

/** What the reviewer has filled in so far. */
export interface Drafting {
  gates: Gates
  syncs: Syncs
  /** By the finding's place in the list that decides. */
  answers: Readonly<Record<number, { answer: Answer; because: string }>>
  reason: string
  blocksConfirmed: boolean
  /** Typed for this decision only. */
  pin: string
}

export const blank: Drafting = {
  gates: { political: false, legal: false, policy: false, confidentiality: false, wording: false },
  syncs: { organised: false, signedOff: false, deployed: false },
  answers: {},
  reason: '',
  blocksConfirmed: false,
  pin: '',
}

export const drafting = signal<Drafting>(blank)

/**
 * What an empty list that decides stands on: a reading that was made here or by the Worker, the submitter's claim alone, a claim that the
 * reading here contradicts, or nothing (应急发布 without a check, and not read here yet).
 */
export function readBy({ review, read }: ReviewReading): 'us' | 'submitter' | 'differs' | 'nobody' {
  if (review.report !== null) return 'us'
  if (!read?.matches) return isUnchecked(review) ? 'nobody' : 'submitter'
  return read.check.findings.length > 0 && !isUnchecked(review) ? 'differs' : 'us'
}

/** Neither the editor nor the Worker has checked: what is found here is what the Worker goes by. */
function isUnchecked(review: ReviewDetail): boolean {
  return review.report === null && claimsNothing(review)
}

/** One finding of the list that decides: the Worker's own where it checked, else the submitter's claim as it may be seen here, or, where nothing was claimed, what was found here. */
export type Deciding = Pick<Finding, 'rule' | 'severity' | 'field'> &
  Partial<Pick<Finding, 'text' | 'message' | 'advice' | 'basis' | 'why'>> & { place: string | null }

export function decidingOf({ review, read }: ReviewReading): Deciding[] {
  const seen = read?.check.findings ?? []
  if (isUnchecked(review)) return seen.map(({ span, ...finding }) => ({ ...finding, field: span.field }))
  const key = (one: { rule: string; field: string; start: number }) => `${one.rule}@${one.field}:${one.start}`
  const places = new Map(seen.map((one) => [key({ rule: one.rule, ...one.span }), one]))
  return (review.report?.findings ?? review.findings).map((finding) => {
    const local = places.get(key(finding))
    const text = 'snippet' in finding ? (local?.text ?? finding.snippet) : finding.text
    return { ...local, ...finding, text, place: local?.place ?? null }
  })
}

/** Why this person does not decide now; null when they do. */
export function notDeciding(review: ReviewDetail, person: HouseView['person']): 'own' | 'notMine' | null {
  const awaited = awaitedLevel(review)
  const open = ['submitted', 'referred', 'emergency'].includes(review.state)
  if (!open || person === null || awaited === null || !person.levels.includes(awaited)) return 'notMine'
  return review.submittedBy.id === person.id ? 'own' : null
}

export type Missing = 'gates' | 'syncs' | 'reason' | 'confirm' | 'pin' | 'answers' | 'notRead'

/** What still stands between the form and this verdict, in the order in which a person meets it. */
export function missingOf(
  verdict: Verdict,
  form: Drafting,
  reading: ReviewReading,
  deciding: readonly Deciding[],
): Missing[] {
  const missing: Missing[] = []
  const blocks = deciding.flatMap(({ severity }, index) => (severity === 'block' ? [index] : []))
  const approving = verdict === 'approve'
  if (approving && !reading.read?.matches) missing.push('notRead')
  if (approving && Object.values(form.gates).includes(false)) missing.push('gates')
  const { policy, state } = reading.review
  if (approving && policy && state !== 'referred' && Object.values(form.syncs).includes(false)) missing.push('syncs')
  if (approving && !blocks.every((index) => isAnswered(form.answers[index]))) missing.push('answers')
  const plain = approving && blocks.length === 0 && state !== 'referred'
  if (!plain && form.reason.trim() === '') missing.push('reason')
  if (approving && blocks.length > 0 && !form.blocksConfirmed) missing.push('confirm')
  if (approving && blocks.length > 0 && !/^\d{6,12}$/.test(form.pin)) missing.push('pin')
  return missing
}

/** What is kept although it is 禁止发布 says why. */
function isAnswered(given: Drafting['answers'][number] | undefined): boolean {
  return given !== undefined && (given.answer !== 'accepted' || given.because.trim() !== '')
}

/** The decision as the background takes it. */
export function decisionOf(verdict: Verdict, form: Drafting, review: ReviewDetail): Decision {
  return {
    id: review.id,
    version: review.version,
    contentHash: review.contentHash,
    level: awaitedLevel(review) ?? 'first',
    verdict,
    gates: form.gates,
    threeSyncs: review.policy ? form.syncs : null,
    reason: form.reason.trim(),
    pin: verdict === 'approve' && form.pin !== '' ? form.pin : null,
    answers: Object.entries(form.answers).map(([finding, given]) => ({ finding: Number(finding), ...given })),
  }
}

type Decision = ReviewQuestions['review.decide']['ask']

/** While the 保密部门 is asked, the confidentiality reviewer records its answer. */
function awaitedLevel({ state, level }: ReviewDetail): Decision['level'] | null {
  return state === 'referred' ? 'confidentiality' : level
}
