import type { CivilDate } from './civil-date.ts'

const WEEKDAYS = '日一二三四五六'

/** The weekday of a day, as the character behind 星期. */
export function weekdayOf(day: CivilDate): string {
  return WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()]!
}

/** Saturday or Sunday. */
export function isWeekend(day: CivilDate): boolean {
  return '六日'.includes(weekdayOf(day))
}
