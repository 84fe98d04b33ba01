import { isCivilDate } from '../../calendar/civil-date.ts'

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  O: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** `2026-01-31` from numbers, or null for a day that the calendar has not. */
export function civilDateOf(year: number, month: number, day: number): string | null {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isCivilDate(date) ? date : null
}

/** 二〇一八, 十二, 二十九, 三十 as a number; null for anything else. */
export function chineseNumber(text: string): number | null {
  const ten = text.indexOf('十')
  const values = [...text].filter((one) => one !== '十').map((one) => DIGITS[one])
  if (values.some((value) => value === undefined)) return null
  if (ten < 0) return values.reduce<number>((sum, value) => sum * 10 + (value ?? 0), 0)
  const tens = ten === 0 ? 1 : (DIGITS[text[0]!] ?? 0)
  const ones = text.length > ten + 1 ? (DIGITS[text[ten + 1]!] ?? 0) : 0
  return tens * 10 + ones
}

const ARABIC = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/
const CHINESE = /^([一二三四五六七八九〇○零O]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日$/
const DOTTED = /^(\d{4})\s*[.．/-]\s*(\d{1,2})\s*[.．/-]\s*(\d{1,2})$/

/** A text that is nothing but a date, in one of the ways people write one. */
export interface WrittenDate {
  style: 'arabic' | 'chinese' | 'dotted'
  date: string | null
}

export function readWrittenDate(text: string): WrittenDate | null {
  const tight = text.replace(/\s/g, '')
  for (const [style, pattern] of [
    ['arabic', ARABIC],
    ['dotted', DOTTED],
    ['chinese', CHINESE],
  ] as const) {
    const [, year, month, day] = pattern.exec(tight) ?? []
    if (year === undefined || month === undefined || day === undefined) continue
    const read = style === 'chinese' ? chineseNumber : Number
    const [y, m, d] = [read(year), read(month), read(day)]
    return { style, date: y === null || m === null || d === null ? null : civilDateOf(y, m, d) }
  }
  return null
}
