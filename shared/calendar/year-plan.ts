import * as z from 'zod'
import { isCivilDate } from './civil-date.ts'
import { isWeekend } from './weekday.ts'

/**
 * 放假安排 of one year: days off, and weekend days that are worked (调休上班日), as `MM-DD` of that year. A plan has more days off than a year has
 * had since 2018 at the least, and not a season of them: a list that lost its end or took in a column of another table is no plan.
 */
export const YearPlan = z
  .strictObject({
    year: z.int().min(2000, { abort: true }).max(2099, { abort: true }),
    /** The State Council's notice. Days at the turn of a year may come from the next year's. */
    notices: z
      .array(
        z
          .string()
          .max(1000)
          .refine((text) => /^https?:\/\/[^/\s]+(?:\/\S*)?$/.test(text), '应为通知的网址，以 http:// 或 https:// 开头'),
      )
      .min(1)
      .max(10),
    off: z.array(z.string()).min(10).max(60),
    work: z.array(z.string()).max(30),
  })
  .superRefine(({ year, off, work }, { addIssue }) => {
    const seen = new Set<string>()
    for (const [list, days] of Object.entries({ off, work }))
      for (const [index, day] of days.entries()) {
        const message = faultOf(`${year}-${day}`, list === 'work', seen.has(day))
        if (message !== null) addIssue({ code: 'custom', path: [list, index], message })
        seen.add(day)
      }
  })
export type YearPlan = z.infer<typeof YearPlan>

function faultOf(day: string, worked: boolean, twice: boolean): string | null {
  if (!isCivilDate(day)) return `应为 ${day.slice(0, 4)} 年有的一天，写作月-日，如 10-01`
  if (twice) return `${day} 写了两次，一天只能是放假或上班中的一种，写一次`
  if (worked && !isWeekend(day)) return `${day} 不是周六或周日，本来就上班；调休上班日只能是周末的一天`
  return null
}
