import type { ReviewQuestions } from '../messages/review.ts'
import type { Office } from './office.ts'

export type ReviewAnswers = {
  [K in keyof ReviewQuestions]: (ask: ReviewQuestions[K]['ask']) => Promise<ReviewQuestions[K]['answer']>
}

export function answerReview({ reviewDesk, session, layOut }: Office): ReviewAnswers {
  return {
    'review.list': (ask) => reviewDesk.list(ask).finally(layOut),
    'review.read': (ask) => reviewDesk.read(ask),
    'review.decide': async ({ pin, ...ask }) => {
      // A new session with the PIN, and the decision within its first minutes. A wrong PIN is refused with the Worker's sentence.
      if (pin !== null) await session.renew(pin)
      return reviewDesk.decide(ask).finally(layOut)
    },
    'review.comment': (ask) => reviewDesk.comment(ask),
    'review.links': (ask) => reviewDesk.links(ask),
    'review.evidence': (ask) => reviewDesk.evidence(ask),
  }
}
