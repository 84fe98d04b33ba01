import type { CivilDate } from '#shared/calendar/civil-date.ts'

/** The day it is in Asia/Shanghai (UTC+8, no summer time since 1991). */
export function shanghaiDay(now: Date): CivilDate {
  return new Date(now.getTime() + 8 * 3600_000).toISOString().slice(0, 10)
}
