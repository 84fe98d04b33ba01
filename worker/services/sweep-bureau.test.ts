import { env, runInDurableObject, SELF } from 'cloudflare:test'
import { beforeEach, describe, expect, it } from 'vitest'
import { must, once, ownText, siteBehind } from '../../test/contract/actors.ts'
import { codeOf, type Desk, openDesk } from '../../test/contract/desk.ts'
import { draftOf, submissionOf } from '../../test/contract/drafts.ts'
import { type Sql, sqlOf } from '../tenant/sql.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { sweepBureau } from './sweep-bureau.ts'

const DAY = 24 * 3600_000
const inDays = (days: number) => new Date(Date.now() + days * DAY)
let desk: Desk

beforeEach(async () => {
  desk = await openDesk(siteBehind(SELF, env.OPERATOR_SECRET))
})

async function inBureau<T>(work: (tenant: Tenant, sql: Sql) => T): Promise<T> {
  const stub = env.BUREAU.get(env.BUREAU.idFromName(desk.bureau.id))
  return await runInDurableObject(stub, (instance, { storage }) =>
    instance.transaction(() => work(instance.tenant!, sqlOf(storage.sql))),
  )
}
const count = (table: string) => inBureau((_, sql) => sql.one<{ n: number }>(`SELECT COUNT(*) AS n FROM ${table}`)!.n)

describe('a sweep', () => {
  it('does at most its batch, says that there is more, and in the end has done each thing once', async () => {
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.push((await desk.approve()).review.id)
    const done = []
    for (let i = 0; i < 4; i++) done.push(await inBureau((tenant) => sweepBureau(tenant, inDays(8), 2)))
    expect(done.map(({ expired, more }) => [expired, more])).toEqual([
      [2, true],
      [2, true],
      [1, false],
      [0, false],
    ])
    const { entries } = must(await desk.bureau.admin.call('ledger.entries', { query: { from: 0, to: 1000 } }))
    const expired = entries.filter(({ type }) => type === 'review.expired').map(({ subject }) => subject)
    expect(expired.toSorted()).toEqual(ids.toSorted())
  })

  it('an approval lapses after its days, not before, and can then not be released', async () => {
    const { sent, review } = await desk.approve()
    expect((await inBureau((tenant) => sweepBureau(tenant, inDays(6)))).expired).toBe(0)
    expect((await inBureau((tenant) => sweepBureau(tenant, inDays(8)))).expired).toBe(1)
    const { contentHash, site: at, channel } = sent
    const body = { kind: 'approved' as const, reviewId: review.id, contentHash, site: at, channel, clientAt: null }
    expect(codeOf(await desk.editor.call('releases.create', { body, idempotencyKey: once() }))).toBe('approval-expired')
    const again = { ...submissionOf(draftOf(ownText()), false), replaces: review.id }
    expect(codeOf(await desk.editor.call('reviews.submit', { body: again, idempotencyKey: once() }))).toBe('answer')
  })

  it('keeps answers for thirty days; a key that comes back later is refused, not done twice', async () => {
    const ask = { body: submissionOf(draftOf(ownText()), false), idempotencyKey: once() }
    const first = must(await desk.editor.call('reviews.submit', ask))
    expect((await inBureau((tenant) => sweepBureau(tenant, inDays(29)))).forgotten).toBe(0)
    expect(must(await desk.editor.call('reviews.submit', ask))).toEqual(first)
    const kept = await count('answers')
    expect((await inBureau((tenant) => sweepBureau(tenant, inDays(30 + 1 / 1440)))).forgotten).toBe(kept)
    expect(await count("blobs WHERE id LIKE 'answer/%'")).toBe(0)
    const late = await desk.editor.call('reviews.submit', ask)
    expect(codeOf(late)).toBe('idempotency-key-reused')
    expect(late.kind === 'problem' && late.problem.detail).toContain('早已执行过')
    const { items } = must(await desk.editor.call('reviews.list', { query: { contentHash: ask.body.contentHash } }))
    expect(items).toHaveLength(1)
  })

  it('forgets sessions, invitations and nonces that ran out long ago, and keeps those in use', async () => {
    const { id } = desk.editor
    must(await desk.bureau.admin.call('members.invite', { params: { id }, body: {}, idempotencyKey: once() }))
    await inBureau((tenant) => tenant.sessions.addChallenge('nonce', 'device', Date.now() + 1000))
    const tables = ['sessions', 'invitations', 'challenges']
    const now = await Promise.all(tables.map(count))
    expect(Math.min(...now)).toBeGreaterThan(0)
    await inBureau((tenant) => sweepBureau(tenant, inDays(29)))
    expect(await Promise.all(tables.map(count))).toEqual(now)
    await inBureau((tenant) => sweepBureau(tenant, inDays(38)))
    expect(await Promise.all(tables.map(count))).toEqual([0, 0, 0])
  })
})
