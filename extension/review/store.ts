import { signal } from '@preact/signals'
import type { ReviewSummary } from '#shared/api/contract/reviews.ts'
import type { LinkView } from '../messages/interpretation-view.ts'
import type { DueById, ReviewReading } from '../messages/review.ts'
import { ask } from '../platform/ui/asking.ts'

export type Which = 'mine' | 'open' | 'all'

export const which = signal<Which>('mine')
/** By review: when its decision is due. */
export const due = signal<DueById>({})
export const queue = signal<ReviewSummary[] | null>(null)
/** The row that `j` and `k` move. */
export const cursor = signal(0)
export const reading = signal<ReviewReading | null>(null)
/** By address: what is behind the interpretations of the one that is open. Comes after the reading. */
export const links = signal<Readonly<Record<string, LinkView>>>({})
export const opening = signal<string | null>(null)

export async function loadQueue(next: Which = which.value): Promise<void> {
  which.value = next
  const got = await ask('review.list', { which: next })
  if (got === null || which.value !== next) return
  due.value = got.answer.due
  queue.value = inOrder(got.answer.items, got.answer.due)
  cursor.value = Math.min(cursor.value, Math.max(0, queue.value.length - 1))
}

/** What is out already and waits for its review stands first, then what is overdue, then who waits longest; then the newest decision. */
export function inOrder(items: readonly ReviewSummary[], dues: DueById = {}): ReviewSummary[] {
  const waits = ({ id, state }: ReviewSummary) => {
    if (state === 'emergency') return 0
    if (state !== 'submitted' && state !== 'referred') return 3
    return dues[id]?.overdue === 'yes' ? 1 : 2
  }
  return items.toSorted((left, right) => {
    if (waits(left) !== waits(right)) return waits(left) - waits(right)
    const order = left.submittedAt < right.submittedAt ? -1 : 1
    return waits(left) < 3 ? order : -order
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
  links.value = {}
  history.replaceState(null, '', `#${id}`)
  const behind = await ask('review.links', { id })
  if (behind !== null && reading.value?.review.id === id) links.value = behind.answer.links
}
