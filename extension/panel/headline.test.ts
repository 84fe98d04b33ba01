import { describe, expect, test } from 'vitest'
import { type DeskView, emptyDesk, emptyHouse, type HouseView, type ReviewView } from '../messages/view.ts'
import { panelText } from '../platform/text/panel.ts'
import { headlineOf, primaryOf, SHOW_AFTER } from './headline.ts'

const check = {
  at: 0,
  ms: 1,
  contentHash: 'a'.repeat(64),
  ruleset: 'v1',
  title: '',
  characters: 0,
  findings: [],
  total: 0,
  coverage: { read: [], unread: [] },
  attachments: null,
  interpretation: { known: true, plan: null, forms: [] },
  documentNumber: null,
  department: null,
  kind: { is: 'news', sign: '', because: null },
}
const broken = {
  ...check,
  coverage: { read: [], unread: [{ what: '正文', why: '没有找到编辑器', gone: true as const }] },
}
const desk = (part: Partial<DeskView>): DeskView => ({ ...emptyDesk(1), page: 'ready', check, ...part })
const review = (state: string, matches: boolean): ReviewView => ({
  ...{ id: 'r', state, submittedAt: 0, contentHash: '', matches, level: null, decision: null },
  ...{ proof: 'verified', entry: 1, dueOn: null },
})
const release = (state: NonNullable<DeskView['release']>['state'], emergency = false) => ({
  ...{ state, emergency, contentHash: null, at: 0, url: null, sentence: '没有发出。' },
})
const house: HouseView = {
  ...emptyHouse,
  reach: 'online',
  person: { id: 'm', name: '林', role: 'editor', bureau: '局', levels: [], emergency: false },
}

const verdicts = panelText.verdicts
const cases: [string, DeskView, keyof typeof verdicts, ReturnType<typeof primaryOf>][] = [
  ['no profile', desk({ page: 'unknown' }), 'unknown', null],
  ['switched off', desk({ page: 'off' }), 'off', null],
  ['updated under the page', desk({ page: 'stale' }), 'stale', null],
  ['left the page', desk({ page: 'touched', verdict: 'open' }), 'touched', null],
  ['could not read', desk({ failure: '没有读到' }), 'failed', null],
  ['nothing decided is not open', desk({ verdict: null }), 'failed', 'submit'],
  ['blocked', desk({ verdict: 'hold', reason: 'blocked' }), 'blocked', 'submit'],
  ['the page lost its editor', desk({ verdict: 'hold', reason: 'unread', check: broken }), 'broken', null],
  [
    'it lost it after an approval',
    desk({ verdict: 'open', check: broken, review: review('approved', true) }),
    'broken',
    null,
  ],
  ['needs a review', desk({ verdict: 'hold', reason: 'review' }), 'review', 'submit'],
  ['unread', desk({ verdict: 'hold', reason: 'unread' }), 'unread', 'submit'],
  ['every draft', desk({ verdict: 'hold', reason: 'review-every' }), 'every', 'submit'],
  ['offline', desk({ verdict: 'hold', reason: 'offline' }), 'offline', 'submit'],
  ['hints only', desk({ verdict: 'confirm' }), 'confirm', 'publish-anyway'],
  ['open', desk({ verdict: 'open' }), 'open', 'publish'],
  ['queued', desk({ verdict: 'hold', reason: 'review-every', review: review('queued', true) }), 'queued', null],
  [
    'pending',
    desk({ verdict: 'hold', reason: 'review-every', review: review('submitted', true) }),
    'submitted',
    'withdraw',
  ],
  [
    'pending, changed',
    desk({ verdict: 'hold', reason: 'review-every', review: review('submitted', false) }),
    'changed',
    'submit-again',
  ],
  ['approved', desk({ verdict: 'open', review: review('approved', true) }), 'approved', 'publish'],
  [
    'approved, changed',
    desk({ verdict: 'hold', reason: 'changed', review: review('approved', false) }),
    'changed',
    'submit-again',
  ],
  [
    'returned',
    desk({ verdict: 'hold', reason: 'blocked', review: review('returned', true) }),
    'returned',
    'submit-again',
  ],
  ['refused', desk({ verdict: 'hold', reason: 'blocked', review: review('refused', true) }), 'refused', null],
  ['referred', desk({ verdict: 'hold', reason: 'blocked', review: review('referred', true) }), 'referred', null],
  [
    'published',
    desk({ verdict: 'open', release: release('match'), review: review('approved', true) }),
    'published',
    null,
  ],
  ['published, list page', desk({ page: 'unknown', check: null, release: release('match') }), 'published', null],
  ['before its review', desk({ verdict: 'open', release: release('match', true) }), 'emergency', null],
  ['incident', desk({ verdict: 'open', release: release('differs') }), 'differs', null],
  ['one too many', desk({ verdict: 'open', release: release('extra') }), 'extra', null],
  ['not compared', desk({ verdict: 'open', release: release('unverifiable') }), 'unverifiable', null],
  ['not released', desk({ verdict: 'open', release: release('refused') }), 'notReleased', 'publish'],
]

describe('the one line on top, and the one button below', () => {
  test.each(cases)('%s', (_, given, key, primary) => {
    expect(headlineOf(given, 0).word).toBe(verdicts[key][0])
    expect(primaryOf(given, house)).toBe(primary)
  })

  test('nothing can be sent or published while nobody is signed in', () => {
    for (const [, given] of cases) expect(primaryOf(given, emptyHouse)).toBeNull()
  })

  test('a check is shown as running only after a while', () => {
    const running = desk({ check: null, checkingSince: 1000 })
    expect(headlineOf(running, 1000 + SHOW_AFTER).word).toBe(verdicts.waiting[0])
    expect(headlineOf(running, 1001 + SHOW_AFTER).word).toBe(verdicts.checking[0])
  })

  test('what was not read is said beside every verdict of a check', () => {
    const coverage = { read: [], unread: [{ what: '附件 1', why: '未检查内容' }] }
    for (const verdict of ['open', 'confirm', 'hold'] as const) {
      const given = desk({ verdict, reason: verdict === 'hold' ? 'blocked' : null, check: { ...check, coverage } })
      expect(headlineOf(given, 0).detail).toContain('1 项未检查')
    }
  })

  test('only a verdict, an approval or a match is ever shown in the tone of 可以发布', () => {
    const good = new Set<string>(['confirm', 'open', 'approved', 'published'].map((key) => verdicts[key as 'open'][0]))
    for (const [, given] of cases) {
      const { tone, word } = headlineOf(given, 0)
      expect(tone === 'ready').toBe(good.has(word))
    }
  })
})
