import { env, runInDurableObject, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { createClient } from '#shared/api/client.ts'
import { checkEvidence, MenxiaEvidence } from '#shared/ledger/evidence.ts'
import { type Bureau, must, once, type Person, siteBehind } from '../../test/contract/actors.ts'
import { codeOf, type Desk, openDesk } from '../../test/contract/desk.ts'
import { decisionOn, draftOf, submissionOf } from '../../test/contract/drafts.ts'
import { sweepBureau } from './sweep-bureau.ts'

const site = siteBehind(SELF, env.OPERATOR_SECRET)
let desk: Desk
let bureau: Bureau
let editor: Person
let reviewer: Person
let second: Person

beforeAll(async () => {
  desk = await openDesk(site)
  ;({ bureau, editor, reviewer, second } = desk)
})

async function inBureau<T>(work: (tenant: NonNullable<import('../index.ts').Bureau['tenant']>) => T): Promise<T> {
  const stub = env.BUREAU.get(env.BUREAU.idFromName(bureau.id))
  return await runInDurableObject(stub, (instance) => instance.transaction(() => work(instance.tenant!)))
}

describe('writes and their idempotency key', () => {
  it('answers a repeated write the same and does nothing twice; another body under the key is 409', async () => {
    const ask = { body: submissionOf(draftOf('重复'), false), idempotencyKey: once() }
    const answers = await Promise.all(Array.from({ length: 50 }, () => editor.call('reviews.submit', ask)))
    const first = JSON.stringify(must(answers[0]!))
    expect(answers.every((answer) => JSON.stringify(must(answer)) === first)).toBe(true)
    const { items } = must(await editor.call('reviews.list', { query: { contentHash: ask.body.contentHash } }))
    expect(items).toHaveLength(1)
    const other = { ...ask, body: { ...ask.body, words: '改了' } }
    expect(codeOf(await editor.call('reviews.submit', other))).toBe('idempotency-key-reused')
    expect(
      codeOf(await reviewer.call('reviews.comment', { ...ask, params: { id: items[0]!.id }, body: { text: '' } })),
    ).toBe('invalid-request')
  })
})

describe('decisions', () => {
  it('of two reviewers at once exactly one decides, and the other is told who', async () => {
    for (let round = 0; round < 25; round++) {
      const { sent, review } = await desk.submit()
      const decide = (by: Person) =>
        by.call('reviews.decide', {
          params: { id: review.id },
          body: decisionOn(sent, review.version),
          idempotencyKey: once(),
        })
      const outcomes = await Promise.all([decide(reviewer), decide(second)])
      const losers = outcomes.filter(({ kind }) => kind === 'problem')
      expect(outcomes.filter(({ kind }) => kind === 'answer')).toHaveLength(1)
      expect(
        losers.map((loser) => (loser.kind === 'problem' ? [loser.problem.code, loser.problem.wonBy] : [])),
      ).toEqual([['stale-version', must(outcomes.find(({ kind }) => kind === 'answer')!).review.decisions[0]!.by.name]])
    }
  })

  it('nobody approves what they sent, also with both roles', async () => {
    const both = await bureau.add(['editor', 'reviewer'])
    const { sent, review } = await desk.submit(once(), both)
    const ask = { params: { id: review.id }, body: decisionOn(sent, review.version), idempotencyKey: once() }
    expect(codeOf(await both.call('reviews.decide', ask))).toBe('separation-of-duty')
  })

  it('without the text, an approval needs the reviewer’s own check to find the same', async () => {
    const { sent, review } = await desk.submit()
    const decide = (recheck: ReturnType<typeof decisionOn>['recheck']) =>
      reviewer.call('reviews.decide', {
        params: { id: review.id },
        body: decisionOn(sent, review.version, { recheck }),
        idempotencyKey: once(),
      })
    expect(codeOf(await decide(null))).toBe('content-changed')
    expect(codeOf(await decide({ contentHash: '0'.repeat(64), findings: [] }))).toBe('content-changed')
    const finding = { rule: 'a/b', severity: 'block' as const, field: 'body', start: 0, end: 1, snippet: '' }
    expect(codeOf(await decide({ contentHash: sent.contentHash, findings: [finding] }))).toBe('content-changed')
  })

  it('one character more makes the approval void', async () => {
    const { review } = await desk.approve()
    const changed = submissionOf(draftOf(once()), false, review.id)
    must(await editor.call('reviews.submit', { body: changed, idempotencyKey: once() }))
    expect(must(await editor.call('reviews.read', { params: { id: review.id } })).state).toBe('void')
  })

  it('a clean proof of the whole life: evidence verifies, one flipped bit does not', async () => {
    const { review } = await desk.approve()
    const raw = JSON.stringify(must(await reviewer.call('reviews.evidence', { params: { id: review.id } })))
    const evidence = MenxiaEvidence.parse(JSON.parse(raw))
    expect(evidence.items.map(({ entry }) => entry.type)).toEqual(['review.submitted', 'review.decided'])
    expect(checkEvidence(evidence).ok).toBe(true)
    const flipped = MenxiaEvidence.parse(JSON.parse(raw.replace('"verdict":"approve"', '"verdict":"refuse"')))
    expect(checkEvidence(flipped).ok).toBe(false)
  })
})

describe('发布审批单', () => {
  it('says who decided what and where it stands in the ledger; a title is no markup', async () => {
    const draft = { ...draftOf(once()), title: '<script>alert(1)</script>&“会议”' }
    const sent = submissionOf(draft, false)
    const { review } = must(await editor.call('reviews.submit', { body: sent, idempotencyKey: once() }))
    const decision = decisionOn(sent, review.version, { reason: '内容属实' })
    const ask = { params: { id: review.id }, body: decision, idempotencyKey: once() }
    const { receipt } = must(await reviewer.call('reviews.decide', ask))
    const sheet = must(await editor.call('reviews.sheet', { params: { id: review.id } }))
    for (const part of [
      '发布审批单',
      '初审',
      '<b>同意</b>',
      '☑保密关',
      '内容属实',
      `第 ${receipt.seq} 条`,
      sent.contentHash,
    ])
      expect(sheet).toContain(part)
    expect(sheet).not.toContain('<script')
  })
})

describe('what falls due', () => {
  it('an approval lapses after its days and can then not be released', async () => {
    const { sent, review } = await desk.approve()
    const later = new Date(Date.now() + 8 * 24 * 3600_000)
    expect((await inBureau((tenant) => sweepBureau(tenant, later))).expired).toBeGreaterThan(0)
    const { contentHash, site: at, channel } = sent
    const body = { kind: 'approved' as const, reviewId: review.id, contentHash, site: at, channel, clientAt: null }
    expect(codeOf(await editor.call('releases.create', { body, idempotencyKey: once() }))).toBe('approval-expired')
  })

  it('a session that was revoked is refused on the next request', async () => {
    const gone = await bureau.add(['auditor'])
    must(await gone.call('session.read', {}))
    must(await bureau.admin.call('sessions.revoke', { params: { id: gone.id }, idempotencyKey: once() }))
    expect(codeOf(await gone.call('session.read', {}))).toBe('unauthenticated')
  })

  it('the last admin stays, and nobody raises themselves', async () => {
    const change = (body: object) =>
      bureau.admin.call('members.change', { params: { id: bureau.admin.id }, body, idempotencyKey: once() })
    expect(codeOf(await change({ active: false }))).toBe('conflict')
    expect(codeOf(await change({ roles: ['admin', 'reviewer'], levels: ['first'] }))).toBe('separation-of-duty')
  })

  it('five wrong PINs lock the sixth, also a right one', async () => {
    const invited = must(
      await bureau.admin.call('members.invite', { params: { id: reviewer.id }, body: {}, idempotencyKey: once() }),
    )
    const anyone = createClient({ base: site.base, send: site.send, token: () => null })
    const pair = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'sign',
      'verify',
    ])) as CryptoKeyPair
    const { x, y } = (await crypto.subtle.exportKey('jwk', pair.publicKey)) as JsonWebKey
    const deviceKey = { kty: 'EC' as const, crv: 'P-256' as const, x: x!, y: y! }
    const enter = (pin: string) =>
      anyone('session.create', { body: { invitation: invited.invitation, deviceKey, pin } })
    const codes = []
    for (const pin of ['000000', '000001', '000002', '000003', '000004', '135790']) codes.push(codeOf(await enter(pin)))
    expect(codes).toEqual([...Array(4).fill('wrong-pin'), 'too-many-attempts', 'too-many-attempts'])
  })
})
