import * as z from 'zod'
import { CivilDate } from '../../calendar/civil-date.ts'
import { endpoints } from '../endpoint.ts'
import { PEOPLE } from '../permissions.ts'
import { At, ById, Id } from './common.ts'
import { Changed } from './reviews.ts'
import { Deadline } from './settings.ts'

/**
 * What is owed: a decision on what was sent (`review`), on what went out before review (`emergency-review`), a page to be taken down
 * (`take-down`), the interpretation that was planned for a policy which is out (`interpretation`).
 */
export const ObligationKind = z.enum(['review', 'emergency-review', 'take-down', 'interpretation'])
export type ObligationKind = z.infer<typeof ObligationKind>

/** Something that somebody still has to do. Computed from reviews and releases at each request, never stored beside them. */
export const Obligation = z.strictObject({
  kind: ObligationKind,
  reviewId: Id.nullable(),
  releaseId: Id.nullable(),
  /** Null for a release without a review: its title was never sent. */
  title: z.string().max(10_000).nullable(),
  department: z.string().max(1000).nullable(),
  since: At,
  /** The last day on which it is on time. Null past the last year of 放假安排 that ships or that the rule set in force adds: not known is never a date. */
  dueOn: CivilDate.nullable(),
  overdue: z.enum(['yes', 'no', 'unknown']),
  limit: Deadline,
})
export type Obligation = z.infer<typeof Obligation>

export const obligations = endpoints({
  'obligations.list': {
    method: 'GET',
    path: '/v1/obligations',
    who: PEOPLE,
    summary:
      '待办与逾期：待审稿件、应急发布的补审、须撤下的页面、待发布的政策解读，按工作日计算期限。信息员只见自己的。',
    query: z.strictObject({
      /** `true`: only what is overdue, or may be for all the calendar says. */
      overdue: z.enum(['true', 'false']).default('false'),
    }),
    /** The oldest first, at most 500; `more` where there are others. */
    answer: z.strictObject({ items: z.array(Obligation).max(500), more: z.boolean() }),
  },
  'reviews.interpreted': {
    method: 'POST',
    path: '/v1/reviews/:id/interpretation',
    who: ['editor', 'reviewer'],
    write: true,
    summary: '记录已发布政策的解读已经发布，写明网址；解读方案的待办随之办结。信息员只能记录自己的稿件。',
    params: ById,
    body: z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(4000) }),
    answer: Changed,
  },
})
