import { env, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Bureau, must, once, type Person, siteBehind } from '../../test/contract/actors.ts'
import { codeOf, type Desk, openDesk } from '../../test/contract/desk.ts'
import type { submissionOf } from '../../test/contract/drafts.ts'

let desk: Desk
let bureau: Bureau
let editor: Person

beforeAll(async () => {
  desk = await openDesk(siteBehind(SELF, env.OPERATOR_SECRET))
  ;({ bureau, editor } = desk)
})

describe('releases', () => {
  const targetOf = ({ contentHash, site: at, channel }: ReturnType<typeof submissionOf>) => ({
    ...{ contentHash, site: at, channel, clientAt: null },
  })
  const release = (reviewId: string, target: ReturnType<typeof targetOf>, by = editor) =>
    by.call('releases.create', { body: { kind: 'approved', reviewId, ...target }, idempotencyKey: once() })

  it('are for the approved hash, site and channel and nothing else', async () => {
    const { sent, review } = await desk.approve()
    const target = targetOf(sent)
    for (const wrong of [{ contentHash: '0'.repeat(64) }, { site: 'https://other.example/' }, { channel: '公告' }])
      expect(codeOf(await release(review.id, { ...target, ...wrong }))).toBe('content-changed')
    expect(codeOf(await release(review.id, target))).toBe('answer')
    const pending = await desk.submit()
    expect(codeOf(await release(pending.review.id, targetOf(pending.sent)))).toBe('not-approved')
  })

  it('a pass opens once, at its own site, for its own content', async () => {
    const { sent, review } = await desk.approve()
    const cms = await bureau.add(['cms'], [], { site: sent.site })
    const { pass } = must(await release(review.id, targetOf(sent)))
    const { clientAt: _, ...target } = targetOf(sent)
    const verify = (more: object) =>
      cms.call('releases.verify', { body: { pass, ...target, ...more }, idempotencyKey: once() })
    const [head, body, signature] = pass.split('.')
    const none = btoa('{"alg":"none","typ":"release-pass+jwt"}').replaceAll('=', '')
    for (const forged of [
      `${none}.${body}.`,
      `${none}.${body}.${signature}`,
      `${head}.${body}.${'A'.repeat(86)}`,
      'x.y.z',
      '',
    ])
      expect(codeOf(await verify({ pass: forged }))).toBe('pass-invalid')
    for (const wrong of [{ contentHash: '0'.repeat(64) }, { site: 'https://other.example/' }, { channel: null }])
      expect(codeOf(await verify(wrong))).toBe('pass-invalid')
    expect(codeOf(await verify({}))).toBe('answer')
    expect(codeOf(await verify({}))).toBe('pass-used')
  })

  it('a draft that was sent otherwise than approved is an incident, not a publication', async () => {
    const { sent, review } = await desk.approve()
    const { release: made } = must(await release(review.id, targetOf(sent)))
    const body = { outcome: 'differs' as const, sentHash: '0'.repeat(64), url: null, clientAt: null }
    must(await editor.call('releases.published', { params: { id: made.id }, body, idempotencyKey: once() }))
    expect(must(await editor.call('reviews.read', { params: { id: review.id } })).state).toBe('approved')
    const { entries } = must(await bureau.admin.call('ledger.entries', { query: { from: 0, to: 1000 } }))
    expect(entries.at(-1)).toMatchObject({ type: 'incident.recorded', subject: made.id })
  })
})
