import { describe, expect, it } from 'vitest'
import { readNotice } from './read-notice.ts'
import type { YearPlan } from './year-plan.ts'
import { yearPlans } from './year-plans.ts'

const DAY = 86_400_000
const at = (day: string) => Date.parse(`${day}T00:00:00Z`)
const weekday = (day: string) => '日一二三四五六'[new Date(at(day)).getUTCDay()]!

/** Runs of days one after the other. */
function runsOf({ year, off }: YearPlan): string[][] {
  const runs: string[][] = []
  for (const day of off.map((one) => `${year}-${one}`)) {
    const last = runs.at(-1)
    if (last && at(day) - at(last.at(-1)!) === DAY) last.push(day)
    else runs.push([day])
  }
  return runs
}

/** The plan in the words of a notice. `note`: how it writes a weekday. */
function noticeOf(plan: YearPlan, note: (day: string) => string): string {
  const words = (day: string, month = true) =>
    `${month ? `${Number(day.slice(5, 7))}月` : ''}${Number(day.slice(8))}日${note(day)}`
  const holidays = runsOf(plan).map((run, index) => {
    const [first, last] = [run[0]!, run.at(-1)!]
    const until = first === last ? '' : `至${words(last, first.slice(0, 7) !== last.slice(0, 7))}`
    return `${index + 1}、节日：${words(first)}${until}放假${until === '' ? '1天，不调休' : `调休，共${run.length}天`}。`
  })
  const worked = plan.work.map((day) => words(`${plan.year}-${day}`)).join('、')
  return `国务院办公厅关于${plan.year}年部分节假日安排的通知\n${holidays.join('\n')}\n${worked}上班。\n节假日期间妥善安排值班。`
}

describe('a notice of 放假安排', () => {
  it.each(yearPlans.map((plan) => [plan.year, plan] as const))('of %i is read as the plan that ships', (_, plan) => {
    const { year, off, work } = plan
    for (const note of [
      () => '',
      (day: string) => `（周${weekday(day)}）`,
      (day: string) => `（农历初一、星期${weekday(day)}）`,
    ])
      expect(readNotice(noticeOf(plan, note))).toEqual({ year, off, work, elsewhere: [], unused: [] })
  })

  it('keeps the days of another year apart, and says which dates it did not use', () => {
    const text =
      '一、元旦：2026年12月31日至2027年1月2日放假调休，共3天，2027年1月3日上班。安排职工在除夕（2月5日）休息。\n2026年11月5日'
    expect(readNotice(text, 2027)).toEqual({
      ...{ year: 2027, off: ['01-01', '01-02'], work: ['01-03'], elsewhere: ['2026-12-31'] },
      unused: ['2月5日', '2026年11月5日'],
    })
  })

  it.each([
    ['no year', '1月1日放假。', undefined, '--year'],
    ['no holiday', '关于2027年部分节假日安排的通知', undefined, '没有读到放假'],
    ['a number of days that is another', '1月1日至3日放假，共4天', 2027, '写的是 4 天，日期算出来是 3 天'],
    ['a weekday that is another', '1月1日（周四）放假', 2027, '那一天是周五'],
    ['a day that the year has not', '2月28日至29日放假', 2027, '不是 2027 年有的一天'],
    ['a date without a month', '3日放假', 2027, '不是 2027 年有的一天'],
    ['an end before the beginning', '5月5日至1日放假', 2027, '起止日期不对'],
  ])('with %s is refused', (_, text, year, sentence) => {
    expect(() => readNotice(text, year)).toThrow(sentence)
  })
})
