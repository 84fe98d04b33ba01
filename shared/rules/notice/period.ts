import { isCivilDate } from '../../calendar/civil-date.ts'
import type { Span } from '../../draft/span.ts'
import { spanOf, type TextView } from '../text-view.ts'

/** 公示期: from and to, both days included, as the text gives them. */
export interface Period {
  from: string
  to: string
  span: Span
}

/** The stated length: N 个工作日 or N 日. */
export interface Length {
  days: number
  working: boolean
  span: Span
}

const YEAR = '((?:19|20)\\d{2})\\s?[年./-]\\s?'
const DAY = '(\\d{1,2})\\s?[月./-]\\s?(\\d{1,2})\\s?日?'
const PERIOD = new RegExp(
  `${YEAR}${DAY}(?:\\s?[(][^)]{1,6}[)])?(?:\\s?\\d{1,2}[:时点]\\d{0,2}分?)?\\s?起?\\s?(?:至|到|--?|—+|–|~|～)\\s?(?:${YEAR})?(?:(\\d{1,2})\\s?[月./-]\\s?)?(\\d{1,2})\\s?日?`,
  'g',
)
const COUNT = '(\\d{1,2}|[一二两三四五六七八九十]{1,2})'
const LENGTH = [
  `公示(?:期限?|时间|期间)?(?:为期|为|共|不少于|不得少于|:)?\\s?(?:期限?)?\\s?${COUNT}\\s?(?:个|天)?\\s?(工作日|自然日|日|天)`,
  `(?:为期|时间为|期限为|期为)\\s?${COUNT}\\s?个?\\s?(工作日|自然日|日|天)`,
  `(?:共计?|[(,])\\s?${COUNT}\\s?个?\\s?(工作日|自然日|天)`,
].map((pattern) => new RegExp(pattern, 'g'))
const NUMERALS = '零一二三四五六七八九十'

/** The first period of dates that a notice gives. An end without year or month takes those of the start. */
export function periodIn(body: TextView): Period | null {
  for (const match of body.matchAll(PERIOD)) {
    const [, year, month, day, endYear, endMonth, endDay] = match
    const from = dateOf(year!, month!, day!)
    const to = dateOf(endYear ?? year!, endMonth ?? month!, endDay!)
    if (!isCivilDate(from) || !isCivilDate(to)) continue
    return { from, to, span: spanOf(match.place, match.index, match.index + match[0].length) }
  }
  return null
}

/** The first length that a notice states: behind 公示 or 为期, else behind 共 or in brackets in a sentence about 公示. */
export function lengthIn(body: TextView): Length | null {
  for (const [number, pattern] of LENGTH.entries())
    for (const match of body.matchAll(pattern)) {
      const { place, index } = match
      const days = numberOf(match[1]!)
      if (days <= 0 || (number > 0 && !place.text.includes('公示'))) continue
      return { days, working: match[2] === '工作日', span: spanOf(place, index, index + match[0].length) }
    }
  return null
}

function dateOf(year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text)
  const written = text.replace('两', '二')
  if (written.length === 1) return NUMERALS.indexOf(written)
  return written.startsWith('十') ? 10 + NUMERALS.indexOf(written[1]!) : 0
}

/** Days from `from` to `to`, both included. */
export function daysIn({ from, to }: Period): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
}

/** The day before a day. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
}
