import type { ProblemCode } from '#shared/api/problem.ts'
import type { Action, Actor, Verdicting } from '#shared/review/action.ts'
import type { RefusalCode } from '#shared/review/refusal.ts'
import type { Review } from '#shared/review/review.ts'
import { advance } from '#shared/review/workflow.ts'
import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { standingIn } from './name-delegate.ts'

const CODES: Readonly<Record<RefusalCode, ProblemCode>> = {
  'not-now': 'wrong-state',
  'wrong-role': 'forbidden',
  'own-draft': 'separation-of-duty',
  'same-person': 'separation-of-duty',
  'not-author': 'separation-of-duty',
  'wrong-level': 'forbidden',
  'changed-content': 'content-changed',
  'stale-version': 'stale-version',
  'reason-missing': 'invalid-request',
  'gates-missing': 'invalid-request',
  'syncs-missing': 'invalid-request',
  'levels-missing': 'invalid-request',
  'not-named': 'forbidden',
  'nothing-changed': 'conflict',
}

/** The next state of the review by the one workflow table, or the table's refusal as a problem; the loser of a race is told who won. */
export function advanceOrRefuse(review: Review, action: Action, actor: Actor, tenant: Tenant): Review {
  const result = advance(review, action, actor)
  if (result.ok) return result.review
  const wonBy = result.code === 'stale-version' && result.last ? tenant.members.nameOf(result.last.reviewer) : null
  throw new Refusal(CODES[result.code], result.sentence, wonBy === null ? {} : { wonBy })
}

/** The caller as the workflow knows people, acting as `role` and in their own name. */
export function actorOf(call: Call, role: 'editor' | 'reviewer' | 'admin'): Actor {
  const member = call.caller.member!
  return { member: member.id, role, levels: member.levels, actingFor: null, emergency: member.emergency }
}

/**
 * A decision, in the reviewer's own name where they hold its level; else in the place of a reviewer who named them (AB角), the first for whom the
 * table agrees. Whoever stands in counts as both, so that neither an own draft nor a second level is decided that way.
 */
export function decideOrRefuse(review: Review, action: Verdicting, call: Call): Review {
  const own = actorOf(call, 'reviewer')
  const holds = ({ levels }: Pick<Actor, 'levels'>) => levels.includes(action.level)
  // Whom the reviewer stands in for is only asked where their own name does not do.
  const first = holds(own) ? advance(review, action, own) : null
  if (first?.ok) return first.review
  const lent = standingIn(call.tenant, call.caller.member!, call.now)
    .map(({ reviewer }) => ({ ...own, levels: reviewer.levels, actingFor: reviewer.id }))
    .filter(holds)
  const actor = lent.find((one) => advance(review, action, one).ok) ?? (first ? own : (lent[0] ?? own))
  return advanceOrRefuse(review, action, actor, call.tenant)
}

/** The Worker itself: expiry, a newer rule set, a draft that was replaced. */
export const SYSTEM: Actor = { member: 'system', role: 'system', levels: [], actingFor: null, emergency: false }
