import { beforeEach, describe, expect, test } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Send, SendRequest } from '#shared/api/client.ts'
import { renewalText } from '#shared/api/contract/session.ts'
import { account, ticket } from '../platform/account.ts'
import { memoryDatabase } from '../platform/memory-database.ts'
import { deviceKey } from './device-key.ts'
import { clockBy, session } from './session.ts'
import { workerLink } from './worker-link.ts'

type Answer = { status: number; body: unknown }
type Route = (request: SendRequest, body: Record<string, unknown>) => Answer | Promise<Answer>

/** A Worker of a few routes; what it has no route for is unreachable. */
function workerOf(routes: Record<string, Route>): { send: Send; asked: string[] } {
  const asked: string[] = []
  const send: Send = async (url, request) => {
    const path = `${request.method} ${new URL(url).pathname}`
    asked.push(path)
    const route = routes[path]
    if (route === undefined) throw new TypeError('Failed to fetch')
    const { status, body } = await route(request, JSON.parse(request.body ?? '{}'))
    return { status, headers: { get: () => null }, text: async () => JSON.stringify(body) }
  }
  return { send, asked }
}

const member = (roles: string[]) => ({
  ...{ id: 'm1', name: '林晓', department: null, roles, levels: [], emergency: false, site: null, active: true },
})
const grant = (token: string, roles = ['editor']) => ({
  status: 201,
  body: {
    ...{ bureau: { id: 'quanzhou', name: '泉州市教育局' }, member: member(roles), standingIn: [], idleSeconds: 1800 },
    ...{ expiresAt: '2026-06-12T20:00:00.000Z', token, device: 'd1' },
  },
})
const refusal = (status: number, code: string, detail: string) => ({
  status,
  body: { type: 'about:blank', title: '', status, code, detail, requestId: 'q' },
})
const jwks: Route = () => ({ status: 200, body: { keys: [], ledgerKey: 'name+00000000+AA==' } })
const challenge: Route = () => ({
  status: 200,
  body: { nonce: 'n-1', expiresAt: '2026-06-12T08:02:00.000Z', pin: false },
})
const NOW = Date.parse('2026-06-12T08:00:00.000Z')
const WORKER = 'https://menxia.example.gov.cn'

beforeEach(() => fakeBrowser.reset())

describe('session', () => {
  test('an invitation becomes an account; the token stays out of storage.local', async () => {
    const { send } = workerOf({
      'POST /v1/session': () => grant('mx_secret'),
      'GET /v1/bureaus/quanzhou/jwks.json': jwks,
    })
    await session(memoryDatabase(), send, () => NOW).signIn(WORKER, 'inv', null)
    expect((await account.get())?.member.name).toBe('林晓')
    expect((await ticket.get())?.token).toBe('mx_secret')
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('mx_secret')
  })

  test('a refused invitation says why and changes nothing', async () => {
    const sentence = '邀请码已用过：每个邀请码只能用一次。请向管理员要新的。'
    const { send } = workerOf({ 'POST /v1/session': () => refusal(403, 'invitation-invalid', sentence) })
    await expect(session(memoryDatabase(), send).signIn(WORKER, 'inv', null)).rejects.toThrow(sentence)
    expect(await account.get()).toBeNull()
  })

  test('an ended token is renewed by a signature that the registered key verifies', async () => {
    const database = memoryDatabase()
    let verified = false
    const { send } = workerOf({
      'POST /v1/session': () => grant('first'),
      'GET /v1/bureaus/quanzhou/jwks.json': jwks,
      'POST /v1/session/challenge': challenge,
      'POST /v1/session/renew': async (_, body) => {
        const { publicKey } = await deviceKey(database)
        const raw = Uint8Array.from(atob(String(body.signature).replaceAll('-', '+').replaceAll('_', '/')), (c) =>
          c.charCodeAt(0),
        )
        const text = new TextEncoder().encode(renewalText('n-1'))
        verified = await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, publicKey, raw, text)
        return grant('second')
      },
    })
    const mine = session(database, send, () => NOW)
    await mine.signIn(WORKER, 'inv', null)
    expect(await mine.token()).toBe('first')
    await ticket.set(null)
    expect(await mine.token()).toBe('second')
    expect(verified).toBe(true)
  })

  test('a reviewer is not renewed without the PIN, and nothing is asked', async () => {
    const { send, asked } = workerOf({
      'POST /v1/session': () => grant('t', ['reviewer']),
      'GET /v1/bureaus/quanzhou/jwks.json': jwks,
    })
    const mine = session(memoryDatabase(), send, () => NOW)
    await mine.signIn(WORKER, 'inv', '135790')
    await ticket.set(null)
    asked.length = 0
    expect(await mine.token()).toBeNull()
    expect(asked).toEqual([])
  })

  test('the device key cannot be taken out of the browser', async () => {
    const { privateKey } = await deviceKey(memoryDatabase())
    await expect(crypto.subtle.exportKey('jwk', privateKey)).rejects.toThrow()
  })

  test('a ledger key that changes later is not believed', async () => {
    let key = 'name+00000000+AA=='
    const { send } = workerOf({
      'POST /v1/session': () => grant('t'),
      'GET /v1/bureaus/quanzhou/jwks.json': () => ({ status: 200, body: { keys: [], ledgerKey: key } }),
    })
    const mine = session(memoryDatabase(), send, () => NOW)
    await mine.signIn(WORKER, 'inv', null)
    key = 'other+11111111+BB=='
    await mine.signIn(WORKER, 'inv2', null)
    expect((await account.get())?.ledgerKey).toBe('name+00000000+AA==')
  })
})

