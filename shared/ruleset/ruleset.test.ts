import { describe, expect, it } from 'vitest'
import { prepareExample } from '../rules/example.ts'
import type { Example } from '../rules/rule.ts'
import { admit, type CleanDocument } from './admission.ts'
import { checkDraft } from './check-draft.ts'
import { compileRuleSet } from './compile.ts'
import { diffRuleSets } from './diff.ts'
import { type Library, resolveIncludes } from './include.ts'
import { packs } from './packs/index.ts'
import { starterRuleSet } from './packs/starter.ts'
import { Roster } from './roster.ts'
import { RuleSet } from './ruleset.ts'
import type { Term, TermList } from './term-list.ts'

const meta = { title: '自定', severity: 'review', basis: '本局规定', advice: '改正' } as const
const list = (terms: Term[], rest: Partial<TermList> = {}): TermList => ({
  id: 'own/list',
  ...meta,
  terms,
  finds: ['甲'],
  passes: ['乙'],
  ...rest,
})
const setOf = (rest: Partial<RuleSet>): RuleSet => RuleSet.parse({ ...starterRuleSet, includes: [], ...rest })

function found(set: RuleSet, example: Example): string[] {
  const { draft, context } = prepareExample(example)
  const { findings } = checkDraft(draft, compileRuleSet(set), context)
  return findings.filter((one) => one.rule.startsWith('own/')).map((one) => `${one.severity}:${one.text}`)
}
const unread = (set: RuleSet, example: Example) => {
  const { draft, context } = prepareExample(example)
  return checkDraft(draft, compileRuleSet(set), context).coverage.unread.filter((one) => one.rule?.startsWith('own/'))
}

describe('conditions of terms', () => {
  const withOne = (condition: NonNullable<Term['with']>[number]) =>
    setOf({ terms: [list([{ term: '罪犯', with: [condition] }])] })
  it.each([
    ['同句 A&B', withOne({ any: ['抓获'] }), '抓获罪犯三名。', '抓获三人。罪犯服刑'],
    ['近 3', withOne({ any: ['抓获'], within: 3 }), '抓获三名罪犯', '抓获在逃多年的罪犯'],
    ['在前', withOne({ any: ['抓获'], order: 'before' }), '抓获罪犯', '罪犯被抓获'],
    ['在后', withOne({ any: ['抓获'], order: 'after' }), '罪犯被抓获', '抓获罪犯'],
    ['同段', withOne({ any: ['抓获'], within: 'block' }), '抓获三人。罪犯服刑', '抓获三人\n罪犯服刑'],
    ['全文', withOne({ any: ['抓获'], within: 'draft' }), '抓获三人\n罪犯服刑', '罪犯服刑'],
    ['A~B', setOf({ terms: [list([{ term: '罪犯', without: [{ any: ['法院'] }] }])] }), '罪犯逃走', '法院判决罪犯'],
    [
      '例外最长者胜',
      setOf({ terms: [list([{ term: '会报', except: ['代表大会报告'] }])] }),
      '请会报情况',
      '职工代表大会报告',
    ],
    [
      '不在引号内',
      setOf({ terms: [list([{ term: '罪犯' }], { scope: { quotation: 'never' } })] }),
      '罪犯',
      '“罪犯”一词',
    ],
    [
      '只在引号内',
      setOf({ terms: [list([{ term: '罪犯' }], { scope: { quotation: 'only' } })] }),
      '“罪犯”一词',
      '罪犯',
    ],
    ['松级', setOf({ terms: [list([{ term: '法轮功' }], { level: 'loose' })] }), '法 轮*功', '法论功劳'],
  ])('%s', (_, set, hit, miss) => {
    expect(found(set, hit)).toHaveLength(1)
    expect(found(set, miss)).toEqual([])
  })
})

describe('scope', () => {
  const scoped = (scope: TermList['scope']) => setOf({ terms: [list([{ term: '布署' }], { scope })] })
  it('by channel, kind and day; what is not known is reported, not guessed', () => {
    expect(found(scoped({ channels: ['通知公告'] }), { body: '布署', channel: '通知公告' })).toHaveLength(1)
    expect(found(scoped({ channels: ['通知公告'] }), { body: '布署', channel: '动态' })).toEqual([])
    expect(unread(scoped({ channels: ['通知公告'] }), '布署')[0]?.why).toContain('栏目')
    expect(unread(scoped({ channels: ['通知公告'] }), '部署')).toEqual([])
    expect(found(scoped({ kinds: ['public-notice'] }), { title: '关于名单的公示', body: '布署' })).toHaveLength(1)
    expect(found(scoped({ kinds: ['public-notice'] }), { title: '招生意见', body: '布署' })).toEqual([])
    expect(found(scoped({ from: '2020-01-01' }), { body: '布署', datedOn: '2020-01-01' })).toHaveLength(1)
    expect(found(scoped({ to: '2019-12-31' }), { body: '布署', datedOn: '2020-01-01' })).toEqual([])
  })
})

