import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Action, ActionName, Actor } from './action.ts'
import { REFUSALS } from './refusal.ts'
import { Gate, Level, newReview, Review, Role, State, Verdict } from './review.ts'
import { TABLE } from './table.ts'
import { advance } from './workflow.ts'

const HASH = 'a'.repeat(64)
const OTHER = 'b'.repeat(64)
const AT = '2026-11-24T03:00:00.000Z'
const NAMES: readonly ActionName[] = [
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

const sent = (state: State): Review => ({
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
const action = (name: ActionName, review: Review): Action => {
  const submission = { levels: ['first', 'final'] as Level[], contentHash: HASH, ruleset: 'base-1', blocking: 0 }
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
    reason: '已核对',
    answers: [],
    at: AT,
  }
}

const actor = (role: Role, member: string = role): Actor => ({
  member,
  role,
  levels: Level.options,
  actingFor: null,
  emergency: true,
})
const refusal = (review: Review, act: Action, who: Actor) => {
  const answer = advance(review, act, who)
  return answer.ok ? null : answer.code
}

describe('every cell of state × action × role', () => {
  for (const state of State.options)
    test(state, () => {
      for (const name of NAMES)
        for (const role of Role.options) {
          const rows = TABLE.filter((row) => row.from === state && row.do === name)
          const row = rows.find(({ roles }) => roles.includes(role))
          const review = sent(state)
          const answer = advance(review, action(name, review), actor(role))
          const cell = `${state} × ${name} × ${role}`
          if (row) {
            expect(answer.ok, cell).toBe(true)
            const to = typeof row.to === 'string' ? row.to : row.to.more
            expect(answer, cell).toMatchObject({ review: { state: to, version: 4 } })
            expect(answer.ok && Review.parse(answer.review)).toEqual(answer.ok && answer.review)
          } else {
            expect(answer, cell).toMatchObject({ ok: false, code: rows.length > 0 ? 'wrong-role' : 'not-now' })
          }
        }
    })

  test('no cell has two rows for one role', () => {
    for (const row of TABLE)
      for (const role of row.roles)
        expect(TABLE.filter((r) => r.from === row.from && r.do === row.do && r.roles.includes(role))).toHaveLength(1)
  })

  test('a refused, retracted or replaced review cannot become public', () => {
    const reach = new Set<State>(['refused', 'retracted', 'returned', 'withdrawn', 'void', 'expired'])
    for (const row of TABLE) if (reach.has(row.from)) expect(['submitted', 'emergency']).toContain(row.to)
  })
})

describe('the refusals', () => {
  const review = sent('submitted')
  const approve = action('approve', review)

  test('own draft, also in the place of the author', () => {
    expect(refusal(review, approve, actor('reviewer', 'editor'))).toBe('own-draft')
    expect(refusal(review, approve, { ...actor('reviewer'), actingFor: 'editor' })).toBe('own-draft')
  })

  test('two levels are two people, also through a delegate', () => {
    const delegate = { ...actor('reviewer', 'b'), actingFor: 'a' }
    const first = advance(review, approve, delegate)
    if (!first.ok) throw new Error(first.code)
    const second = action('approve', first.review)
    expect(refusal(first.review, second, actor('reviewer', 'b'))).toBe('same-person')
    expect(refusal(first.review, second, actor('reviewer', 'a'))).toBe('same-person')
    expect(refusal(first.review, second, { ...actor('reviewer', 'c'), actingFor: 'a' })).toBe('same-person')
    expect(advance(first.review, second, actor('reviewer', 'c'))).toMatchObject({
      review: { state: 'approved', level: null },
    })
  })

  test('wrong level, changed content, stale version', () => {
    expect(refusal(review, { ...approve, level: 'final' } as Action, actor('reviewer'))).toBe('wrong-level')
    expect(refusal(review, approve, { ...actor('reviewer'), levels: ['final'] })).toBe('wrong-level')
    expect(refusal(review, { ...approve, contentHash: OTHER } as Action, actor('reviewer'))).toBe('changed-content')
    expect(refusal(sent('approved'), { do: 'publish', contentHash: OTHER }, actor('editor'))).toBe('changed-content')
    expect(refusal(sent('approved'), { do: 'change', contentHash: HASH }, actor('editor'))).toBe('nothing-changed')
    expect(refusal(review, { ...approve, version: 2 } as Action, actor('reviewer'))).toBe('stale-version')
  })

  test('who comes second is told who was first', () => {
    const first = advance(review, action('return', review), actor('reviewer', 'a'))
    if (!first.ok) throw new Error(first.code)
    expect(advance(first.review, approve, actor('reviewer', 'b'))).toMatchObject({
      code: 'stale-version',
      last: { reviewer: 'a', verdict: 'return' },
    })
  })

  test('a reason for everything but a plain approval; all five gates for any approval', () => {
    for (const verdict of Verdict.options) {
      const silent = { ...action(verdict, review), reason: ' ' } as Action
      expect(refusal(review, silent, actor('reviewer'))).toBe(verdict === 'approve' ? null : 'reason-missing')
      expect(refusal({ ...review, blocking: 1 }, silent, actor('reviewer'))).toBe('reason-missing')
    }
    for (const gate of Gate.options) {
      const gates = Gate.options.filter((one) => one !== gate)
      expect(refusal(review, { ...approve, gates } as Action, actor('reviewer'))).toBe('gates-missing')
    }
  })

  test('sending without levels, an emergency by someone who is not named, withdrawing what another sent', () => {
    const draft = newReview('r1')
    for (const levels of [[], ['first', 'first']] as Level[][])
      expect(refusal(draft, { ...action('submit', draft), levels } as Action, actor('editor'))).toBe('levels-missing')
    const unnamed = { ...actor('editor'), emergency: false }
    expect(refusal(draft, action('publish-emergency', draft), unnamed)).toBe('not-named')
    expect(refusal(review, { do: 'withdraw' }, actor('editor', 'other'))).toBe('not-author')
  })

  test('each sentence has what happened, why and what to do', () => {
    for (const sentence of Object.values(REFUSALS)) expect(sentence).toMatch(/^[^：]+：[^。]+。[^。！!]+。$/)
  })
})

test('whatever is done in whatever order: approved needs every level by another person, none of them an author', () => {
  const people = ['e1', 'e2', 'a', 'b', 'c']
  const step = fc.record({
    name: fc.constantFrom(...NAMES),
    role: fc.constantFrom(...Role.options),
    member: fc.constantFrom(...people),
    actingFor: fc.constantFrom(null, null, null, ...people),
    level: fc.constantFrom(...Level.options),
    obey: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      let review = newReview('r1')
      for (const { name, role, member, actingFor, level, obey } of steps) {
        const act = action(name, review)
        const before = JSON.stringify(review)
        const given = 'gates' in act && !obey ? { ...act, level } : act
        const answer = advance(review, given, { ...actor(role, member), actingFor })
        expect(JSON.stringify(review)).toBe(before)
        if (!answer.ok) continue
        expect(answer.review.version).toBe(review.version + 1)
        review = answer.review
        if (review.state === 'approved') expectSeparated(review)
      }
    }),
    { numRuns: 500 },
  )
})

function expectSeparated(review: Review): void {
  const approvals = review.decisions.filter(
    ({ verdict, level }) => verdict === 'approve' && review.levels.includes(level),
  )
  expect(new Set(approvals.map(({ level }) => level))).toEqual(new Set(review.levels))
  const people = new Map<string, string>()
  for (const { level, reviewer, actingFor } of review.decisions)
    for (const person of [reviewer, ...(actingFor === null ? [] : [actingFor])]) {
      expect(review.authors).not.toContain(person)
      expect(people.get(person) ?? level).toBe(level)
      people.set(person, level)
    }
}
