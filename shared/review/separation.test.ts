import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { action, actor, NAMES } from '../../test/support/reviews.ts'
import type { ActionName } from './action.ts'
import { Level, newReview, type Review, Role } from './review.ts'
import { TABLE } from './table.ts'
import { advance } from './workflow.ts'

test('whatever is done in whatever order: approved needs every level by another person, none of them an author', () => {
  const people = ['e1', 'e2', 'a', 'b', 'c']
  const step = fc.record({
    name: fc.constantFrom<ActionName>(
      'submit',
      'submit',
      'approve',
      'approve',
      'approve',
      'approve',
      'refer',
      ...NAMES,
    ),
    /** Null: the role that the table asks for. */
    role: fc.constantFrom(null, null, null, ...Role.options),
    member: fc.constantFrom(...people),
    actingFor: fc.constantFrom(null, null, null, ...people),
    level: fc.constantFrom(...Level.options),
    obey: fc.constantFrom(true, true, true, false),
  })
  let approved = 0
  fc.assert(
    fc.property(fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }), (steps) => {
      let review = newReview('r1')
      for (const { name, role, member, actingFor, level, obey } of steps) {
        const act = action(name, review)
        const before = JSON.stringify(review)
        const given = 'gates' in act && !obey ? { ...act, level } : act
        const fit = TABLE.find((row) => row.from === review.state && row.do === name)?.roles[0]
        const answer = advance(review, given, { ...actor(role ?? fit ?? 'editor', member), actingFor })
        expect(JSON.stringify(review)).toBe(before)
        if (!answer.ok) continue
        expect(answer.review.version).toBe(review.version + 1)
        review = answer.review
        if (review.state !== 'approved') continue
        approved++
        expectSeparated(review)
      }
    }),
    { numRuns: 500 },
  )
  expect(approved).toBeGreaterThan(20)
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
