import { describe, expect, test } from 'vitest'
import type { Finding, Report, Severity } from '#shared/rules/finding.ts'
import { type GateQuestion, judge } from './gate.ts'

const hash = 'a'.repeat(64)
const other = 'b'.repeat(64)

function finding(severity: Severity): Finding {
  const place = { field: 'body', start: 0, end: 1, text: '密' }
  return { rule: 'x/y', severity, ...place, message: '甲', advice: '乙', basis: '丙', why: '丁' }
}

function report(severities: Severity[] = [], unread: string[] = []): Report {
  const coverage = { read: [], unread: unread.map((what) => ({ what, why: '没有读' })) }
  return { findings: severities.map(finding), coverage, ruleset: '1', contentHash: hash }
}

const clean: GateQuestion = {
  report: report(),
  policy: { reviewEvery: false, openWhenOffline: false },
  approval: null,
  confirmed: [],
  online: true,
}
const every = { reviewEvery: true, openWhenOffline: false }
const lenient = { reviewEvery: false, openWhenOffline: true }

/** What is asked, and the state or the reason that must come of it. */
const table: [string, Partial<GateQuestion>, string][] = [
  ['clean, and the channel asks for no review', {}, 'open'],
  ['only hints', { report: report(['advise']) }, 'confirm'],
  ['not checked', { report: null }, 'unchecked'],
  ['not checked, though something was approved', { report: null, approval: { contentHash: hash } }, 'unchecked'],
  ['a block', { report: report(['advise', 'block', 'review']) }, 'blocked'],
  ['a review', { report: report(['advise', 'review']) }, 'review'],
  ['a part unread', { report: report([], ['附件“甲.docx”']) }, 'unread'],
  ['that part confirmed by name', { report: report([], ['附件“甲.docx”']), confirmed: ['附件“甲.docx”'] }, 'open'],
  ['another part confirmed', { report: report([], ['附件“甲.docx”']), confirmed: ['附件“乙.docx”'] }, 'unread'],
  ['逐项审查', { policy: every }, 'review-every'],
  ['approved, this very hash', { policy: every, approval: { contentHash: hash } }, 'open'],
  ['approved with its block', { report: report(['block'], ['正文']), approval: { contentHash: hash } }, 'open'],
  ['approved, then a character changed', { policy: every, approval: { contentHash: other } }, 'changed'],
  ['changed, and clean, where no review is asked', { approval: { contentHash: other } }, 'changed'],
  ['changed, and now blocked', { report: report(['block']), approval: { contentHash: other } }, 'blocked'],
  ['approved, but the Worker cannot be asked', { online: false, approval: { contentHash: hash } }, 'offline'],
  ['clean and offline', { online: false }, 'offline'],
  ['clean and offline, where the bureau allows it', { online: false, policy: lenient }, 'open'],
  [
    'hints and offline, where the bureau allows it',
    { report: report(['advise']), online: false, policy: lenient },
    'confirm',
  ],
  [
    'a review, offline, where the bureau allows clean ones',
    { report: report(['review']), online: false, policy: lenient },
    'review',
  ],
]

describe('judge', () => {
  test.each(table)('%s', (_, asked, expected) => {
    const verdict = judge({ ...clean, ...asked })
    expect(verdict.state === 'hold' ? verdict.reason : verdict.state).toBe(expected)
  })

  test('a rule that could not judge is shown and holds nothing', () => {
    const unread = [{ what: '政策解读', why: '没有给出', rule: 'interpretation/missing' }]
    const question = {
      report: { ...report(), coverage: { read: [], unread } },
      approval: null,
      confirmed: [],
      online: true,
    }
    const policy = { reviewEvery: false, openWhenOffline: false }
    expect(judge({ ...question, policy })).toEqual({ state: 'open' })
  })

  test('opens in no combination with a block, an unread part or no report, unless this very hash was approved', () => {
    for (const severities of [[], ['advise'], ['review'], ['block']] as Severity[][])
      for (const unread of [[], ['正文']])
        for (const approval of [null, { contentHash: hash }, { contentHash: other }])
          for (const online of [true, false])
            for (const policy of [clean.policy, every, lenient]) {
              const verdict = judge({ report: report(severities, unread), policy, approval, confirmed: [], online })
              const harmless = severities.every((one) => one === 'advise') && unread.length === 0
              const approved = approval?.contentHash === hash && online
              if (verdict.state !== 'hold')
                expect(approved || (harmless && approval === null && !policy.reviewEvery)).toBe(true)
            }
  })
})
