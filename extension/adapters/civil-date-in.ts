import type { CivilDate } from '#shared/calendar/civil-date.ts'

const written = /^\s*(\d{4})\s*(?:-|\/|\.|年)\s*(\d{1,2})\s*(?:-|\/|\.|月)\s*(\d{1,2})\s*日?(?:[\sT].*)?$/

/** The day that a form field says (2018-06-01, 2018/6/1, 2018年6月1日, a time after it or not), or null where it is no day of the calendar. */
export function civilDateIn(text: string): CivilDate | null {
  const [, year, month, day] = written.exec(text) ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  // Date.parse refuses month 13 and day 32, and turns 02-30 into March, which the way back shows.
  const instant = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== date ? null : date
}
