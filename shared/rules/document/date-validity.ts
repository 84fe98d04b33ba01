import { weekdayOf } from '../../calendar/weekday.ts'
import { defineRule, type Hit, span } from '../rule.ts'
import type { Match, TextView } from '../text-view.ts'
import { civilDateOf } from './written-date.ts'

const FULL = /(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日(?:\s*\((?:星期|周)([一二三四五六日天])\))?/g
/** Without a year, 29 February may be right. */
const SHORT = /(?<![\d年.]|年 )(\d{1,2})月(\d{1,2})日/g
const LETTER = /(?:[一二三四五六七八九〇○零O0]{4}|[12][\dOIL]{3})年/g
/** A digit among Chinese numerals: 二0二六年. */
const MIXED = /[一二三四五六七八九]/
const LOST =
  /(?<![\d.-])(?:(?:19|20)\d{2} \d{1,2}日|(?:19|20)\d{2}年\d{1,2} \d{1,2}日|(?:19|20)\d{2}年\d{1,2}日(?!内|以|起|前|后|之)|(?<=[至到])\d{3,4}日(?!内|以))/g
const RANGE =
  /(?<!\d)(\d{4})年(\d{1,2})月(\d{1,2})日\s*(?:[上下]午)?\s*(?:至|到|—+|-+|~)\s*(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/g

function* each(view: TextView, pattern: RegExp, judge: (match: Match) => string | null): Generator<Hit> {
  for (const match of view.matchAll(pattern)) {
    const why = judge(match)
    if (why !== null) yield { ...span(match), why }
  }
}

function fullDate([, year, month, day, weekday]: Match): string | null {
  const date = civilDateOf(Number(year), Number(month), Number(day))
  if (date === null) return `没有${year}年${month}月${day}日这一天`
  const right = weekdayOf(date)
  const written = weekday === '天' ? '日' : weekday
  return written === undefined || written === right ? null : `${year}年${month}月${day}日是星期${right}`
}

function shortDate([, month, day]: Match): string | null {
  return civilDateOf(2000, Number(month), Number(day)) === null ? `没有${month}月${day}日这一天` : null
}

function letters([text]: Match): string | null {
  const letter = /[OIL]/.exec(text)?.[0]
  if (letter !== undefined) return `年份里有字母“${letter}”，不是数字`
  return MIXED.test(text) && text.includes('0') ? '汉字年份里有阿拉伯数字“0”，应为“〇”' : null
}

/** Only where the years are certain: without one, 12月25日至1月5日 crosses the year. */
function range([, year, month, day, endYear, endMonth, endDay]: Match): string | null {
  const from = civilDateOf(Number(year), Number(month), Number(day))
  const to = civilDateOf(Number(endYear ?? year), Number(endMonth ?? month), Number(endDay))
  const isCertain = endYear !== undefined || endMonth === undefined || endMonth === month
  return from !== null && to !== null && isCertain && to < from ? '结束日期早于开始日期' : null
}

export const documentDateValidity = defineRule({
  id: 'document/date-validity',
  title: '日期有误',
  severity: 'advise',
  basis: 'GB/T 9704-2012《党政机关公文格式》：年月日标全；公历',
  advice: '核对后改正日期',
  local: true,
  *check({ title, body }) {
    for (const view of [title, body]) {
      yield* each(view, FULL, fullDate)
      yield* each(view, SHORT, shortDate)
      yield* each(view, LETTER, letters)
      yield* each(view, LOST, () => '日期缺“年”或“月”')
      yield* each(view, RANGE, range)
    }
  },
  finds: [
    '[[二OO二年]]一月四日',
    '统计期限为[[2023 11日]]到[[1231日]]',
    '报名时间为[[2019年2月30日]]，[[13月1日]]前确认',
    '[[2018年12月29日（星期五）]]上班',
    '公示期：[[2019年5月20日至5月10日]]',
    '[[2O18年]]工作要点，[[二0二六年]]六月一日，[[2026年6 1日]]前',
  ],
  passes: [
    '一九九六年六月二十九日',
    '2018年12月29日（星期六）、2020年2月29日、2月29日',
    '2018年12月25日至1月5日；2022年9月19日至23日；30日内办结',
    '自2019年5月15日起施行',
  ],
})
