import type { Contract } from '#shared/api/contract.ts'
import type { Answer, Given } from '#shared/api/endpoint.ts'
import type { Call, Replays } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import { invite } from '../services/invite-member.ts'
import { tokenAgain } from '../services/issue-token.ts'
import { recheck } from '../services/judge.ts'

type ReviewAnswer = Given<Contract['reviews.submit']>

/** Answers about reviews are kept without the draft's words, which live in the review copy alone and are erased there. */
const withoutText = {
  keep: ({ review, ...rest }: ReviewAnswer) => ({ ...rest, review: { ...review, draft: null, report: null } }),
  again(kept: unknown, _: unknown, { tenant }: Call): ReviewAnswer {
    const answer = kept as ReviewAnswer
    const text = tenant.reviews.text(answer.review.id)
    return { ...answer, review: { ...answer.review, draft: text?.draft ?? null, report: text?.report ?? null } }
  },
}

/** How repeated writes get their answer again where it holds a secret or a draft's words, neither of which is kept with it. */
export const replays = {
  'bureaus.recover': { keep: () => null, again: (_, { body }, call) => invite(call, body.memberId, false) },
  'members.invite': { keep: () => null, again: (_, { params }, call) => invite(call, params.id, false) },
  'tokens.issue': {
    keep: ({ token: _, ...rest }) => rest,
    again(kept, { body }, call) {
      const token = tokenAgain(body.memberId, call)
      return token instanceof Refusal ? token : { ...(kept as Omit<Answer<Contract['tokens.issue']>, 'token'>), token }
    },
  },
  'checks.record': {
    keep: ({ report: _, ...rest }) => rest,
    again(kept, { body }, call) {
      const answer = kept as Omit<Answer<Contract['checks.record']>, 'report'>
      if (answer.agreement === 'unchecked') return { ...answer, report: null }
      if (!body.draft) throw new Refusal('internal')
      return { ...answer, report: recheck(body, new Date(answer.at), call) }
    },
  },
  'reviews.submit': withoutText,
  'reviews.decide': withoutText,
  'reviews.withdraw': withoutText,
  'reviews.comment': withoutText,
  'reviews.retract': withoutText,
  'reviews.interpreted': withoutText,
} satisfies Replays