describe('rosters', () => {
  const roster: Roster = {
    id: 'own/names',
    ...meta,
    nearMiss: true,
    entries: [
      { name: '泉州市教育委员会', to: '2001-12-31', instead: '泉州市教育局' },
      { name: '泉州市教育局', from: '2002-01-01' },
    ],
    finds: ['甲'],
    passes: ['乙'],
  }
  const set = setOf({ rosters: [roster] })
  it("judges a name by the document's own date", () => {
    expect(found(set, { body: '泉州市教育委员会', datedOn: '2019-01-01' })).toHaveLength(1)
    expect(found(set, { body: '泉州市教育委员会', datedOn: '1999-01-01' })).toEqual([])
    expect(found(set, { body: '由原泉州市教育委员会更名', datedOn: '2019-01-01' })).toEqual([])
    expect(unread(set, { body: '泉州市教育委员会' })[0]?.why).toContain('成文日期')
  })
  it('finds near misses, and refuses short names without exceptions', () => {
    expect(found(set, { body: '泉洲市教育局', datedOn: '2019-01-01' })).toEqual(['review:泉洲市教育局'])
    expect(Roster.safeParse({ ...roster, entries: [{ name: '教育部' }] }).success).toBe(false)
  })
})

describe('exemptions', () => {
  const base = { rule: 'own/list', text: '布署', person: '陈审核', reason: '人名', until: '2026-06-30' }
  const set = (rest: object = {}) =>
    setOf({ terms: [list([{ term: '布署' }, { term: '拔款' }])], exemptions: [{ id: 'x1', ...base, ...rest }] })
  const body = '布署，拔款'
  it('lower what they cover to advice that says who and why', () => {
    expect(found(set(), { body, context: { today: '2026-06-30' } })).toEqual(['advise:布署', 'review:拔款'])
  })
  it.each([
    ['past their day', set(), { body, context: { today: '2026-07-01' } }],
    ['where the day is not known', set(), { body }],
    [
      'in another channel',
      set({ scope: { channels: ['动态'] } }),
      { body, channel: '公告', context: { today: '2026-01-01' } },
    ],
    ['for another rule', set({ rule: 'own/other' }), { body, context: { today: '2026-01-01' } }],
  ])('do nothing %s', (_, exempting, example) => {
    expect(found(exempting, example)).toEqual(['review:布署', 'review:拔款'])
  })
})

describe('includes', () => {
  it('refuse a circle, an unknown name and an id twice, with path and sentence', () => {
    const library: Library = { a: { includes: ['b'], terms: [] }, b: { includes: ['a'], terms: [] } }
    expect(resolveIncludes({ includes: ['a'], terms: [] }, library).refusals[0]).toMatchObject({
      path: 'b.includes[0]',
      sentence: expect.stringContaining('a → b → a'),
    })
    expect(resolveIncludes({ includes: ['constructor'], terms: [] }, packs).refusals[0]?.path).toBe('includes[0]')
    const twice = [list([{ term: '甲乙' }]), list([{ term: '丙丁' }])]
    expect(resolveIncludes({ terms: twice }, packs).refusals[0]?.sentence).toContain('own/list')
    expect(() => compileRuleSet({ ...starterRuleSet, includes: ['nothing'] })).toThrow('没有“nothing”')
  })
})

describe('admission', () => {
  const clean: CleanDocument[] = Array.from({ length: 10 }, (_, at) => ({
    name: `文件${at}`,
    draft: prepareExample(`各单位要按照要求推进第${at}项工作。`).draft,
  }))
  const good = { finds: ['[[布署]]工作'], passes: ['部署工作'] }
  it('admits what ships', () => {
    expect(admit(starterRuleSet, clean)).toEqual([])
    expect(admit(setOf({ terms: [list([{ term: '布署' }], good)] }), clean)).toEqual([])
  })
  it.each([
    ['breaks an example', setOf({ terms: [list([{ term: '布署' }])] }), 'terms[0].finds[0]', '应当命中'],
    [
      'holds a frequent term',
      setOf({ terms: [list([{ term: '工作' }], { finds: ['工作'], passes: ['学习'] })] }),
      'terms[0].terms[0].term',
      '太常见',
    ],
    [
      'flags the clean documents',
      setOf({ terms: [list([{ term: '按照要求推进' }], { finds: ['按照要求推进'], passes: ['乙'] })] }),
      'terms[0]',
      '10 份',
    ],
    [
      'has an id twice',
      setOf({ terms: [list([{ term: '布署' }], good), list([{ term: '布署' }], good)] }),
      '',
      'own/list',
    ],
  ])('refuses a set that %s', (_, set, path, sentence) => {
    expect(admit(set, clean)).toContainEqual({ path, line: null, sentence: expect.stringContaining(sentence) })
  })
})

describe('diff', () => {
  it('tells in sentences what changes', () => {
    const before = setOf({ terms: [list([{ term: '布署' }])] })
    const after = setOf({
      includes: ['typos'],
      terms: [
        list([{ term: '拔款' }, { term: '布署' }], { severity: 'block' }),
        list([{ term: '准考证' }], { id: 'own/exam', title: '高考安全用语' }),
      ],
      settings: [
        { rule: 'document/date-validity', enabled: false },
        { rule: 'privacy/personal-mobile', severity: 'advise' },
      ],
    })
    expect(diffRuleSets(before, after, (rule) => (rule === 'document/date-validity' ? '日期写法' : undefined))).toEqual(
      [
        '引用词包“typos”',
        '新增词表《高考安全用语》1 词',
        '“自定”由需复核改为禁止发布',
        '词表《自定》新增 1 词',
        '停用规则“日期写法”',
        '“privacy/personal-mobile”由原定级别改为提示',
      ],
    )
    expect(diffRuleSets(after, after)).toEqual([])
  })
})
