import type { Outcome } from '#shared/api/client.ts'
import { type Bureau, must, once, openBureau, ownText, type Person, type Site } from './actors.ts'
import { decisionOn, draftOf, submissionOf } from './drafts.ts'

/** The refusal's code, or how else the call ended. */
export const codeOf = (outcome: Outcome<unknown>): string =>
  outcome.kind === 'problem' ? outcome.problem.code : outcome.kind

/** A bureau at work: an editor, two reviewers of 初审, and what they do most. */
export type Desk = Awaited<ReturnType<typeof openDesk>>

export async function openDesk(site: Site) {
  const bureau: Bureau = await openBureau(site)
  const editor = await bureau.add(['editor'])
  const reviewer = await bureau.add(['reviewer'])
  const second = await bureau.add(['reviewer'])

  async function submit(body = ownText(), by: Person = editor) {
    const sent = submissionOf(draftOf(body), false)
    const { review, receipt } = must(await by.call('reviews.submit', { body: sent, idempotencyKey: once() }))
    return { sent, review, receipt }
  }

  async function approve(body = ownText()) {
    const { sent, review } = await submit(body)
    const ask = { params: { id: review.id }, body: decisionOn(sent, review.version), idempotencyKey: once() }
    return { sent, ...must(await reviewer.call('reviews.decide', ask)) }
  }

  return { bureau, editor, reviewer, second, submit, approve }
}
