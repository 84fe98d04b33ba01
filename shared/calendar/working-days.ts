import type { CivilDate } from './civil-date.ts'
import { yearPlans } from './year-plans.ts'

const DAY = 86_400_000
const off = new Set<CivilDate>(yearPlans.flatMap(({ year, off }) => off.map((day) => `${year}-${day}`)))
const work = new Set<CivilDate>(yearPlans.flatMap(({ year, work }) => work.map((day) => `${year}-${day}`)))

/** First and last day that the published notices decide. Outside the answer is `unknown`, never a guess. */
export const knownFrom: CivilDate = `${yearPlans[0]!.year}-01-01`
export const knownUntil: CivilDate = `${yearPlans.at(-1)!.year}-12-31`

function isKnown(day: CivilDate): boolean {
  return knownFrom <= day && day <= knownUntil
}

function dayAt(milliseconds: number): CivilDate {
  return new Date(milliseconds).toISOString().slice(0, 10)
}

/** True for a day that is worked: a 调休上班日, or Monday to Friday and no day off. `unknown` where no notice decides. */
export function isWorkingDay(day: CivilDate): boolean | 'unknown' {
  if (!isKnown(day)) return 'unknown'
  if (work.has(day)) return true
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !off.has(day)
}

/** Working days up to and including each known day, counted from `knownFrom`; made on first use. */
let counts: Uint16Array | null = null

function countUntil(day: CivilDate): number {
  const first = Date.parse(knownFrom)
  if (counts === null) {
    counts = new Uint16Array((Date.parse(knownUntil) - first) / DAY + 1)
    for (let index = 0; index < counts.length; index += 1)
      counts[index] = (counts[index - 1] ?? 0) + (isWorkingDay(dayAt(first + index * DAY)) === true ? 1 : 0)
  }
  return counts[(Date.parse(day) - first) / DAY] ?? 0
}

/**
 * Working days after `from` up to and including `to`: counting starts on the day after (民法典 第201条), so a deadline of N working days is
 * kept while this is at most N. 0 where `to` is not after `from`; `unknown` where either lies outside the published notices.
 */
export function workingDaysBetween(from: CivilDate, to: CivilDate): number | 'unknown' {
  if (!isKnown(from) || !isKnown(to)) return 'unknown'
  return Math.max(0, countUntil(to) - countUntil(from))
}

/** The last day of a term of `days` working days that starts on the day after `from`; `from` itself for 0. `unknown` past the published notices. */
export function addWorkingDays(from: CivilDate, days: number): CivilDate | 'unknown' {
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
}
