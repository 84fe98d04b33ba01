import { signal } from '@preact/signals'
import type { ReviewSummary } from '#shared/api/contract/reviews.ts'
import type { ReviewReading } from '../messages/review.ts'
import { ask } from '../platform/ui/asking.ts'

export type Which = 'mine' | 'open' | 'all'

export const which = signal<Which>('mine')
export const queue = signal<ReviewSummary[] | null>(null)
/** The row that `j` and `k` move. */
export const cursor = signal(0)
export const reading = signal<ReviewReading | null>(null)
export const opening = signal<string | null>(null)

export async function loadQueue(next: Which = which.value): Promise<void> {
  which.value = next
  const got = await ask('review.list', { which: next })
  if (got === null || which.value !== next) return
  queue.value = inOrder(got.answer.items)
  cursor.value = Math.min(cursor.value, Math.max(0, queue.value.length - 1))
}

/** Longest waiting first among those that wait; then the newest decision. */
export function inOrder(items: readonly ReviewSummary[]): ReviewSummary[] {
  const waits = ({ state }: ReviewSummary) => (state === 'submitted' || state === 'referred' ? 0 : 1)
  return items.toSorted((left, right) => {
    if (waits(left) !== waits(right)) return waits(left) - waits(right)
    const order = left.submittedAt < right.submittedAt ? -1 : 1
    return waits(left) === 0 ? order : -order
  })
}

/** Opens a review; its address names it, so that a reload or a link comes back to it. */
export async function open(id: string): Promise<void> {
  opening.value = id
  const got = await ask('review.read', { id })
  if (opening.value !== id) return
  opening.value = null
  if (got === null) return
  reading.value = got.answer
  history.replaceState(null, '', `#${id}`)
}
