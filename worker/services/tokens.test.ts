import { env, SELF } from 'cloudflare:test'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { clientOf, must, once, openBureau, type Person, siteBehind } from '../../test/contract/actors.ts'
import { codeOf, type Desk, openDesk } from '../../test/contract/desk.ts'
import { SITE } from '../../test/contract/drafts.ts'

const site = siteBehind(SELF, env.OPERATOR_SECRET)
const DAY = 24 * 3600_000
let desk: Desk
let admin: Person
let witness: string
let cms: string

async function machine(roles: ['witness'] | ['cms'], at: string | null): Promise<string> {
  const body = { name: roles.join(), roles, site: at }
  return must(await admin.call('members.create', { body, idempotencyKey: once() })).member.id
}
const issue = (memberId: string, days = 30, key = once()) =>
  admin.call('tokens.issue', { body: { memberId, name: '网站后台', days }, idempotencyKey: key })
const withToken = (token: string) => clientOf(site, token)

beforeAll(async () => {
  desk = await openDesk(site)
  admin = desk.bureau.admin
  witness = await machine(['witness'], null)
  cms = await machine(['cms'], SITE)
})
afterEach(() => vi.useRealTimers())

describe('a machine token', () => {
  it('opens what its role may and nothing else, long after a session would have ended', async () => {
    const { token, record, receipt } = must(await issue(witness))
    expect(token).toMatch(/^mx_token_/)
    expect(receipt.entry).toMatchObject({ type: 'token.issued', subject: record.id })
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 29 * DAY })
    must(await withToken(token)('ledger.checkpoint', {}))
    const session = must(await withToken(token)('session.read', {}))
    expect([session.member.id, session.expiresAt]).toEqual([witness, record.expiresAt])
    expect(codeOf(await withToken(token)('ledger.entries', { query: { from: 0, to: 1 } }))).toBe('forbidden')
    expect(codeOf(await withToken(token)('session.end', {}))).toBe('conflict')
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 2 * DAY })
    expect(codeOf(await withToken(token)('ledger.checkpoint', {}))).toBe('unauthenticated')
  })

  it('verifies passes of its own site', async () => {
    const { sent, review } = await desk.approve()
    const { contentHash, site: at, channel } = sent
    const body = { kind: 'approved' as const, reviewId: review.id, contentHash, site: at, channel, clientAt: null }
    const { pass } = must(await desk.editor.call('releases.create', { body, idempotencyKey: once() }))
    const { token } = must(await issue(cms))
    const target = { pass, contentHash, site: at, channel }
    must(await withToken(token)('releases.verify', { body: target, idempotencyKey: once() }))
  })

  it('is shown once; the list never holds it; a repeated request gets the same one and makes no second', async () => {
    const key = once()
    const first = must(await issue(witness, 10, key))
    const before = must(await admin.call('tokens.list', {})).items.length
    expect(must(await issue(witness, 10, key))).toEqual(first)
    const { items } = must(await admin.call('tokens.list', {}))
    expect(items).toHaveLength(before)
    expect(items).toContainEqual(first.record)
    expect(JSON.stringify(items)).not.toContain(first.token.slice(-52))
  })

  it('is refused on the next request once revoked, once its member is, and once its member stops', async () => {
    const one = must(await issue(witness))
    must(await withToken(one.token)('ledger.checkpoint', {}))
    const revoke = () => admin.call('tokens.revoke', { params: { id: one.record.id }, idempotencyKey: once() })
    const { record, receipt } = must(await revoke())
    expect([record.revokedAt === null, receipt.entry.type]).toEqual([false, 'token.revoked'])
    expect(codeOf(await withToken(one.token)('ledger.checkpoint', {}))).toBe('unauthenticated')
    expect(codeOf(await revoke())).toBe('wrong-state')

    const two = must(await issue(witness))
    const all = must(await admin.call('sessions.revoke', { params: { id: witness }, idempotencyKey: once() }))
    expect(all.revoked).toBeGreaterThan(0)
    expect(codeOf(await withToken(two.token)('ledger.checkpoint', {}))).toBe('unauthenticated')

    const three = must(await issue(witness))
    const stop = { params: { id: witness }, body: { active: false }, idempotencyKey: once() }
    must(await admin.call('members.change', stop))
    expect(codeOf(await withToken(three.token)('ledger.checkpoint', {}))).toBe('unauthenticated')
    expect(codeOf(await issue(witness))).toBe('wrong-state')
    must(await admin.call('members.change', { ...stop, body: { active: true }, idempotencyKey: once() }))
    expect(codeOf(await withToken(three.token)('ledger.checkpoint', {}))).toBe('unauthenticated')
  })

  it('is not for people, and machines have one role each', async () => {
    for (const person of [desk.editor, desk.reviewer, admin]) expect(codeOf(await issue(person.id))).toBe('conflict')
    const mixed = { name: '混用', roles: ['witness' as const, 'auditor' as const] }
    expect(codeOf(await admin.call('members.create', { body: mixed, idempotencyKey: once() }))).toBe('invalid-request')
  })

  it('of another bureau is nobody here, and its id is not there', async () => {
    const there = await openBureau(site)
    const { token, record } = must(await issue(cms))
    const ask = { params: { id: record.id }, idempotencyKey: once() }
    expect(codeOf(await there.admin.call('tokens.revoke', ask))).toBe('not-found')
    const stolen = token.replace(`_${desk.bureau.id}_`, `_${there.id}_`)
    expect(codeOf(await withToken(stolen)('session.read', {}))).toBe('unauthenticated')
    expect(codeOf(await withToken(token.replace('mx_token', 'mx_session'))('session.read', {}))).toBe('unauthenticated')
  })
})
