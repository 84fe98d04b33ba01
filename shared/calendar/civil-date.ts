import * as z from 'zod'

/** A day in Asia/Shanghai, `YYYY-MM-DD`. A string, never a `Date`: a day has no time zone to get wrong. */
export const CivilDate = z.iso.date()
export type CivilDate = z.infer<typeof CivilDate>

/** True for a day that the Gregorian calendar has. */
export function isCivilDate(text: string): boolean {
  return CivilDate.safeParse(text).success
}
