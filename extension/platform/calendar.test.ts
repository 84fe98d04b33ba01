import { describe, expect, test } from 'vitest'
import { exampleYear } from '../../test/support/example-year.ts'
import { emptyHouse } from '../messages/view.ts'
import { calendar, isEnding } from './calendar.ts'
import { house } from './house.ts'

describe('the calendar of a page', () => {
  test('follows the rule set in force', () => {
    const before = calendar.value
    expect(before.addWorkingDays('2026-12-30', 2)).toBe('unknown')
    house.value = { ...emptyHouse, ruleset: { ...emptyHouse.ruleset, years: [exampleYear] } }
    expect(calendar.value.addWorkingDays('2026-12-30', 2)).toBe('2027-01-04')
    house.value = emptyHouse
    expect(calendar.value).toBe(before)
  })

  test.each([
    ['2026-11-15', false],
    ['2026-11-16', true],
    ['2026-12-31', true],
    ['2027-03-01', true],
  ])('on %s, its end on 2026-12-31 is near: %s', (today, near) => {
    expect(isEnding({ knownUntil: '2026-12-31' }, today)).toBe(near)
  })
})
