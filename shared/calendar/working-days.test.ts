import { isWorkday } from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, isWorkingDay, knownFrom, knownUntil, workingDaysBetween } from './working-days.ts'

const DAY = 86_400_000
const days: string[] = []
for (let at = Date.parse(knownFrom); at <= Date.parse(knownUntil); at += DAY)
  days.push(new Date(at).toISOString().slice(0, 10))

describe('working days', () => {
  it.each([
    ['2024-09-27', 20, '2024-10-30'],
    ['2025-09-26', 20, '2025-10-30'],
    ['2026-02-13', 3, '2026-02-25'],
    ['2025-09-30', 2, '2025-10-10'],
    ['2018-06-28', 20, '2018-07-26'],
    ['2018-12-05', 20, '2019-01-03'],
    ['2019-09-12', 10, '2019-09-27'],
  ])('%s + %i = %s', (from, count, to) => {
    expect(addWorkingDays(from, count)).toBe(to)
    expect(workingDaysBetween(from, to)).toBe(count)
  })

  it('agrees with chinese-days on every day of the published years', () => {
    expect(days.filter((day) => isWorkingDay(day) !== isWorkday(day))).toEqual([])
  })

  it('does not know what no notice has decided', () => {
    expect(isWorkingDay('2027-10-01')).toBe('unknown')
    expect(workingDaysBetween('2026-12-30', '2027-01-04')).toBe('unknown')
    expect(addWorkingDays('2026-12-30', 5)).toBe('unknown')
    expect(workingDaysBetween('1996-06-29', '2018-12-24')).toBe('unknown')
  })

  it('counts nothing where the end is not after the start', () => {
    expect(workingDaysBetween('2026-06-10', '2026-06-10')).toBe(0)
    expect(workingDaysBetween('2026-06-10', '2026-06-01')).toBe(0)
  })

  it('adding and counting undo each other', () => {
    fc.assert(
      fc.property(fc.constantFrom(...days), fc.integer({ min: 1, max: 60 }), (from, count) => {
        const to = addWorkingDays(from, count)
        if (to !== 'unknown') expect(workingDaysBetween(from, to)).toBe(count)
      }),
    )
  })
})
