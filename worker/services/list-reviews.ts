import type { State } from '#shared/review/review.ts'
import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import { standingIn } from './name-delegate.ts'
import { seesAll, summariseReview } from './view-review.ts'

interface Asked {
  after?: string | undefined
  limit: number
  state?: State | undefined
  mine: 'true' | 'false'
  contentHash?: string | undefined
}

/** One page of the queue, newest first. An editor's holds their own; `mine` for a reviewer: what waits for a level of theirs or of whom they stand in for, for an editor: the same as all. */
export function listReviews(asked: Asked, call: Call) {
  const all = seesAll(call)
  const member = call.caller.member!
  const lent = standingIn(call.tenant, member, call.now).flatMap(({ reviewer }) => reviewer.levels)
  const levels = [...new Set([...member.levels, ...lent])]
  const rows = call.tenant.reviews.list({
    before: asked.after === undefined ? Number.MAX_SAFE_INTEGER : placeOf(asked.after),
    limit: asked.limit + 1,
    author: all ? null : call.caller.id,
    state: asked.state ?? null,
    levels: all && asked.mine === 'true' ? levels : null,
    hash: asked.contentHash ?? null,
  })
  const shown = rows.slice(0, asked.limit)
  const items = shown.map(({ stored }) => summariseReview(call.tenant, stored))
  return { items, next: rows.length > asked.limit ? String(shown.at(-1)!.place) : null }
}

/** The place a page starts below; a cursor is the `next` of a page before, nothing else. */
export function placeOf(cursor: string): number {
  const place = /^\d{1,15}$/.test(cursor) ? Number(cursor) : Number.NaN
  if (Number.isNaN(place))
    throw new Refusal('invalid-request', undefined, {
      faults: [{ path: 'query.after', message: '不是上一页给出的位置' }],
    })
  return place
}
