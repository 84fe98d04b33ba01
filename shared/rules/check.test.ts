import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileRuleSet } from '../ruleset/compile.ts'
import { starterRuleSet } from '../ruleset/packs/starter.ts'
import { check } from './check.ts'
import { prepareExample } from './example.ts'
import { defineRule } from './rule.ts'

const set = compileRuleSet(starterRuleSet)
const draftOf = (example: Parameters<typeof prepareExample>[0]) => prepareExample(example).draft
const only = (rule: Parameters<typeof defineRule>[0]) => ({ version: 'test', rules: [rule], optionsOf: () => ({}) })

describe('check', () => {
  it('counts offsets in the source, across tags and entities', () => {
    const source = '<p>张三&nbsp;<b>3505</b>83201503150027</p>'
    const [finding] = check(draftOf(source), set).findings.filter((one) => one.rule === 'privacy/resident-id')
    expect(source.slice(finding?.start, finding?.end)).toBe('3505</b>83201503150027')
    expect(finding?.text).toBe('350583201503150027')
  })

  it('tells every attachment whose content nobody read', () => {
    const { coverage } = check(draftOf({ title: '题', attachments: ['名单.pdf', '表.xlsx'] }), set, {
      attachments: [{ name: '表.xlsx', text: '一行字', oddities: [], unread: [] }],
    })
    expect(coverage.read).toContainEqual({ what: '附件“表.xlsx”', characters: 3 })
    expect(coverage.unread.map((one) => one.what)).toEqual(['附件“名单.pdf”'])
  })

  it('passes on what the surface could not read', () => {
    const unread = [{ what: '正文', why: '编辑器没有加载完' }]
    expect(check({ ...draftOf('文'), unread }, set).coverage.unread).toEqual(unread)
  })

  it('names a rule that breaks down instead of finding nothing', () => {
    const breaks = defineRule({
      ...set.rules[0]!,
      id: 'test/breaks',
      title: '某规则',
      // biome-ignore lint/correctness/useYield: a rule that breaks before its first finding
      *check() {
        throw new TypeError('secret text of a draft')
      },
    })
    const { findings, coverage } = check(draftOf('文'), only(breaks))
    expect(findings).toEqual([])
    expect(coverage.unread).toEqual([
      { what: '某规则', why: '规则运行出错（TypeError），请告知管理员', rule: 'test/breaks' },
    ])
  })

  it('leaves a rule out where the document is of another kind, and keeps it where an editor says so', () => {
    const notice = { title: '关于表彰先进的通报', interpretations: [] }
    const missing = (kind?: 'policy') =>
      check(draftOf(notice), set, kind ? { kind } : {}).findings.filter((one) => one.rule === 'interpretation/missing')
    expect(missing()).toEqual([])
    expect(missing('policy')).toHaveLength(1)
  })

  it('is deterministic, ordered, and takes any HTML', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</td>',
      '<table>',
      '近一步',
      '11010519491231002X',
      '&#x1F600;',
      '<',
      '\uD800',
      ' ',
      '__proto__',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const draft = draftOf(`<p>${pieces.join('')}`)
        const report = check(draft, set)
        expect(check(structuredClone(draft), set)).toEqual(report)
        for (const { start, end } of report.findings) expect(end).toBeGreaterThan(start)
        const starts = report.findings.filter((one) => one.field === 'body').map((one) => one.start)
        expect(starts).toEqual(starts.toSorted((a, b) => a - b))
      }),
      { numRuns: 300 },
    )
  })
})
