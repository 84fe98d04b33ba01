import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReviewReading } from '../messages/review.ts'
import { blank, type Deciding, type Drafting, decidingOf, missingOf, notDeciding, readBy } from './decision.ts'

const reading = (state: string, matches: boolean | null): ReviewReading =>
  ({ review: { state }, read: matches === null ? null : { matches } }) as unknown as ReviewReading

const all = { political: true, legal: true, policy: true, confidentiality: true, wording: true }
const finding = (severity: Deciding['severity']): Deciding => ({ rule: 'r', severity, field: 'body', place: null })

describe('what is missing before a decision', () => {
  test('a plain approval needs the five gates and a draft that was read and is the same', () => {
    const form: Drafting = { ...blank, gates: all }
    expect(missingOf('approve', form, reading('submitted', true), [finding('review')])).toEqual([])
    expect(missingOf('approve', form, reading('submitted', false), [])).toEqual(['notRead'])
    expect(missingOf('approve', form, reading('submitted', null), [])).toEqual(['notRead'])
    expect(missingOf('approve', blank, reading('submitted', true), [])).toEqual(['gates'])
  })

  test('approving what must be dealt with needs an answer each, a reason and a second yes', () => {
    const form: Drafting = { ...blank, gates: all }
    const deciding = [finding('block'), finding('advise')]
    expect(missingOf('approve', form, reading('submitted', true), deciding)).toEqual([
      'answers',
      'reason',
      'confirm',
      'pin',
    ])
    const full = {
      ...form,
      reason: '示例号码',
      blocksConfirmed: true,
      pin: '135790',
      answers: { 0: { answer: 'accepted', because: '是示例' } },
    }
    expect(missingOf('approve', full as Drafting, reading('submitted', true), deciding)).toEqual([])
    const silent = { ...full, answers: { 0: { answer: 'accepted', because: ' ' } } }
    expect(missingOf('approve', silent as Drafting, reading('submitted', true), deciding)).toEqual(['answers'])
  })

  test('approving a policy takes 三同步; recording what the 保密部门 answered does not', () => {
    const policy = (state: string) =>
      ({ review: { state, policy: true }, read: { matches: true } }) as unknown as ReviewReading
    const form: Drafting = { ...blank, gates: all, reason: '已核对' }
    const synced = { ...form, syncs: { organised: true, signedOff: true, deployed: true } }
    expect(missingOf('approve', form, policy('submitted'), [])).toEqual(['syncs'])
    expect(missingOf('approve', synced, policy('submitted'), [])).toEqual([])
    expect(missingOf('approve', form, policy('referred'), [])).toEqual([])
    expect(missingOf('return', form, policy('submitted'), [])).toEqual([])
  })

  test('every other verdict needs a reason and nothing else', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('return', 'refuse', 'refer' as const),
        fc.constantFrom('', '  ', '请改'),
        fc.boolean(),
        (verdict, reason, matches) => {
          const missing = missingOf(verdict, { ...blank, reason }, reading('submitted', matches), [finding('block')])
          expect(missing).toEqual(reason.trim() === '' ? ['reason'] : [])
        },
      ),
    )
  })
})

describe('the list that decides', () => {
  const found = {
    rule: 'privacy/resident-id',
    severity: 'block',
    span: { field: 'body', start: 3, end: 21 },
    text: '3505……0027',
  }
  const of = (more: object, read: object | null) =>
    ({
      review: { state: 'submitted', report: null, findings: [], coverage: { read: ['title'] }, ...more },
      read,
    }) as unknown as ReviewReading
  const here = { matches: true, check: { findings: [{ ...found, place: '第 3 段' }] } }

  test('nobody’s “nothing found” is said to be ours: without the Worker’s text and before the draft was read here it is a claim', () => {
    expect(readBy(of({}, null))).toBe('submitter')
    expect(readBy(of({}, { ...here, matches: false }))).toBe('submitter')
    expect(readBy(of({}, { matches: true, check: { findings: [] } }))).toBe('us')
    expect(readBy(of({}, here))).toBe('differs')
    expect(readBy(of({ report: { findings: [] } }, null))).toBe('us')
    expect(readBy(of({ state: 'emergency', coverage: { read: [] } }, null))).toBe('nobody')
  })

  test('应急发布 that nobody checked is decided on what was found here, as the Worker does', () => {
    const unchecked = { state: 'emergency', coverage: { read: [] } }
    expect(decidingOf(of(unchecked, here))).toMatchObject([
      { rule: found.rule, severity: 'block', field: 'body', place: '第 3 段' },
    ])
    expect(decidingOf(of(unchecked, null))).toEqual([])
    expect(decidingOf(of({}, here))).toEqual([])
  })
})

describe('who decides', () => {
  const person = { id: 'm1', name: '陈', role: 'reviewer', bureau: '局', levels: ['first'], emergency: false }
  const review = (state: string, level: string | null, by = 'm2') =>
    ({ state, level, submittedBy: { id: by, name: '' } }) as unknown as ReviewReading['review']

  test.each([
    [review('submitted', 'first'), null],
    [review('submitted', 'second'), 'notMine'],
    [review('submitted', 'first', 'm1'), 'own'],
    [review('approved', null), 'notMine'],
    [review('referred', 'first'), 'notMine'],
  ])('%#', (one, expected) => {
    expect(notDeciding(one, person)).toBe(expected)
    expect(notDeciding(one, null)).toBe('notMine')
  })
})
