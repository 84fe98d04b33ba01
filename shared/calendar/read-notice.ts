import { type CivilDate, isCivilDate } from './civil-date.ts'
import { weekdayOf } from './weekday.ts'

/** A text that cannot be read as a notice. The message is Chinese: what stands where, and what to do. */
export class NoticeRefusal extends Error {}

/** What a 放假安排 notice decides. */
export interface Notice {
  year: number
  /** `MM-DD` of that year, in order. */
  off: string[]
  work: string[]
  /** Days that it decides of another year, which belong to that year's plan. */
  elsewhere: CivilDate[]
  /** Dates of the text that are said neither to be off nor to be worked. */
  unused: string[]
}

const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[（(]([^）)]*)[）)])?/g
const UNTIL = /^(?:至|到|[-—–－~～]+)$/
const DAY = 86_400_000

/**
 * Reads the text of a yearly notice of 国务院办公厅 in the form that it has had since 2018: “2月15日（周日）至23日（周一）放假调休，共9天。2月14日（周六）、2月28日
 * （周六）上班。” `year` where the text does not name it. What the text says twice must agree: a weekday with its date, 共几天 with the days; else `NoticeRefusal`.
 */
export function readNotice(text: string, year?: number): Notice {
  const written = text.replaceAll(/[^\S\n]/g, '')
  const named = /(\d{4})年(?:部分)?(?:节假日|元旦)/.exec(written)?.[1]
  const of = year ?? (named === undefined ? undefined : Number(named))
  if (of === undefined) throw new NoticeRefusal('通知里没有写是哪一年的节假日安排，请用 --year 写明年份')
  const days = { off: new Set<CivilDate>(), work: new Set<CivilDate>() }
  const unused: string[] = []
  for (const sentence of written.split(/[。；;\n]/)) readSentence(sentence, of, days, unused)
  if (days.off.size === 0)
    throw new NoticeRefusal('没有读到放假的日期，应如“1月1日至3日放假，共3天”；请核对是不是通知的全文')
  const own = (all: ReadonlySet<CivilDate>) =>
    [...all]
      .filter((day) => day.startsWith(`${of}-`))
      .toSorted()
      .map((day) => day.slice(5))
  const elsewhere = [...days.off, ...days.work].filter((day) => !day.startsWith(`${of}-`)).toSorted()
  return { year: of, off: own(days.off), work: own(days.work), elsewhere, unused }
}

function readSentence(
  sentence: string,
  year: number,
  days: Readonly<Record<'off' | 'work', Set<CivilDate>>>,
  unused: string[],
): void {
  // A date without a month or a year has that of the date before it.
  const reader = dateReader(sentence, year)
  let from = 0
  for (const keyword of sentence.matchAll(/放假|上班/g)) {
    const said = reader(sentence.slice(from, keyword.index))
    from = keyword.index + 2
    const count = /^[^放上]*?(\d+)天/.exec(sentence.slice(from))?.[1]
    if (keyword[0] === '放假' && count !== undefined && said.length > 0 && Number(count) !== said.length)
      throw new NoticeRefusal(`“${sentence}”写的是 ${count} 天，日期算出来是 ${said.length} 天，请核对`)
    for (const day of said) days[keyword[0] === '放假' ? 'off' : 'work'].add(day)
  }
  for (const [date] of sentence.slice(from).matchAll(DATE)) unused.push(date)
}

/** Reads the days of one piece of a sentence after the other. */
function dateReader(sentence: string, firstYear: number): (piece: string) => CivilDate[] {
  let [year, month] = [firstYear, Number.NaN]
  return (piece) => {
    const days: CivilDate[] = []
    let end = -1
    for (const match of piece.matchAll(DATE)) {
      if (match[1] !== undefined) year = Number(match[1])
      if (match[2] !== undefined) month = Number(match[2])
      const day = `${year}-${two(month)}-${two(Number(match[3]))}`
      if (!isCivilDate(day)) throw new NoticeRefusal(`“${sentence}”里的 ${match[0]} 不是 ${year} 年有的一天，请核对`)
      assertWeekday(day, match[4] ?? '', sentence)
      const before = days.at(-1)
      if (before !== undefined && UNTIL.test(piece.slice(end, match.index)))
        days.push(...daysAfter(before, day, sentence))
      else days.push(day)
      end = match.index + match[0].length
    }
    return days
  }
}

function daysAfter(from: CivilDate, to: CivilDate, sentence: string): CivilDate[] {
  const days: CivilDate[] = []
  for (let at = Date.parse(from) + DAY; at <= Date.parse(to); at += DAY)
    days.push(new Date(at).toISOString().slice(0, 10))
  if (days.length === 0 || days.length > 30) throw new NoticeRefusal(`“${sentence}”里的起止日期不对，请核对`)
  return days
}

/** The surest sign of a wrong year or a slip of the pen. */
function assertWeekday(day: CivilDate, note: string, sentence: string): void {
  const said = /(?:周|星期)([一二三四五六日天])/.exec(note)?.[1]?.replace('天', '日')
  const is = weekdayOf(day)
  if (said !== undefined && said !== is)
    throw new NoticeRefusal(`“${sentence}”里 ${day} 写的是周${said}，那一天是周${is}；请核对年份和日期`)
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
