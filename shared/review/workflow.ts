import type { Action, Actor, Advance } from './action.ts'
import { guards } from './guards.ts'
import { REFUSALS, type RefusalCode } from './refusal.ts'
import type { Decision, Level, Review, State } from './review.ts'
import { type Row, TABLE } from './table.ts'

/**
 * What becomes of `review` when `actor` does `action`: a new review with the next version, or a refusal with a Chinese sentence. Pure: neither
 * argument is changed, and the time of a decision is the caller's.
 */
export function advance(review: Review, action: Action, actor: Actor): Advance {
  const rows = TABLE.filter((row) => row.from === review.state && row.do === action.do)
  const row = rows.find(({ roles }) => roles.includes(actor.role))
  // A stale screen explains itself better by who was first than by the state that this led to.
  if ('version' in action && action.version !== review.version) return refuse('stale-version', review)
  if (rows.length === 0) return refuse('not-now', review)
  if (!row) return refuse('wrong-role', review)
  for (const name of row.guards) {
    const code = guards[name](review, action, actor)
    if (code) return refuse(code, review)
  }
  return { ok: true, review: next(review, action, actor, row) }
}

function refuse(code: RefusalCode, review: Review): Advance {
  return { ok: false, code, sentence: REFUSALS[code], last: review.decisions.at(-1) ?? null }
}

function next(review: Review, action: Action, actor: Actor, row: Row): Review {
  const version = review.version + 1
  switch (action.do) {
    case 'submit':
    case 'publish-emergency':
      return {
        ...review,
        version,
        state: stateOf(row, null),
        authors: [...new Set([...review.authors, actor.member])],
        levels: [...action.levels],
        level: action.levels[0] ?? null,
        contentHash: action.contentHash,
        ruleset: action.ruleset,
        blocking: action.blocking,
        policy: action.policy,
        decisions: [],
      }
    case 'approve':
    case 'return':
    case 'refuse':
    case 'refer': {
      const level = levelAfter(review, action.do)
      const { do: verdict, version: _, ...said } = action
      const decision: Decision = {
        ...said,
        verdict,
        gates: [...said.gates],
        answers: [...said.answers],
        reviewer: actor.member,
        actingFor: actor.actingFor,
      }
      return { ...review, version, state: stateOf(row, level), level, decisions: [...review.decisions, decision] }
    }
    case 'reopen':
      return {
        ...review,
        version,
        state: stateOf(row, null),
        level: review.levels[0] ?? null,
        ruleset: action.ruleset,
        decisions: [],
      }
    default:
      return { ...review, version, state: stateOf(row, null), level: null }
  }
}

/** The level that is awaited after a verdict. What the 保密部门 answers, and a question to it, leave the round where it stood. */
function levelAfter(review: Review, verdict: Decision['verdict']): Level | null {
  if (verdict === 'refer' && review.state === 'submitted') return review.level
  if (verdict !== 'approve') return null
  if (review.state === 'referred' || review.level === null) return review.level
  return review.levels[review.levels.indexOf(review.level) + 1] ?? null
}

function stateOf(row: Row, level: Level | null): State {
  if (typeof row.to === 'string') return row.to
  return level === null ? row.to.done : row.to.more
}
