import { env, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { clientOf, must, once, ownText, type Person, signIn, siteBehind } from '../../test/contract/actors.ts'
import { codeOf, type Desk, openDesk } from '../../test/contract/desk.ts'
import { decisionOn, draftOf, submissionOf } from '../../test/contract/drafts.ts'

const site = siteBehind(SELF, env.OPERATOR_SECRET)
let desk: Desk
let admin: Person

beforeAll(async () => {
  desk = await openDesk(site)
  admin = desk.bureau.admin
})

const decide = (by: Person, { sent, review }: Awaited<ReturnType<Desk['submit']>>, more: object = {}) =>
  by.call('reviews.decide', {
    params: { id: review.id },
    body: decisionOn(sent, review.version, more),
    idempotencyKey: once(),
  })
const change = (by: Person, id: string, body: object) =>
  by.call('members.change', { params: { id }, body, idempotencyKey: once() })
const invite = async (id: string) =>
  must(await admin.call('members.invite', { params: { id }, body: {}, idempotencyKey: once() })).invitation

async function channels(levels: ('first' | 'second' | 'final' | 'confidentiality')[]): Promise<void> {
  const { settings, version } = must(await admin.call('settings.read', {}))
  const body = { settings: { ...settings, otherChannels: { reviewEvery: true, levels } }, version }
  must(await admin.call('settings.change', { body, idempotencyKey: once() }))
}

describe('submitter ≠ approver', () => {
  it('also with both roles, and also from a second device with a token of its own', async () => {
    const both = await desk.bureau.add(['editor', 'reviewer'])
    const again = await signIn(site, await invite(both.id))
    expect([again.id, again.token === both.token]).toEqual([both.id, false])
    const sent = await desk.submit(ownText(), both)
    for (const one of [both, again]) expect(codeOf(await decide(one, sent))).toBe('separation-of-duty')
    expect(must(await decide(desk.reviewer, sent)).review.state).toBe('approved')
  })

  it('also for who sent an earlier version of the same article', async () => {
    const both = await desk.bureau.add(['editor', 'reviewer'])
    const first = await desk.submit(ownText(), both)
    const sent = submissionOf(draftOf(ownText()), false, first.review.id)
    const { review, receipt } = must(await both.call('reviews.submit', { body: sent, idempotencyKey: once() }))
    expect(codeOf(await decide(both, { sent, review, receipt }))).toBe('separation-of-duty')
  })
})

describe('two levels are two people', () => {
  it('in every order of three levels, with 保密审查 among them', async () => {
    await channels(['confidentiality', 'first', 'final'])
    const every = await desk.bureau.add(['reviewer'], ['confidentiality', 'first', 'final'])
    const others = {
      confidentiality: await desk.bureau.add(['reviewer'], ['confidentiality']),
      first: await desk.bureau.add(['reviewer'], ['first']),
      final: await desk.bureau.add(['reviewer'], ['final']),
    }
    for (const mine of ['confidentiality', 'first', 'final'] as const) {
      let sent = await desk.submit()
      let refusals = 0
      for (const level of ['confidentiality', 'first', 'final'] as const) {
        if (level !== mine && sent.review.decisions.some(({ by }) => by.id === every.id)) {
          expect(codeOf(await decide(every, sent, { level }))).toBe('separation-of-duty')
          refusals += 1
        }
        const { review } = must(await decide(level === mine ? every : others[level], sent, { level }))
        sent = { ...sent, review }
      }
      expect([sent.review.state, refusals]).toEqual(['approved', { confidentiality: 2, first: 1, final: 0 }[mine]])
    }
    await channels(['first'])
  })

  it('what the 保密部门 answered is recorded by the confidentiality reviewer alone, and the round goes on where it stood', async () => {
    const secrecy = await desk.bureau.add(['reviewer'], ['confidentiality'])
    const asks = await desk.bureau.add(['reviewer'], ['first', 'confidentiality'])
    const sent = await desk.submit()
    const refer = { verdict: 'refer' as const, reason: '拿不准是否涉密' }
    const { review } = must(await decide(asks, sent, refer))
    expect([review.state, review.level]).toEqual(['referred', 'confidentiality'])
    const referred = { ...sent, review }
    const answer = { level: 'confidentiality' as const, reason: '保密部门答复：不属于国家秘密' }
    expect(codeOf(await decide(desk.reviewer, referred, { reason: '可以' }))).toBe('forbidden')
    expect(codeOf(await decide(asks, referred, answer))).toBe('separation-of-duty')
    expect(codeOf(await decide(secrecy, referred, { ...answer, reason: null }))).toBe('invalid-request')
    const cleared = must(await decide(secrecy, referred, answer))
    expect(cleared.receipt.entry).toMatchObject({ type: 'review.decided', detail: { level: 'confidentiality' } })
    expect([cleared.review.state, cleared.review.level]).toEqual(['submitted', 'first'])
    const last = { ...sent, review: cleared.review }
    expect(must(await decide(desk.reviewer, last)).review.state).toBe('approved')

    const other = await desk.submit()
    const asked = must(await decide(asks, other, refer)).review
    const secret = { ...answer, verdict: 'refuse' as const, reason: '保密部门答复：属于工作秘密' }
    expect(must(await decide(secrecy, { ...other, review: asked }, secret)).review.state).toBe('refused')
  })
})

describe('people', () => {
  it('nobody raises their own role, level or emergency right, from either of two devices', async () => {
    const second = await desk.bureau.add(['admin'])
    const again = await signIn(site, await invite(second.id))
    const raises = [
      { roles: ['admin', 'editor'] },
      { roles: ['admin', 'reviewer'], levels: ['first'] },
      { roles: ['admin', 'editor'], emergency: true },
    ]
    for (const by of [second, again])
      for (const body of raises) expect(codeOf(await change(by, second.id, body))).toBe('separation-of-duty')
    const raised = must(await change(admin, second.id, raises[1]!)).member
    expect(raised.roles).toEqual(['admin', 'reviewer'])
    must(await change(second, second.id, { roles: ['admin'], levels: [] }))
    must(await change(admin, second.id, { active: false }))
  })

  it('the last admin stays: not stopped, not without the role, not by another who stopped first', async () => {
    expect(codeOf(await change(admin, admin.id, { active: false }))).toBe('conflict')
    expect(codeOf(await change(admin, admin.id, { roles: ['auditor'] }))).toBe('separation-of-duty')
    const second = await desk.bureau.add(['admin'])
    const outcomes = await Promise.all([
      change(admin, second.id, { active: false }),
      change(second, admin.id, { active: false }),
    ])
    expect(outcomes.map(codeOf).filter((code) => code === 'answer')).toHaveLength(1)
    const winner = codeOf(outcomes[0]!) === 'answer' ? admin : second
    const { items } = must(await winner.call('members.list', {}))
    expect(items.filter(({ active, roles }) => active && roles.includes('admin')).map(({ id }) => id)).toEqual([
      winner.id,
    ])
    if (winner.id !== admin.id) must(await change(second, admin.id, { active: true }))
  })

  it('who gets a role that asks for a PIN signs in anew to set one; who lost a role may no more at once', async () => {
    const person = await desk.bureau.add(['editor'])
    const sent = await desk.submit()
    must(await change(admin, person.id, { roles: ['editor', 'reviewer'], levels: ['first'] }))
    expect(codeOf(await decide(person, sent))).toBe('unauthenticated')
    const anew = await signIn(site, await invite(person.id))
    must(await change(admin, person.id, { roles: ['editor'], levels: [] }))
    expect(codeOf(await decide(anew, sent))).toBe('forbidden')
  })
})

describe('rule author ≠ rule publisher', () => {
  const propose = async (by: Person) => {
    const body = { ruleset: { ...starterRuleSet }, note: once() }
    return must(await by.call('rulesets.propose', { body, idempotencyKey: once() })).ruleset
  }
  const publish = (by: Person, { version, digest }: { version: string; digest: string }) =>
    by.call('rulesets.publish', { params: { version }, body: { digest }, idempotencyKey: once() })

  it('from either of their devices; the other admin may', async () => {
    const second = await desk.bureau.add(['admin'])
    const again = await signIn(site, await invite(second.id))
    const proposal = await propose(second)
    for (const by of [second, again]) expect(codeOf(await publish(by, proposal))).toBe('separation-of-duty')
    expect(codeOf(await publish(admin, proposal))).toBe('answer')
    must(await change(admin, second.id, { active: false }))
  })

  it('an admin who is a reviewer too does not consent to their own proposal', async () => {
    const both = await desk.bureau.add(['reviewer'])
    must(await change(admin, both.id, { roles: ['admin', 'reviewer'] }))
    const proposal = await propose(both)
    const { version, digest } = proposal
    const consent = { params: { version }, body: { digest }, idempotencyKey: once() }
    expect(codeOf(await both.call('rulesets.consent', consent))).toBe('separation-of-duty')
    expect(codeOf(await publish(both, proposal))).toBe('separation-of-duty')
  })
})

describe('the bureau’s policies', () => {
  // A rule set of its own: the tests above published another.
  beforeAll(async () => {
    desk = await openDesk(site)
    admin = desk.bureau.admin
  })

  it('where every approval needs a reason, a plain one is refused without', async () => {
    const { settings, version } = must(await admin.call('settings.read', {}))
    const policies = { ...settings.policies, approvalReason: 'always' as const }
    must(
      await admin.call('settings.change', {
        body: { settings: { ...settings, policies }, version },
        idempotencyKey: once(),
      }),
    )
    const sent = await desk.submit()
    expect(codeOf(await decide(desk.reviewer, sent))).toBe('invalid-request')
    expect(must(await decide(desk.reviewer, sent, { reason: '内容属实' })).review.state).toBe('approved')
  })

  it('settings are refused without a deadline, with a negative one, with a source that says nothing', async () => {
    const { settings, version } = must(await admin.call('settings.read', {}))
    const { takeDown: _, ...missing } = settings.deadlines
    const wrong = [
      missing,
      { ...settings.deadlines, review: { workingDays: -1, source: '本单位设定' } },
      { ...settings.deadlines, review: { workingDays: 61, source: '本单位设定' } },
      { ...settings.deadlines, review: { workingDays: 1.5, source: '本单位设定' } },
      { ...settings.deadlines, review: { workingDays: 1, source: ' ' } },
      { ...settings.deadlines, other: { workingDays: 1, source: '本单位设定' } },
    ]
    for (const deadlines of wrong) {
      const body = { settings: { ...settings, deadlines }, version } as never
      expect(codeOf(await admin.call('settings.change', { body, idempotencyKey: once() }))).toBe('invalid-request')
    }
    const stale = { body: { settings, version: version - 1 }, idempotencyKey: once() }
    expect(codeOf(await admin.call('settings.change', stale))).toBe('stale-version')
    expect(codeOf(await clientOf(site, null)('settings.read', {}))).toBe('unauthenticated')
  })
})
