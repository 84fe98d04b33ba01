import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReviewDetail } from '#shared/api/contract/reviews.ts'
import { rules } from '#shared/rules/index.ts'
import { SHEET_POLICY, type SheetFacts, sheetOf } from '../../worker/services/sheet.ts'
import { draftOf, submissionOf } from '../contract/drafts.ts'
import { launchChromium } from '../support/browser.ts'

const OUT = join(import.meta.dirname, '../../out/screens')
const HOSTILE = `</td></table><script>document.title='x'</script><img src=https://evil.example/a onerror=alert(1)><b>粗`
const facts: SheetFacts = {
  bureau: '泉州市教育局',
  head: `menxia/quanzhou\n999999999\n${'A'.repeat(43)}=\n`,
  printedAt: '2026-11-25T08:00:00.000Z',
  titleOf: (rule) => rules.find(({ id }) => id === rule)?.title ?? rule,
}
const who = (name: string) => ({ id: 'm1', name })
const gates = { political: true, legal: true, policy: true, confidentiality: true, wording: true }
type Decision = ReviewDetail['decisions'][number]

function decision(level: Decision['level'], reason: string, answers: Decision['answers'] = []): Decision {
  return {
    ...{
      by: who('陈国栋（基础教育科科长）'),
      actingFor: who('林美华副局长'),
      level,
      verdict: 'approve',
      gates,
      reason,
      answers,
    },
    ...{ threeSyncs: { organised: true, signedOff: true, deployed: true }, contentHash: 'a'.repeat(64) },
    ...{ ruleset: 'v12', at: '2026-11-25T03:04:05.000Z', seq: 123_456 },
  }
}

function review(more: Partial<ReviewDetail> = {}): ReviewDetail {
  const { clientAt: _, ...said } = submissionOf(draftOf(), false)
  return {
    ...said,
    ...{ id: '0190f5f0-0000-7000-8000-000000000000', version: 4, state: 'approved', level: null, levels: ['first'] },
    ...{ submittedBy: who('王小红'), submittedAt: '2026-11-24T01:00:00.000Z', changedAt: '2026-11-25T03:04:05.000Z' },
    ...{ approvedUntil: null, counts: { block: 0, review: 0, advise: 0, unread: 0 }, agreement: 'agrees' },
    ...{ report: null, textErasedAt: null, decisions: [decision('first', '内容属实，同意发布。')], comments: [] },
    ...more,
  }
}

/** Thirty findings of thirty rules, every text as long as it may be. */
function fullest(decisions: number): ReviewDetail {
  const findings = rules.slice(0, 30).map(({ id, severity }) => ({
    ...{ rule: id, severity, field: 'body', start: 0, end: 2, snippet: '＊' },
  }))
  const answers = findings.map((_, finding) => ({ finding, answer: 'false-positive' as const, because: '' }))
  const levels = ['first', 'second', 'final', 'confidentiality'] as const
  return review({
    title: '关于进一步做好义务教育招生入学工作'.repeat(400),
    channel: '政策文件'.repeat(200),
    department: '基础教育科'.repeat(200),
    submittedBy: who('王'.repeat(100)),
    findings,
    counts: { block: 10_000, review: 10_000, advise: 10_000, unread: 10_000 },
    interpretationPlan: {
      ...{ form: 'interview', dueOn: '2026-12-01' },
      ...{ responsibleDepartment: '基'.repeat(100), leadInterpreter: '吴'.repeat(100) },
    },
    decisions: Array.from({ length: decisions }, (_, i) => ({
      ...decision(levels[i % 4]!, '经核对原件，数据准确，表述规范。'.repeat(200), answers),
      ...{ by: who('陈'.repeat(100)), actingFor: who('林'.repeat(100)), verdict: 'refer' as const },
    })),
  })
}

let context: BrowserContext
let page: Page
const asked: string[] = []
beforeAll(async () => {
  await mkdir(OUT, { recursive: true })
  context = await launchChromium({})
  page = await context.newPage()
})
afterAll(() => context?.close())

async function open(html: string): Promise<void> {
  await page.unrouteAll()
  await page.route('**/*', async (route) => {
    asked.push(route.request().url())
    const headers = { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': SHEET_POLICY }
    await route.fulfill({ body: html, headers })
  })
  await page.goto('http://menxia.example/v1/reviews/r1/sheet')
}
async function pages(): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
const picture = async (name: string) =>
  await writeFile(join(OUT, `sheet-${name}.png`), await page.screenshot({ fullPage: true }))

describe('发布审批单', () => {
  test('an ordinary one is one page', async () => {
    await open(sheetOf(review(), facts))
    await page.setViewportSize({ width: 794, height: 1123 })
    await picture('ordinary')
    expect(await pages()).toBe(1)
    expect(await page.textContent('body')).toContain('内容属实，同意发布。')
    expect(await page.locator('table').textContent()).not.toContain('……')
  })

  test.each([2, 4, 6, 20])('with every text at its longest and %i decisions it is one page too', async (n) => {
    await open(sheetOf(fullest(n), facts))
    if (n === 6) await picture('fullest')
    expect(await pages()).toBe(1)
    const said = (await page.textContent('body')) ?? ''
    expect(said).toContain('见系统内送审单')
    expect(said).toContain('全文见系统内本编号的送审单')
    if (n > 6) expect(said).toContain(`……${n - 6} 次，见台账第`)
  })

  test('a title without a space, of half-width characters, and one of many lines stay inside the page', async () => {
    for (const title of ['W'.repeat(10_000), '一\n'.repeat(3000), '𠀀'.repeat(3000)]) {
      await open(sheetOf({ ...fullest(6), title }, facts))
      expect(await pages()).toBe(1)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    }
  })

  test('markup in any text is text: nothing runs, nothing is loaded', async () => {
    asked.length = 0
    const dialogs: string[] = []
    page.on('dialog', (dialog) => dialogs.push(dialog.message()))
    const hostile = review({
      ...{ title: HOSTILE, channel: HOSTILE, department: HOSTILE, submittedBy: who(HOSTILE) },
      decisions: [{ ...decision('first', HOSTILE), by: who(HOSTILE), actingFor: who(HOSTILE) }],
      findings: [{ rule: HOSTILE, severity: 'block', field: 'body', start: 0, end: 1, snippet: HOSTILE }],
    })
    await open(sheetOf(hostile, { ...facts, bureau: HOSTILE, head: HOSTILE }))
    expect(await page.title()).toBe('发布审批单')
    expect(await page.locator('script, img, body b b').count()).toBe(0)
    expect(await page.locator('td').first().textContent()).toContain('<script>')
    expect(asked).toEqual(['http://menxia.example/v1/reviews/r1/sheet'])
    expect(dialogs).toEqual([])
  })
})
