import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Draft } from '#shared/draft/draft.ts'
import { compileRuleSet } from '#shared/ruleset/compile.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { findingKey, runCheck, shanghaiDay } from './check-service.ts'

const nothing = { disputes: {}, kind: null, plan: null }
const rules = compileRuleSet(starterRuleSet)
const draft: Draft = {
  site: 'https://jyj.example.gov.cn/',
  title: '关于印发《泉州市义务教育招生工作意见》的通知',
  documentNumber: '泉教综〔2026〕3号',
  channel: '通知公告',
  disclosureClass: 'proactive',
  datedOn: '2026-06-12',
  department: '基教科',
  source: '本局',
  body: { format: 'html', source: '<p>学生陈某，身份证号350583201503150027，三年级。</p>' },
  attachments: [{ name: '名单.pdf', size: 10, sha256: null, url: null }],
  interpretations: [{ form: 'text', status: 'planned', title: '解读', url: null, dueOn: null }],
  unread: [],
}

test('the view tells what was found, what is linked and what was read, with the number masked', () => {
  const { view, marks, report } = runCheck(draft, rules, nothing, Date.UTC(2026, 5, 12), () => 0)
  expect(report.findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['privacy/resident-id', 'interpretation/missing']),
  )
  expect(marks.count).toBe(report.findings.length)
  expect(JSON.stringify(view)).not.toContain('350583201503150027')
  expect(JSON.stringify(marks)).not.toMatch(/privacy|interpretation/)
  expect(view.interpretation.forms.map(({ state }) => state)).toEqual(['planned', ...Array(4).fill('missing')])
  expect(view.coverage.read.map(({ what }) => what)).toContain('正文')
})

test('a dispute stays with its finding and its reason', () => {
  const first = runCheck(draft, rules, nothing, 0, () => 0)
  const finding = first.report.findings.find(({ rule }) => rule === 'privacy/resident-id')!
  const again = runCheck(draft, rules, { ...nothing, disputes: { [findingKey(finding)]: '示例号码' } }, 0, () => 0)
  expect(again.view.findings.filter(({ disputed }) => disputed !== null).map(({ rule }) => rule)).toEqual([
    finding.rule,
  ])
  expect(again.report).toEqual(first.report)
})

test('a kind that the editor chose is checked as that kind, and says why', () => {
  expect(runCheck(draft, rules, nothing, 0).view.kind).toMatchObject({ is: 'policy', because: null })
  const { view, report } = runCheck(draft, rules, { ...nothing, kind: { kind: 'reply', because: '是批复' } }, 0)
  expect(view.kind).toEqual({ is: 'reply', sign: '', because: '是批复' })
  expect(report.findings.map(({ rule }) => rule)).not.toContain('interpretation/missing')
})

test('a body of any kind is checked and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (source) => {
      const { view } = runCheck({ ...draft, body: { format: 'html', source } }, rules, nothing, 0)
      expect(view.contentHash).toMatch(/^[0-9a-f]{64}$/)
    }),
    { numRuns: 30 },
  )
})

test('the day is the one in Shanghai', () => {
  expect(shanghaiDay(Date.UTC(2026, 11, 31, 15, 59))).toBe('2026-12-31')
  expect(shanghaiDay(Date.UTC(2026, 11, 31, 16, 0))).toBe('2027-01-01')
})
