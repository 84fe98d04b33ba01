import type { DueById } from '../messages/review.ts'
import type { WorkerLink } from './worker-link.ts'

/** 待办: by review, the day by which its decision is due. Empty where the Worker does not say: no day is ever guessed here. */
export async function dueById(link: WorkerLink): Promise<DueById> {
  const outcome = await link.call('obligations.list', { query: {} })
  if (outcome.kind !== 'answer') return {}
  return Object.fromEntries(
    outcome.answer.items.flatMap(({ reviewId, kind, dueOn, overdue }) =>
      reviewId === null ? [] : [[reviewId, { kind, dueOn, overdue }]],
    ),
  )
}
