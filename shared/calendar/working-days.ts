import type { CivilDate } from './civil-date.ts'
import { isWeekend } from './weekday.ts'
import type { YearPlan } from './year-plan.ts'
import { yearPlans } from './year-plans.ts'

const DAY = 86_400_000

/** Which days are worked, for the years whose 放假安排 it was made of. Its answers never change; a new year makes another calendar. */
export interface Calendar {
  /** First and last day that the published notices decide. Outside the answer is `unknown`, never a guess. */
  readonly knownFrom: CivilDate
  readonly knownUntil: CivilDate
  /** The years in it that do not ship: `calendarOf` makes the same calendar of them elsewhere. */
  readonly added: readonly YearPlan[]
  /** True for a day that is worked: a 调休上班日, or Monday to Friday and no day off. `unknown` where no notice decides. */
  isWorkingDay(day: CivilDate): boolean | 'unknown'
  /**
   * Working days after `from` up to and including `to`: counting starts on the day after (民法典 第201条), so a deadline of N working days is
   * kept while this is at most N. 0 where `to` is not after `from`; `unknown` where either lies outside the published notices.
   */
  workingDaysBetween(from: CivilDate, to: CivilDate): number | 'unknown'
  /** The last day of a term of `days` working days that starts on the day after `from`; `from` itself for 0. `unknown` past the published notices. */
  addWorkingDays(from: CivilDate, days: number): CivilDate | 'unknown'
}

/** The years that ship with the code and no other. */
export const shippedCalendar = made(yearPlans, [])

/**
 * The shipped years and those of `more` that go on from them, a year after the other. A year that ships is taken as it ships, so that a bureau's own
 * entry of it may stay where it is after an update; past a hole nothing is taken, for counting across it would be a guess.
 */
export function calendarOf(more: readonly YearPlan[], shipped: readonly YearPlan[] = yearPlans): Calendar {
  const added: YearPlan[] = []
  for (const plan of more) if (plan.year === shipped.at(-1)!.year + added.length + 1) added.push(plan)
  return added.length === 0 && shipped === yearPlans ? shippedCalendar : made(shipped, added)
}

function made(shipped: readonly YearPlan[], added: readonly YearPlan[]): Calendar {
  const plans = [...shipped, ...added]
  const off = new Set(plans.flatMap(({ year, off }) => off.map((day) => `${year}-${day}`)))
  const work = new Set(plans.flatMap(({ year, work }) => work.map((day) => `${year}-${day}`)))
  const knownFrom: CivilDate = `${plans[0]!.year}-01-01`
  const knownUntil: CivilDate = `${plans.at(-1)!.year}-12-31`
  /** Working days up to and including each known day, counted from `knownFrom`; made on first use. */
  let counts: Uint16Array | null = null

  const isKnown = (day: CivilDate) => knownFrom <= day && day <= knownUntil

  const isWorkingDay = (day: CivilDate) => {
    if (!isKnown(day)) return 'unknown'
    return work.has(day) || (!isWeekend(day) && !off.has(day))
  }

  function countUntil(day: CivilDate): number {
    const first = Date.parse(knownFrom)
    if (counts === null) {
      counts = new Uint16Array((Date.parse(knownUntil) - first) / DAY + 1)
      for (let index = 0; index < counts.length; index += 1)
        counts[index] = (counts[index - 1] ?? 0) + (isWorkingDay(dayAt(first + index * DAY)) === true ? 1 : 0)
    }
    return counts[(Date.parse(day) - first) / DAY] ?? 0
  }

  return {
    knownFrom,
    knownUntil,
    added,
    isWorkingDay,
    workingDaysBetween(from, to) {
      if (!isKnown(from) || !isKnown(to)) return 'unknown'
      return Math.max(0, countUntil(to) - countUntil(from))
    },
    addWorkingDays(from, days) {
      if (!isKnown(from)) return 'unknown'
      let left = days
      let at = Date.parse(from)
      while (left > 0) {
        at += DAY
        const worked = isWorkingDay(dayAt(at))
        if (worked === 'unknown') return 'unknown'
        if (worked) left -= 1
      }
      return dayAt(at)
    },
  }
}

function dayAt(milliseconds: number): CivilDate {
  return new Date(milliseconds).toISOString().slice(0, 10)
}
