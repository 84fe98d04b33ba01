import { describe, expect, test } from 'vitest'
import { action, actor, HASH, NAMES, OTHER, sent } from '../../test/support/reviews.ts'
import type { Action, Actor } from './action.ts'
import { REFUSALS } from './refusal.ts'
import { Gate, type Level, newReview, Review, Role, State, Verdict } from './review.ts'
import { TABLE } from './table.ts'
import { advance } from './workflow.ts'

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

  test('approving a policy takes 三同步; what the 保密部门 answers and every other verdict do not', () => {
    const policy = { ...review, policy: true }
    expect(refusal(policy, approve, actor('reviewer'))).toBe(null)
    for (const threeSyncs of [null, { organised: true, signedOff: true, deployed: false }]) {
      for (const verdict of Verdict.options) {
        const said = { ...action(verdict, policy), threeSyncs } as Action
        expect(refusal(policy, said, actor('reviewer'))).toBe(verdict === 'approve' ? 'syncs-missing' : null)
        expect(refusal(review, said, actor('reviewer'))).toBe(null)
      }
      const referred = { ...sent('referred'), policy: true }
      expect(refusal(referred, { ...action('approve', referred), threeSyncs } as Action, actor('reviewer'))).toBe(null)
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
