import type { CivilDate } from './civil-date.ts'
import { isCivilDate } from './civil-date.ts'
import { YEARS } from './notices.ts'

const DAY = 86_400_000
const years = Object.keys(YEARS).map(Number)

/** The last day whose kind is known; the State Council publishes a year at a time. Past it every answer is `unknown`, never a guess. */
export const knownUntil: CivilDate = `${Math.max(...years)}-12-31`
const knownFrom: CivilDate = `${Math.min(...years)}-01-01`

const whole = (year: string, days: readonly string[]) => days.map((day) => (day.length === 5 ? `${year}-${day}` : day))
const off = new Set(Object.entries(YEARS).flatMap(([year, notice]) => whole(year, notice.off)))
const worked = new Set(Object.entries(YEARS).flatMap(([year, notice]) => whole(year, notice.work)))

/** Whether a day is a 工作日, with 调休. `unknown` outside the years whose notice is known. */
export function isWorkingDay(day: CivilDate): boolean | 'unknown' {
  if (!isCivilDate(day) || day < knownFrom || day > knownUntil) return 'unknown'
  if (worked.has(day)) return true
  return !off.has(day) && ![0, 6].includes(weekday(day))
}

/** The day `count` working days after `day`, which itself does not count (民法典 第二百零一条). `count` ≥ 0. */
export function addWorkingDays(day: CivilDate, count: number): CivilDate | 'unknown' {
  let at = day
  for (let left = count; left > 0; ) {
    at = next(at)
    const works = isWorkingDay(at)
    if (works === 'unknown') return 'unknown'
    if (works) left -= 1
  }
  return isWorkingDay(day) === 'unknown' ? 'unknown' : at
}

/** How many working days lie after `from` up to and including `to`; 0 where `to` is not later. */
export function workingDaysBetween(from: CivilDate, to: CivilDate): number | 'unknown' {
  if (isWorkingDay(from) === 'unknown' || isWorkingDay(to) === 'unknown') return 'unknown'
  let count = 0
  for (let at = from; at < to; ) {
    at = next(at)
    if (isWorkingDay(at)) count += 1
  }
  return count
}

/** Natural days from `from` to `to`, both counted; as a stated period of a 公示 is. Negative where it ends before it begins. */
export function naturalDays(from: CivilDate, to: CivilDate): number {
  const days = Math.round((at(to) - at(from)) / DAY)
  return days < 0 ? days : days + 1
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: CivilDate): number {
  return new Date(at(day)).getUTCDay()
}

function next(day: CivilDate): CivilDate {
  return new Date(at(day) + DAY).toISOString().slice(0, 10)
}

/** A day as an instant, only to count with: UTC has no summer time to trip over. */
function at(day: CivilDate): number {
  return Date.parse(`${day}T00:00:00Z`)
}
