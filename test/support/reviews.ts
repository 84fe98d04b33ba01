import type { Action, ActionName, Actor } from '#shared/review/action.ts'
import { Gate, Level, newReview, type Review, type Role, type State, Verdict } from '#shared/review/review.ts'

export const HASH = 'a'.repeat(64)
export const OTHER = 'b'.repeat(64)
const AT = '2026-11-24T03:00:00.000Z'
/** Everything that can be done to a review. */
export const NAMES: readonly ActionName[] = [
  'submit',
  'publish-emergency',
  ...Verdict.options,
  'withdraw',
  'change',
  'reopen',
  'expire',
  'publish',
  'retract',
]

/** A review in `state`, sent by `editor`, with two levels of which the first is awaited. */
export const sent = (state: State): Review => ({
  ...newReview('r1'),
  state,
  version: 3,
  authors: ['editor'],
  levels: ['first', 'final'],
  level: ['submitted', 'emergency', 'referred'].includes(state) ? 'first' : null,
  contentHash: HASH,
  ruleset: 'base-1',
})

/** The action as somebody with every right and nothing forgotten would do it. */
export const action = (name: ActionName, review: Review): Action => {
  const submission = {
    levels: ['first', 'final'] as Level[],
    contentHash: HASH,
    ruleset: 'base-1',
    blocking: 0,
    policy: false,
  }
  if (name === 'submit') return { do: name, ...submission }
  if (name === 'publish-emergency') return { do: name, ...submission, reason: '台风预警' }
  if (name === 'withdraw' || name === 'expire') return { do: name }
  if (name === 'change') return { do: name, contentHash: OTHER }
  if (name === 'reopen') return { do: name, ruleset: 'base-2' }
  if (name === 'publish') return { do: name, contentHash: HASH }
  if (name === 'retract') return { do: name, reason: '内容有误' }
  const level = review.state === 'referred' ? 'confidentiality' : (review.level ?? 'first')
  return {
    do: name,
    version: review.version,
    level,
    contentHash: HASH,
    ruleset: 'base-1',
    gates: Gate.options,
    threeSyncs: { organised: true, signedOff: true, deployed: true },
    reason: '已核对',
    answers: [],
    at: AT,
  }
}

/** A member with every right that a role can have. */
export const actor = (role: Role, member: string = role): Actor => ({
  member,
  role,
  levels: Level.options,
  actingFor: null,
  emergency: true,
})
