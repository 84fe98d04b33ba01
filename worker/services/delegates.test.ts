import { env, runInDurableObject, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { must, once, openBureau, ownText, type Person, siteBehind } from '../../test/contract/actors.ts'
import { codeOf, type Desk, openDesk } from '../../test/contract/desk.ts'
import { decisionOn } from '../../test/contract/drafts.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { standingIn } from './name-delegate.ts'
import { shanghaiDay } from './shanghai-day.ts'

const DAY = 24 * 3600_000
const site = siteBehind(SELF, env.OPERATOR_SECRET)
const dayIn = (days: number) => shanghaiDay(new Date(Date.now() + days * DAY))
let desk: Desk
let reviewer: Person
/** Holds 终审 only: 初审 is lent to them, or not theirs. */
let deputy: Person

beforeAll(async () => {
  desk = await openDesk(site)
  reviewer = desk.reviewer
  deputy = await desk.bureau.add(['reviewer'], ['final'])
})

async function inBureau<T>(work: (tenant: Tenant) => T): Promise<T> {
  const stub = env.BUREAU.get(env.BUREAU.idFromName(desk.bureau.id))
  return await runInDurableObject(stub, (instance) => instance.transaction(() => work(instance.tenant!)))
}
const name = (by: Person, delegate: string, from = 0, to = 3) =>
  by.call('delegates.name', {
    body: { delegate, startsOn: dayIn(from), endsOn: dayIn(to) },
    idempotencyKey: once(),
  })
const end = (by: Person, id: string) => by.call('delegates.end', { params: { id }, idempotencyKey: once() })
const decide = (
  by: Person,
  { sent, review }: Awaited<ReturnType<Desk['submit']>>,
  level: 'first' | 'final' = 'first',
) =>
  by.call('reviews.decide', {
    params: { id: review.id },
    body: decisionOn(sent, review.version, { level }),
    idempotencyKey: once(),
  })

describe('a delegation', () => {
  it('lends the levels, is in the ledger, listed, and over when it is ended', async () => {
    const sent = await desk.submit()
    expect(codeOf(await decide(deputy, sent))).toBe('forbidden')
    const { delegation, receipt } = must(await name(reviewer, deputy.id))
    expect(receipt.entry).toMatchObject({ type: 'delegate.named', subject: delegation.id, actor: reviewer.id })
    expect(must(await desk.editor.call('delegates.list', {})).items).toContainEqual(delegation)
    const { standingIn: lent } = must(await deputy.call('session.read', {}))
    expect(lent).toEqual([{ reviewer: delegation.reviewer, levels: ['first'], endsOn: dayIn(3) }])
    const waiting = must(await deputy.call('reviews.list', { query: { mine: 'true' } })).items
    expect(waiting.map(({ id }) => id)).toContain(sent.review.id)

    const decided = must(await decide(deputy, sent))
    const who = { by: { id: deputy.id }, actingFor: { id: reviewer.id }, level: 'first' }
    expect(decided.review.decisions[0]).toMatchObject(who)
    expect(decided.receipt.entry).toMatchObject({ actor: deputy.id, detail: { actingFor: reviewer.id } })
    expect(must(await desk.editor.call('reviews.sheet', { params: { id: sent.review.id } }))).toContain('（代 ')

    must(await end(reviewer, delegation.id))
    expect(codeOf(await end(reviewer, delegation.id))).toBe('wrong-state')
    expect(codeOf(await decide(deputy, await desk.submit()))).toBe('forbidden')
    expect(must(await deputy.call('session.read', {})).standingIn).toEqual([])
  })

  it('holds from its first day to its last in Shanghai, and only while both are reviewers at work', async () => {
    const { delegation } = must(await name(reviewer, deputy.id, 2, 4))
    const member = must(await reviewer.call('members.list', {})).items.find(({ id }) => id === deputy.id)!
    const at = (day: number, clock: string, change: object = {}) =>
      inBureau((tenant) => {
        const now = new Date(`${dayIn(day)}T${clock}+08:00`)
        return standingIn(tenant, { ...member, ...change }, now).length
      })
    const asked = [at(1, '23:59:59'), at(2, '00:00:00'), at(4, '23:59:59'), at(5, '00:00:00')]
    expect(await Promise.all(asked)).toEqual([0, 1, 1, 0])
    expect(await at(3, '12:00:00', { active: false })).toBe(0)
    expect(await at(3, '12:00:00', { roles: ['editor'] })).toBe(0)
    const lent = await inBureau((tenant) => {
      const before = tenant.members.find(reviewer.id)!
      tenant.members.put({ ...before, active: false }, '')
      const count = standingIn(tenant, member, new Date(`${dayIn(3)}T12:00:00+08:00`)).length
      tenant.members.put(before, '')
      return count
    })
    expect(lent).toBe(0)
    must(await end(desk.bureau.admin, delegation.id))
  })

  it('is refused for oneself, for who is no reviewer, for the past, and for longer than 90 days', async () => {
    const elsewhere = await (await openBureau(site)).add(['reviewer'])
    const tries = [
      name(reviewer, reviewer.id),
      name(reviewer, desk.editor.id),
      name(reviewer, elsewhere.id),
      name(reviewer, deputy.id, -1, 1),
      name(reviewer, deputy.id, 3, 2),
      name(reviewer, deputy.id, 0, 90),
    ]
    expect((await Promise.all(tries)).map(codeOf)).toEqual(tries.map(() => 'invalid-request'))
    const longest = must(await name(reviewer, deputy.id, 0, 89)).delegation
    expect(codeOf(await end(desk.second, longest.id))).toBe('not-found')
    must(await end(reviewer, longest.id))
  })
})

describe('standing in for somebody counts as that person', () => {
  it('nobody decides in the place of the author', async () => {
    const both = await desk.bureau.add(['editor', 'reviewer'])
    const { delegation } = must(await name(both, deputy.id))
    expect(codeOf(await decide(deputy, await desk.submit(ownText(), both)))).toBe('separation-of-duty')
    must(await end(both, delegation.id))
  })

  it('the author gains nothing by standing in for a reviewer', async () => {
    const author = await desk.bureau.add(['editor', 'reviewer'], ['final'])
    const { delegation } = must(await name(reviewer, author.id))
    expect(codeOf(await decide(author, await desk.submit(ownText(), author)))).toBe('separation-of-duty')
    must(await end(reviewer, delegation.id))
  })

  it('two levels stay two people: who lent the first cannot decide the second, nor who borrowed it', async () => {
    const { settings, version } = must(await desk.bureau.admin.call('settings.read', {}))
    const policy = { reviewEvery: true, levels: ['first' as const, 'final' as const] }
    const body = { settings: { ...settings, otherChannels: policy }, version }
    must(await desk.bureau.admin.call('settings.change', { body, idempotencyKey: once() }))
    const lender = await desk.bureau.add(['reviewer'], ['first', 'final'])
    const other = await desk.bureau.add(['reviewer'], ['final'])
    const { delegation } = must(await name(lender, deputy.id))

    const sent = await desk.submit()
    const { review } = must(await decide(deputy, sent))
    expect([review.state, review.level]).toEqual(['submitted', 'final'])
    const second = { ...sent, review }
    expect(codeOf(await decide(deputy, second, 'final'))).toBe('separation-of-duty')
    expect(codeOf(await decide(lender, second, 'final'))).toBe('separation-of-duty')
    expect(must(await decide(other, second, 'final')).review.state).toBe('approved')
    must(await end(lender, delegation.id))
  })

  it('what was lent is not lent again', async () => {
    const third = await desk.bureau.add(['reviewer'], ['final'])
    const one = must(await name(reviewer, deputy.id)).delegation
    const two = must(await name(deputy, third.id)).delegation
    expect(must(await third.call('session.read', {})).standingIn.map(({ levels }) => levels)).toEqual([['final']])
    expect(codeOf(await decide(third, await desk.submit()))).toBe('forbidden')
    must(await end(reviewer, one.id))
    must(await end(deputy, two.id))
  })
})
