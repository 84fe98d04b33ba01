import { isWorkday } from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { addWorkingDays, isWorkingDay, knownUntil, naturalDays, workingDaysBetween } from './working-days.ts'

describe('working days', () => {
  it.each([
    ['2024-09-27', 20, '2024-10-30'],
    ['2025-09-26', 20, '2025-10-30'],
    ['2026-02-13', 3, '2026-02-25'],
    ['2025-09-30', 2, '2025-10-10'],
    ['2018-06-28', 20, '2018-07-26'],
  ])('%s + %i = %s', (day, count, expected) => {
    expect(addWorkingDays(day, count)).toBe(expected)
    expect(workingDaysBetween(day, expected)).toBe(count)
  })

  it('counts the two real periods', () => {
    expect(workingDaysBetween('2018-12-05', '2019-01-03')).toBe(20)
    expect(workingDaysBetween('2019-09-12', '2019-09-27')).toBe(10)
  })

  it('agrees with chinese-days on every day it knows', () => {
    const differs: string[] = []
    for (let at = Date.UTC(2018, 0, 1); at <= Date.parse(knownUntil); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10)
      if (isWorkingDay(day) !== isWorkday(day)) differs.push(day)
    }
    expect(differs).toEqual([])
  })

  it('says unknown past the last published year, and never guesses', () => {
    expect(isWorkingDay('2027-10-01')).toBe('unknown')
    expect(addWorkingDays('2026-12-25', 20)).toBe('unknown')
    expect(workingDaysBetween('2026-12-25', '2027-01-05')).toBe('unknown')
    expect(isWorkingDay('2017-12-31')).toBe('unknown')
    expect(isWorkingDay('2026-02-30')).toBe('unknown')
  })

  it('counts natural days with both ends', () => {
    expect(naturalDays('2022-09-19', '2022-09-23')).toBe(5)
    expect(naturalDays('2022-09-23', '2022-09-19')).toBe(-4)
  })
})
