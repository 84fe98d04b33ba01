import { env, SELF } from 'cloudflare:test'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Outcome } from '#shared/api/client.ts'
import { type Bureau, must, once, openBureau, type Person, siteBehind } from '../../test/contract/actors.ts'
import { codeOf } from '../../test/contract/desk.ts'
import { claimOf, draftOf, submissionOf } from '../../test/contract/drafts.ts'

const HOUR = 3_600_000
const sentenceOf = (outcome: Outcome<unknown>) => (outcome.kind === 'problem' ? outcome.problem.detail : '')
let bureau: Bureau
let editor: Person
let reviewer: Person

beforeAll(async () => {
  bureau = await openBureau(siteBehind(SELF, env.OPERATOR_SECRET))
  editor = await bureau.add(['editor'])
  reviewer = await bureau.add(['reviewer'])
  const { settings, version } = must(await bureau.admin.call('settings.read', {}))
  const body = { settings: { ...settings, draftText: 'stored' as const }, version }
  must(await bureau.admin.call('settings.change', { body, idempotencyKey: once() }))
})
afterEach(() => vi.useRealTimers())

describe('a long draft', () => {
  const long = (bytes: number) => draftOf('近'.repeat(bytes / 3))

  it('of 5 MB is taken, stored whole and checked again', async () => {
    const sent = submissionOf(long(5_000_000), true)
    const { review } = must(await editor.call('reviews.submit', { body: sent, idempotencyKey: once() }))
    expect(review.agreement).toBe('agrees')
    const read = must(await reviewer.call('reviews.read', { params: { id: review.id } }))
    expect(read.draft).toEqual(sent.draft)
  })

  it('over the limit is refused with a sentence, and nothing of it is kept', async () => {
    const sent = submissionOf(long(9_000_000), true)
    const refused = await editor.call('reviews.submit', { body: sent, idempotencyKey: once() })
    expect(codeOf(refused)).toBe('too-large')
    expect(sentenceOf(refused)).toMatch(/MB|兆|过大|太大|超过/)
    const { items } = must(await reviewer.call('reviews.list', { query: { contentHash: sent.contentHash } }))
    expect(items).toEqual([])
  })
})

describe('clocks', () => {
  it('a session ends when it was idle too long, with a sentence that says what to do', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + HOUR })
    const refused = await reviewer.call('session.read', {})
    expect(codeOf(refused)).toBe('session-expired')
    expect(sentenceOf(refused)).toContain('重新登录')
  })

  it("a client a day off changes nothing: the entry has the server's time, the claim is kept as one", async () => {
    const tomorrow = new Date(Date.now() + 24 * HOUR).toISOString()
    const body = { ...claimOf(draftOf('明天的稿'), true), clientAt: tomorrow }
    const { receipt } = must(await editor.call('checks.record', { body, idempotencyKey: once() }))
    expect(receipt.entry.clientAt).toBe(tomorrow)
    expect(Math.abs(Date.parse(String(receipt.entry.at)) - Date.now())).toBeLessThan(HOUR)
  })

  it('both ends come to the same findings where the day decides', async () => {
    const old = { ...draftOf('一份旧通知'), documentNumber: '某教办〔2018〕85号', datedOn: '2018-06-28' }
    const { agreement, report } = must(
      await editor.call('checks.record', { body: claimOf(old, true), idempotencyKey: once() }),
    )
    expect(report?.findings.map(({ rule }) => rule)).toContain('disclosure/overdue')
    expect(agreement).toBe('agrees')
  })
})

describe('credentials', () => {
  it('a revoked one is refused on the next request', async () => {
    const gone = await bureau.add(['editor'])
    must(await gone.call('session.read', {}))
    must(await bureau.admin.call('sessions.revoke', { params: { id: gone.id }, idempotencyKey: once() }))
    expect(codeOf(await gone.call('session.read', {}))).toBe('unauthenticated')
  })
})
