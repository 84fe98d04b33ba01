import type { Action, Actor, Verdicting } from './action.ts'
import type { RefusalCode } from './refusal.ts'
import { Gate, type Review } from './review.ts'

type Check = (review: Review, action: Action, actor: Actor) => RefusalCode | null

const SYNCS = ['organised', 'signedOff', 'deployed'] as const

/** Conditions that a row of the table may name. Each answers null, or why not. */
export const guards = {
  /** At least one level, none twice. */
  levels: (_, action) =>
    'levels' in action && action.levels.length > 0 && new Set(action.levels).size === action.levels.length
      ? null
      : 'levels-missing',
  named: (_, __, actor) => (actor.emergency ? null : 'not-named'),
  author: (review, _, actor) => (review.authors.includes(actor.member) ? null : 'not-author'),
  /** Nobody decides on what they sent, nor in the place of who sent it. */
  ownDraft: (review, _, actor) => (people(actor).some((one) => review.authors.includes(one)) ? 'own-draft' : null),
  /** Two levels are two people; standing in for somebody counts as that person too. */
  samePerson: (review, action, actor) =>
    review.decisions.some(
      (decision) =>
        isVerdict(action) &&
        decision.level !== action.level &&
        people(actor).some((one) => one === decision.reviewer || one === decision.actingFor),
    )
      ? 'same-person'
      : null,
  /** The awaited level, which the actor must hold; while the 保密部门 is asked, that is 保密审查. */
  level: (review, action, actor) => {
    const awaited = review.state === 'referred' ? 'confidentiality' : review.level
    return isVerdict(action) && action.level === awaited && actor.levels.includes(awaited) ? null : 'wrong-level'
  },
  unchanged: (review, action) =>
    'contentHash' in action && action.contentHash === review.contentHash ? null : 'changed-content',
  changed: (review, action) =>
    'contentHash' in action && action.contentHash !== review.contentHash ? null : 'nothing-changed',
  /** Needed for everything but a plain approval: not for approving a submitted draft in which nothing is 禁止发布. */
  reason: (review, action) => {
    const plain = action.do === 'approve' && review.state !== 'referred' && review.blocking === 0
    return plain || ('reason' in action && action.reason.trim() !== '') ? null : 'reason-missing'
  },
  /** All five gates ticked. */
  gates: (_, action) =>
    isVerdict(action) && Gate.options.every((gate) => action.gates.includes(gate)) ? null : 'gates-missing',
  /** 同步组织、同步审签、同步部署, all three, where the draft is a policy. */
  threeSyncs: (review, action) =>
    !review.policy || (isVerdict(action) && SYNCS.every((sync) => action.threeSyncs?.[sync])) ? null : 'syncs-missing',
} satisfies Record<string, Check>

export type Guard = keyof typeof guards

function people(actor: Actor): string[] {
  return actor.actingFor === null ? [actor.member] : [actor.member, actor.actingFor]
}

function isVerdict(action: Action): action is Verdicting {
  return 'gates' in action
}
