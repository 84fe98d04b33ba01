import * as z from 'zod'
import type { Outcome } from '#shared/api/client.ts'
import { CheckClaim } from '#shared/api/contract/claims.ts'
import { SentOutcome } from '#shared/api/contract/releases.ts'
import { Submission } from '#shared/api/contract/reviews.ts'
import { sentences } from '../platform/text/background.ts'
import type { Delivery, Outgoing } from './outbox.ts'
import { sentenceOf } from './session.ts'
import type { Submissions } from './submissions.ts'
import type { WorkerLink } from './worker-link.ts'

const Published = z.strictObject({
  id: z.string(),
  outcome: SentOutcome,
  sentHash: z.string().nullable(),
  url: z.string().max(4000).nullable(),
  clientAt: z.string(),
})
const Withdrawn = z.strictObject({ id: z.string(), version: z.int(), reason: z.string().nullable() })

/** Hands one waiting message to the Worker, always under its own idempotency key. */
export function deliverTo(link: WorkerLink, submissions: Submissions): (message: Outgoing) => Promise<Delivery> {
  const bodies = { submit: Submission, check: CheckClaim, published: Published, withdraw: Withdrawn }
  return async ({ kind, idem, body }) => {
    const key = { idempotencyKey: idem }
    // A message of a shape that this version does not know must not stop those behind it.
    if (!bodies[kind].safeParse(body).success) return { refused: sentences.unreadable }
    switch (kind) {
      case 'submit': {
        const outcome = await link.call('reviews.submit', { ...key, body: Submission.parse(body) })
        if (outcome.kind === 'answer')
          await submissions.acknowledge(idem, outcome.answer.review, outcome.answer.receipt)
        const delivery = deliveryOf(outcome)
        if ('refused' in delivery) await submissions.forget(idem)
        return delivery
      }
      case 'check':
        return deliveryOf(await link.call('checks.record', { ...key, body: CheckClaim.parse(body) }))
      case 'published': {
        const { id, ...rest } = Published.parse(body)
        return deliveryOf(await link.call('releases.published', { ...key, params: { id }, body: rest }))
      }
      case 'withdraw': {
        const { id, ...rest } = Withdrawn.parse(body)
        return deliveryOf(await link.call('reviews.withdraw', { ...key, params: { id }, body: rest }))
      }
    }
  }
}

/** Codes that pass by themselves or with a person: the same message is sent again later. */
const LATER = new Set(['unauthenticated', 'session-expired', 'too-many-attempts', 'unavailable', 'internal'])

/** What an outcome means for a message that waits. Only a refusal that would be the same tomorrow is one. */
export function deliveryOf(outcome: Outcome<unknown>): Delivery {
  if (outcome.kind === 'answer' || outcome.kind === 'unchanged') return { done: true }
  if (outcome.kind === 'unreachable') return { lost: sentenceOf(outcome) }
  if (LATER.has(outcome.problem.code)) return { later: sentenceOf(outcome) }
  return { refused: sentenceOf(outcome) }
}
