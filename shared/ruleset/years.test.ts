import { describe, expect, it } from 'vitest'
import { exampleYear } from '../../test/support/example-year.ts'
import { shippedCalendar } from '../calendar/working-days.ts'
import type { YearPlan } from '../calendar/year-plan.ts'
import { yearPlans } from '../calendar/year-plans.ts'
import { prepareExample } from '../rules/example.ts'
import { admit } from './admission.ts'
import { checkDraft, DraftChecker } from './check-draft.ts'
import { compileRuleSet } from './compile.ts'
import { diffRuleSets } from './diff.ts'
import { loadRuleSet } from './load.ts'
import { starterRuleSet } from './packs/starter.ts'
import type { RuleSet } from './ruleset.ts'

const withYears = (...calendar: YearPlan[]): RuleSet => ({ ...starterRuleSet, calendar })
const year = (change: Partial<YearPlan>): YearPlan => ({ ...exampleYear, ...change })
const { off, work } = exampleYear
const last = yearPlans.at(-1)!
const load = (set: object) => loadRuleSet(JSON.stringify(set, null, 1))

describe('a year in a rule set', () => {
  it('is loaded, and several that go on from each other', () => {
    expect(load(withYears(exampleYear)).set).toEqual(withYears(exampleYear))
    expect(load(withYears(exampleYear, year({ year: 2028, work: [] }))).refusals).toBeNull()
  })

  it.each([
    ['a hole', [year({ year: 2028, work: [] })], '[0].year', '缺 2027 年'],
    ['a hole behind it', [exampleYear, year({ year: 2029, work: [] })], '[1].year', '缺 2028 年'],
    ['twice', [exampleYear, exampleYear], '[1].year', '2027 年写了两次'],
    ['a wrong order', [year({ year: 2028, work: [] }), exampleYear], '[1].year', '应从早到晚'],
    ['a day that the year has not', [year({ off: [...off, '02-29'] })], `[0].off[${off.length}]`, '应为 2027 年有的'],
    ['a day in words', [year({ off: ['1月1日', ...off] })], '[0].off[0]', '写作月-日'],
    ['a day off and worked', [year({ work: ['10-09', '10-02'] })], '[0].work[1]', '2027-10-02 写了两次'],
    ['a day twice', [year({ off: [...off, '10-01'] })], `[0].off[${off.length}]`, '2027-10-01 写了两次'],
    ['a worked day that is no weekend', [year({ work: [...work, '10-11'] })], '[0].work[1]', '不是周六或周日'],
    ['too few days off', [year({ off: off.slice(0, 9) })], '[0].off', '至少 10'],
    ['too many', [year({ off: Array.from({ length: 61 }, () => '01-01') })], '[0].off', '最多 60'],
    ['no notice', [year({ notices: [] })], '[0].notices', '至少 1'],
    ['a notice that is no address', [year({ notices: ['国办发明电'] })], '[0].notices[0]', 'https://'],
    ['a year far away', [year({ year: 99 })], '[0].year', '至少 2000'],
  ])('with %s is refused with path, line and sentence', (_, calendar, path, sentence) => {
    const [refusal] = load(withYears(...calendar)).refusals ?? []
    expect(refusal).toEqual({
      path: `calendar${path}`,
      line: expect.any(Number),
      sentence: expect.stringContaining(sentence),
    })
    expect(refusal?.line).toBeGreaterThan(1)
  })

  it('that ships already is loaded and does nothing: a later release must not stop what is published', () => {
    const before = withYears(year({ year: last.year, work: [] }), exampleYear)
    expect(load(before).refusals).toBeNull()
    const { calendar } = compileRuleSet(before)
    expect(calendar.added).toEqual([exampleYear])
    expect(calendar.isWorkingDay(`${last.year}-${last.work[0]}`)).toBe(true)
    expect(compileRuleSet(withYears(last)).calendar).toBe(shippedCalendar)
  })

  it('that ships already is refused in a new proposal, unless it says the same', () => {
    const turned = { ...last, off: last.off.toReversed() }
    expect(admit(withYears(turned, exampleYear), [])).toEqual([])
    expect(admit(withYears({ ...last, off: last.off.slice(1) }), [])).toEqual([
      { path: 'calendar[0]', line: null, sentence: expect.stringContaining(`${last.year} 年的放假安排已随软件提供`) },
    ])
    expect(admit(withYears(year({ year: 2017, work: [] }), exampleYear), [])).toEqual([
      { path: 'calendar[0]', line: null, sentence: expect.stringContaining('2017 年早于') },
    ])
  })

  it('is told in sentences when it comes, changes and goes', () => {
    const [none, one] = [starterRuleSet, withYears(exampleYear)]
    const changed = year({ off: [...off.slice(1), '10-08'], work: [], notices: ['https://www.example.gov.cn/2.htm'] })
    expect(diffRuleSets(none, one)).toEqual(['新增 2027 年放假安排：放假 11 天、调休上班 1 天'])
    expect(diffRuleSets(one, none)).toEqual(['删去 2027 年放假安排'])
    expect(diffRuleSets(one, withYears(changed))).toEqual([
      '2027 年放假安排有修改：放假增加 10-08，放假减少 01-01，调休上班减少 10-09，通知的网址',
    ])
    expect(diffRuleSets(one, withYears(year({ off: off.toReversed() })))).toEqual([])
  })
})

