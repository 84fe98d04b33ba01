import type { Handlers } from '../http/call.ts'
import { decideReview } from '../services/decide-review.ts'
import { commentOnReview, recordInterpretation, withdrawReview } from '../services/follow-review.ts'
import { listObligations } from '../services/list-obligations.ts'
import { listReviews } from '../services/list-reviews.ts'
import { printSheet } from '../services/print-sheet.ts'
import { evidenceOf } from '../services/prove-entry.ts'
import { recordCheck } from '../services/record-check.ts'
import { retractReview } from '../services/retract.ts'
import { submitReview } from '../services/submit-review.ts'
import { findReview, viewReview } from '../services/view-review.ts'

export const reviews = {
  'checks.record': ({ body }, call) => recordCheck(body, call),
  'reviews.submit': ({ body }, call) => submitReview(body, call),
  'reviews.list': ({ query }, call) => listReviews(query, call),
  'reviews.read': ({ params }, call) => viewReview(call.tenant, findReview(params.id, call)),
  'reviews.decide': ({ params, body }, call) => decideReview(params.id, body, call),
  'reviews.withdraw': ({ params, body }, call) => withdrawReview(params.id, body, call),
  'reviews.retract': ({ params, body }, call) => retractReview(params.id, body, call),
  'obligations.list': ({ query }, call) => listObligations(query, call),
  'reviews.interpreted': ({ params, body }, call) => recordInterpretation(params.id, body.url, call),
  'reviews.comment': ({ params, body }, call) => commentOnReview(params.id, body.text, call),
  'reviews.evidence': ({ params }, call) => evidenceOf(params.id, call),
  'reviews.sheet': ({ params }, call) => printSheet(params.id, call),
} satisfies Handlers<
  | 'checks.record'
  | 'reviews.submit'
  | 'reviews.list'
  | 'reviews.read'
  | 'reviews.decide'
  | 'reviews.withdraw'
  | 'reviews.retract'
  | 'obligations.list'
  | 'reviews.interpreted'
  | 'reviews.comment'
  | 'reviews.evidence'
  | 'reviews.sheet'
>
