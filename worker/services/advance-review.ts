import type { ProblemCode } from '#shared/api/problem.ts'
import type { Action, Actor } from '#shared/review/action.ts'
import type { RefusalCode } from '#shared/review/refusal.ts'
import type { Review } from '#shared/review/review.ts'
import { advance } from '#shared/review/workflow.ts'
import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import type { Tenant } from '../tenant/tenant.ts'

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

/** The caller as the workflow knows people, acting as `role`. */
export function actorOf(call: Call, role: 'editor' | 'reviewer'): Actor {
  const member = call.caller.member!
  return { member: member.id, role, levels: member.levels, actingFor: null, emergency: member.emergency }
}

/** The Worker itself: expiry, a newer rule set, a draft that was replaced. */
export const SYSTEM: Actor = { member: 'system', role: 'system', levels: [], actingFor: null, emergency: false }