describe('rules count by the years of their set', () => {
  const [without, more] = [compileRuleSet(starterRuleSet), compileRuleSet(withYears(exampleYear))]
  const overdue = (set: typeof without, datedOn: string, today: string) => {
    const { draft } = prepareExample({ title: '通知', datedOn })
    const { findings, coverage } = checkDraft(draft, set, { today })
    const own = <T extends { rule?: string | undefined }>(all: readonly T[]) =>
      all.filter((one) => one.rule === 'disclosure/overdue')
    return [...own(coverage.unread), ...own(findings)].map(({ why }) => why)
  }

  it('disclosure/overdue', () => {
    expect(overdue(without, '2026-12-21', '2027-01-20')).toEqual(['规则集里没有 2027 年的放假安排，无法计算工作日'])
    expect(overdue(more, '2026-12-21', '2027-01-19')).toEqual([])
    expect(overdue(more, '2026-12-21', '2027-01-20')).toEqual([expect.stringContaining('是 21 个工作日')])
    expect(overdue(more, '2010-12-21', '2027-01-20')).toEqual(['规则集里没有 2010 年的放假安排，无法计算工作日'])
    expect(overdue(more, '2026-12-21', '2028-01-20')).toEqual(['规则集里没有 2028 年的放假安排，无法计算工作日'])
  })

  it('notice/elements', () => {
    const body =
      '现将名单公示，公示时间为2026年12月30日至2027年1月7日（6个工作日）。如有异议请向市教育局人事科反映，电话：0595-22767196。'
    const { draft } = prepareExample({ title: '关于拟认定名单的公示', body })
    const own = (set: typeof without) => {
      const { findings, coverage } = checkDraft(draft, set)
      return [findings, coverage.unread].map((all) => all.filter((one) => one.rule === 'notice/elements').length)
    }
    expect([own(without), own(more)]).toEqual([
      [0, 1],
      [0, 0],
    ])
  })

  it('interpretation/missing', () => {
    const { draft } = prepareExample({ title: '泉州市中小学校服管理办法', interpretations: [] })
    const why = (set: typeof without) =>
      checkDraft(draft, set, { publishedOn: '2026-12-30', today: '2027-01-06' }).findings.find(
        (one) => one.rule === 'interpretation/missing',
      )?.why
    expect(why(without)).not.toContain('个工作日')
    expect(why(more)).toContain('过了 4 个工作日')
  })

  it('a checker of an open draft says what a check says', () => {
    const { draft } = prepareExample({ title: '通知', datedOn: '2026-12-21' })
    const context = { today: '2027-01-20' }
    for (const set of [without, more]) {
      const checker = new DraftChecker(set)
      for (let round = 0; round < 2; round += 1)
        expect(checker.check(draft, context)).toEqual(checkDraft(draft, set, context))
    }
  })
})
