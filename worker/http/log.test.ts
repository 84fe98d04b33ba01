import { env, runInDurableObject, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, expectTypeOf, it } from 'vitest'
import type { SendRequest } from '#shared/api/client.ts'
import type { contract } from '#shared/api/contract.ts'
import type { Asked } from '#shared/api/endpoint.ts'
import type { Draft, DraftText } from '#shared/draft/draft.ts'
import { must, once, openBureau, type Site, siteBehind } from '../../test/contract/actors.ts'
import { decisionOn, draftOf, submissionOf } from '../../test/contract/drafts.ts'
import { etags, handlers, replays } from '../routes/index.ts'
import { answering } from './answering.ts'
import type { Call } from './call.ts'
import type { Secret } from './credential.ts'
import { front } from './front.ts'
import { faultNameOf, type LogLine, whereOf } from './log.ts'
import type { BureauStub } from './onward.ts'

/** Every type that some field of some line takes. */
type Fields<Line> = Line extends unknown ? Line[keyof Line] : never

describe('the types', () => {
  it('no field of any line takes a string, words of a draft or a secret', () => {
    expectTypeOf<string>().not.toExtend<Fields<LogLine>>()
    expectTypeOf<DraftText>().not.toExtend<Fields<LogLine>>()
    expectTypeOf<Secret>().not.toExtend<Fields<LogLine>>()
    // That the question is asked rightly: what a line does take, it takes.
    expectTypeOf<'reviews.submit'>().toExtend<Fields<LogLine>>()
    expectTypeOf<number>().toExtend<Fields<LogLine>>()
  })

  it('what arrives as a draft is of that type, and so is what arrives as a credential', () => {
    type Sent = NonNullable<Asked<(typeof contract)['reviews.submit']>['body']['draft']>
    expectTypeOf<Sent['title']>().toEqualTypeOf<DraftText>()
    expectTypeOf<Sent['body']['source']>().toEqualTypeOf<DraftText>()
    expectTypeOf<Call['credential']>().toEqualTypeOf<Secret>()
    // Whoever makes a draft writes plain strings.
    expectTypeOf<Draft['title']>().toEqualTypeOf<string>()
  })
})

describe('what is made for the log', () => {
  it('frames hold places and nothing of the message, though it looks like frames', () => {
    const error = new Error('凤凰木下\n    at 凤凰木下 (draft:1:1)\n    at words of the draft\n    at x (a.ts:1:2)')
    error.stack = `Error: ${error.message}\n    at real (index.js:10:20)`
    expect(whereOf(error)).toBe('x (a.ts:1:2) | real (index.js:10:20)')
    expect(whereOf('凤凰木下')).toBe('')
  })

  it('an unknown name is not passed on', () => {
    const named = Object.assign(new Error('x'), { name: '凤凰木下读书声' })
    expect([faultNameOf(named), faultNameOf(new TypeError('x')), faultNameOf('x')]).toEqual([
      'other',
      'TypeError',
      'other',
    ])
  })
})

describe('what never reached a bureau', () => {
  it('is in the log too: a refusal by its code, a lost bureau by where it was lost, neither with what was sent', async () => {
    const lines: LogLine[] = []
    const fail = async () => Promise.reject(new TypeError('凤凰木下读书声'))
    const lost = () => ({ answer: fail, isReady: fail })
    const ask = async (headers: Record<string, string>) => {
      const parts = { bureau: lost, operatorSecret: '', log: (line: LogLine) => lines.push(line) }
      return (await front('1').fetch(new Request('https://menxia.test/v1/session', { headers }), parts)).status
    }
    const bureau = await openBureau(siteBehind(SELF, env.OPERATOR_SECRET))
    expect(await ask({ authorization: 'Bearer nothing-of-ours' })).toBe(401)
    expect(await ask({ authorization: `Bearer ${bureau.admin.token}` })).toBe(503)
    expect(lines).toMatchObject([
      { event: 'refused', code: 'unauthenticated' },
      { event: 'lost', fault: 'TypeError' },
    ])
    expect(JSON.stringify(lines)).not.toContain('凤凰')
  })
})

describe('a whole story, with faults in it', () => {
  const BODY = '凤凰木下读书声声入耳，全市中小学校外培训机构专项治理行动方案'
  const lines: LogLine[] = []
  let site: Site

  /** The front and the bureau over its own database, but logging into `lines` and failing in one handler with the draft in its message. */
  beforeAll(() => {
    const real = siteBehind(SELF, env.OPERATOR_SECRET)
    const broken = {
      ...handlers,
      'reviews.evidence': () => {
        throw new TypeError(`cannot read ${BODY}\n    at ${BODY}`)
      },
    }
    const send = async (url: string, request: SendRequest) => {
      const log = (line: LogLine) => void lines.push(line)
      const bureau = (tenant: string): BureauStub => ({
        answer: async (asked) =>
          await runInDurableObject(env.BUREAU.get(env.BUREAU.idFromName(tenant)), (instance) => {
            const parts = { handlers: broken, replays, etags, now: () => new Date() }
            return answering(instance, { ...parts, operatorSecret: env.OPERATOR_SECRET, log })(asked)
          }),
        isReady: async () => true,
      })
      const parts = { bureau, operatorSecret: env.OPERATOR_SECRET, log }
      return await front('1').fetch(new Request(url, request), parts)
    }
    site = { ...real, send }
  })

  it('leaves no run of four characters of the draft in the log, nor a token', async () => {
    const bureau = await openBureau(site)
    const [editor, reviewer] = [await bureau.add(['editor']), await bureau.add(['reviewer'])]
    const { settings, version } = must(await bureau.admin.call('settings.read', {}))
    const stored = { settings: { ...settings, draftText: 'stored' as const }, version }
    must(await bureau.admin.call('settings.change', { body: stored, idempotencyKey: once() }))
    const sent = submissionOf({ ...draftOf(BODY), title: `关于印发${BODY}的通知` }, true)
    const { review } = must(await editor.call('reviews.submit', { body: sent, idempotencyKey: once() }))
    must(await reviewer.call('reviews.read', { params: { id: review.id } }))
    const comment = { params: { id: review.id }, body: { text: BODY }, idempotencyKey: once() }
    must(await reviewer.call('reviews.comment', comment))
    const reason = decisionOn(sent, review.version, { verdict: 'return', reason: BODY })
    must(await reviewer.call('reviews.decide', { params: { id: review.id }, body: reason, idempotencyKey: once() }))
    await editor.call('reviews.read', { params: { id: BODY.slice(0, 8) } })
    const failed = await editor.call('reviews.evidence', { params: { id: review.id } })
    expect(failed).toMatchObject({ kind: 'problem', problem: { code: 'internal' } })
    expect(JSON.stringify(failed)).not.toContain('凤凰木下')

    const log = lines.map((line) => JSON.stringify(line)).join('\n')
    expect(lines.map(({ event }) => event)).toEqual(expect.arrayContaining(['request', 'fault']))
    expect(lines.length).toBeGreaterThan(10)
    const words = sent.title + BODY
    const runs = Array.from({ length: words.length - 3 }, (_, i) => words.slice(i, i + 4))
    expect(runs.filter((run) => log.includes(run))).toEqual([])
    expect(log).toMatch(/^[\x20-\x7e\n]+$/)
    for (const { token } of [editor, reviewer, bureau.admin]) expect(log).not.toContain(token.slice(-52))
  })
})
