import type { YearPlan } from '../calendar/year-plan.ts'
import { yearPlans } from '../calendar/year-plans.ts'
import type { Refusal } from './refusal.ts'
import type { RuleSet } from './ruleset.ts'

type Years = Pick<RuleSet, 'calendar'>

/**
 * Years of a set that stand out of their order, come twice, or leave a hole after those that ship. Said of the shipped and added years together, so
 * that what was right once stays right when a later release ships more of them.
 */
export function yearsAstray({ calendar = [] }: Years): Refusal[] {
  const known = [...yearPlans, ...calendar].map(({ year }) => year)
  let before = 0
  return calendar.flatMap(({ year }, index): Refusal[] => {
    const sentence = astray(year, before, known)
    before = year
    return sentence === null ? [] : [{ path: `calendar[${index}].year`, line: null, sentence }]
  })
}

function astray(year: number, before: number, known: readonly number[]): string | null {
  if (year === before) return `${year} 年写了两次，请只留一次`
  if (year < before) return `${year} 年写在 ${before} 年之后，应从早到晚排列`
  // Before the first that ships there is nothing to go on from: `yearsOverruled` has a sentence for that.
  if (year <= yearPlans[0]!.year || known.includes(year - 1)) return null
  return `缺 ${year - 1} 年：放假安排要一年接一年，中间不能空缺，请先补上`
}

/**
 * Years of a new proposal that ship and say other than what ships: they would do nothing, and an admin who wrote one means something. No fault of
 * a set that is published already, which may hold a year from before its release.
 */
export function yearsOverruled({ calendar = [] }: Years): Refusal[] {
  return calendar.flatMap((plan, index): Refusal[] => {
    const own = yearPlans.find(({ year }) => year === plan.year)
    if (own ? daysOf(own) === daysOf(plan) : plan.year > yearPlans[0]!.year) return []
    const sentence = own
      ? `${plan.year} 年的放假安排已随软件提供，内容与此不同，不能在这里改；请删去这一年`
      : `${plan.year} 年早于随软件提供的 ${yearPlans[0]!.year} 年，不能补；请删去这一年`
    return [{ path: `calendar[${index}]`, line: null, sentence }]
  })
}

function daysOf({ off, work }: YearPlan): string {
  return [off, work].map((days) => days.toSorted().join()).join('|')
}

/** The set with this year, in its place among the others and instead of what the set has of it. */
export function withYear(set: RuleSet, plan: YearPlan): RuleSet {
  const others = (set.calendar ?? []).filter(({ year }) => year !== plan.year)
  return { ...set, calendar: [...others, plan].toSorted((left, right) => left.year - right.year) }
}

/** 新增 2027 年放假安排：放假 33 天、调休上班 5 天. Empty where no year changes. */
export function yearSentences(before: Years, after: Years): string[] {
  const old = new Map((before.calendar ?? []).map((plan) => [plan.year, plan]))
  const now = new Map((after.calendar ?? []).map((plan) => [plan.year, plan]))
  const told = [...now.values()].flatMap((plan) => {
    const { year, off, work } = plan
    const was = old.get(year)
    if (was === undefined) return [`新增 ${year} 年放假安排：放假 ${off.length} 天、调休上班 ${work.length} 天`]
    const parts = [
      ...moves('放假', was.off, off),
      ...moves('调休上班', was.work, work),
      ...(was.notices.join() === plan.notices.join() ? [] : ['通知的网址']),
    ]
    return parts.length === 0 ? [] : [`${year} 年放假安排有修改：${parts.join('，')}`]
  })
  return [...told, ...[...old.keys()].filter((year) => !now.has(year)).map((year) => `删去 ${year} 年放假安排`)]
}

function moves(what: string, before: readonly string[], after: readonly string[]): string[] {
  const added = after.filter((day) => !before.includes(day))
  const removed = before.filter((day) => !after.includes(day))
  return [
    ...(added.length > 0 ? [`${what}增加 ${added.join('、')}`] : []),
    ...(removed.length > 0 ? [`${what}减少 ${removed.join('、')}`] : []),
  ]
}