describe('the link to the Worker', () => {
  test('a refused token is renewed once and the question asked again', async () => {
    let token = ''
    const { send } = workerOf({
      'POST /v1/session': () => grant('old'),
      'GET /v1/bureaus/quanzhou/jwks.json': jwks,
      'POST /v1/session/challenge': challenge,
      'POST /v1/session/renew': () => grant('new'),
      'GET /v1/session': (request) => {
        token = request.headers.authorization ?? ''
        if (token !== 'Bearer new') return refusal(401, 'session-expired', '登录已失效。')
        const { token: _, device: __, ...body } = grant('new').body
        return { status: 200, body }
      },
    })
    const mine = session(memoryDatabase(), send, () => NOW)
    await mine.signIn(WORKER, 'inv', null)
    const link = workerLink(mine, send, () => {})
    expect((await link.call('session.read', {})).kind).toBe('answer')
    expect(token).toBe('Bearer new')
    expect(link.reach()).toEqual({ state: 'online', refusal: null })
  })

  test('it knows a Worker that does not answer from one that refuses, and says so when it changes', async () => {
    let up = false
    const heard: string[] = []
    const { send } = workerOf({
      'POST /v1/session': () => grant('t'),
      'GET /v1/bureaus/quanzhou/jwks.json': jwks,
      'GET /v1/session': () => {
        if (!up) throw new TypeError('Failed to fetch')
        return refusal(403, 'forbidden', '您的帐号已停用。')
      },
    })
    const mine = session(memoryDatabase(), send, () => NOW)
    await mine.signIn(WORKER, 'inv', null)
    const link = workerLink(mine, send, () => heard.push(link.reach().state))
    await link.call('session.read', {})
    await link.call('session.read', {})
    up = true
    await link.call('session.read', {})
    expect(heard).toEqual(['offline', 'refused'])
    expect(link.reach().refusal).toBe('您的帐号已停用。')
  })
})

test.each([
  ['right', '2026-06-12T08:00:00Z', null],
  ['a few minutes off', '2026-06-12T08:10:00Z', null],
  ['a day ahead', '2026-06-13T08:00:00Z', 'fast'],
  ['a day behind', '2026-06-11T08:00:00Z', 'slow'],
] as const)('a clock that is %s shows by the end of a fresh token', (_, now, clock) => {
  expect(clockBy('2026-06-12T20:00:00.000Z', Date.parse(now))).toBe(clock)
})
