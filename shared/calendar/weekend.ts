import type { CivilDate } from './civil-date.ts'

/** Saturday or Sunday. */
export function isWeekend(day: CivilDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}
