import { isWorkday } from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleYear } from '../../test/support/example-year.ts'
import { type Calendar, calendarOf, shippedCalendar } from './working-days.ts'
import { YearPlan } from './year-plan.ts'
import { yearPlans } from './year-plans.ts'

const DAY = 86_400_000
const { addWorkingDays, isWorkingDay, workingDaysBetween } = shippedCalendar
const days = daysOf(shippedCalendar)

function daysOf({ knownFrom, knownUntil }: Calendar): string[] {
  const all: string[] = []
  for (let at = Date.parse(knownFrom); at <= Date.parse(knownUntil); at += DAY)
    all.push(new Date(at).toISOString().slice(0, 10))
  return all
}

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

describe('years that are added', () => {
  const more = calendarOf([exampleYear])

  it('every shipped year, taken away with those after it and given back, answers as before', () => {
    for (let kept = 1; kept < yearPlans.length; kept += 1) {
      const fewer = calendarOf([], yearPlans.slice(0, kept))
      const whole = calendarOf(yearPlans.slice(kept), yearPlans.slice(0, kept))
      expect([whole.knownFrom, whole.knownUntil]).toEqual([shippedCalendar.knownFrom, shippedCalendar.knownUntil])
      expect(days.filter((day) => whole.isWorkingDay(day) !== isWorkingDay(day))).toEqual([])
      const known = days.filter((day) => day <= fewer.knownUntil)
      expect(known.filter((day) => fewer.isWorkingDay(day) !== isWorkingDay(day))).toEqual([])
    }
  })

  it('change no day of a year that ships, and are known to their end', () => {
    expect(days.filter((day) => more.isWorkingDay(day) !== isWorkingDay(day))).toEqual([])
    expect([more.knownUntil, more.isWorkingDay('2027-12-31'), more.isWorkingDay('2028-01-01')]).toEqual([
      '2027-12-31',
      true,
      'unknown',
    ])
    expect(more.workingDaysBetween('2026-12-30', '2027-01-04')).toBe(2)
    expect(more.addWorkingDays('2026-12-30', 2)).toBe('2027-01-04')
  })

  it('adding and counting undo each other across the border', () => {
    const late = daysOf(more).filter((day) => day >= '2026-10-01')
    fc.assert(
      fc.property(fc.constantFrom(...late), fc.integer({ min: 1, max: 120 }), (from, count) => {
        const to = more.addWorkingDays(from, count)
        if (to !== 'unknown') expect(more.workingDaysBetween(from, to)).toBe(count)
      }),
    )
  })

  it('make the same calendar again of what it says was added', () => {
    const again = calendarOf(more.added)
    expect(daysOf(again).filter((day) => again.isWorkingDay(day) !== more.isWorkingDay(day))).toEqual([])
  })

  it('do nothing where they ship already, and past a hole', () => {
    const other = { ...exampleYear, year: 2026 }
    expect(calendarOf([])).toBe(shippedCalendar)
    expect(calendarOf([other])).toBe(shippedCalendar)
    expect(calendarOf([{ ...exampleYear, year: 2028 }])).toBe(shippedCalendar)
    expect(calendarOf([other, exampleYear, { ...exampleYear, year: 2029 }]).added).toEqual([exampleYear])
    expect(calendarOf([exampleYear, { ...exampleYear, year: 2028 }]).knownUntil).toBe('2028-12-31')
  })
})

describe('the plan of a year', () => {
  it.each(yearPlans.map((plan) => [plan.year, plan] as const))('of %i, as it ships, is one', (_, plan) => {
    expect(YearPlan.safeParse(plan).error).toBeUndefined()
  })
})
