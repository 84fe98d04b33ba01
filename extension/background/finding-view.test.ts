import { describe, expect, test } from 'vitest'
import { readBlocks } from '#shared/draft/blocks.ts'
import type { Draft } from '#shared/draft/draft.ts'
import type { Finding } from '#shared/rules/finding.ts'
import { viewFinding } from './finding-view.ts'

const source =
  '<p>各县（市、区）教育局：</p><p>学生陈某，<b>350583</b>201503150027，三年级学生。</p><table><tr><td>合计</td></tr></table>'
const draft: Draft = {
  site: 'https://jyj.example.gov.cn/',
  title: '关于印发《办法》的通知',
  documentNumber: null,
  channel: null,
  disclosureClass: null,
  datedOn: null,
  department: null,
  source: null,
  body: { format: 'html', source },
  attachments: [{ name: '名单.pdf', size: null, sha256: null, url: null }],
  interpretations: null,
  unread: [],
}

function view(field: string, start: number, end: number, text: string) {
  const sentences = { message: '', advice: '', basis: '', why: '含350583201503150027' }
  const finding: Finding = { rule: 'privacy/resident-id', severity: 'block', field, start, end, text, ...sentences }
  return viewFinding(finding, draft, readBlocks(draft.body, draft.site), null)
}

describe('viewFinding', () => {
  test('names the paragraph and shows a masked number with its surroundings, through tags', () => {
    const start = source.indexOf('350583')
    const end = source.indexOf('，三年级')
    expect(view('body', start, end, '350583201503150027')).toMatchObject({
      place: '第 2 段',
      before: '学生陈某，',
      text: '3505……0027',
      after: '，三年级学生。',
      why: '含3505……0027',
    })
  })

  test('a finding next to a number does not show that number', () => {
    const start = source.indexOf('三年级')
    expect(view('body', start, start + 3, '三年级').before).toBe('学生陈某，3505……0027，'.slice(-14))
  })

  test('a finding inside a number does not let its digits out', () => {
    const start = source.indexOf('2015')
    const shown = view('body', start, start + 4, '2015')
    expect(shown.before + shown.text + shown.after).not.toMatch(/\d{9}/)
  })

  test('other fields are named in words', () => {
    expect(view('title', 0, draft.title.length, draft.title)).toMatchObject({ place: '标题', before: '', after: '' })
    expect(view('attachment:0', 0, 2, '名单')).toMatchObject({ place: '附件 1', after: '.pdf' })
    const cell = source.indexOf('合计')
    expect(view('body', cell, cell + 2, '合计').place).toBe('表格')
  })
})
