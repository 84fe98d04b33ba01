import { describe, expect, it } from 'vitest'
import { contract, type EndpointKey } from '#shared/api/contract.ts'
import type { Endpoint, Method } from '#shared/api/endpoint.ts'
import { makeCredential } from './credential.ts'
import { front } from './front.ts'
import type { LogLine } from './log.ts'
import type { Onward, Reply } from './onward.ts'

const SECRET = 'the-operator'
const METHODS: readonly Method[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
const OWN: readonly EndpointKey[] = ['health.live', 'health.ready', 'openapi.read', 'docs.read']
const rows = (Object.entries(contract) as [EndpointKey, Endpoint][]).filter(([key]) => !OWN.includes(key))
const paths = [...new Set(Object.values(contract).map(({ path }) => path))]

/** The front before a bureau that answers `reply` and keeps what it was asked. */
function frontOf(reply: Reply = { status: 200, type: 'application/json', body: '{}', etag: null }) {
  const asked: Onward[] = []
  const lines: LogLine[] = []
  const answer = async (onward: Onward) => {
    asked.push(onward)
    return reply
  }
  const bureau = () => ({ answer, isReady: async () => true })
  const app = front('1')
  const parts = { bureau, operatorSecret: SECRET, log: (line: LogLine) => void lines.push(line) }
  const ask = async (method: string, path: string, init: RequestInit = {}) =>
    await app.fetch(new Request(`https://menxia.test${path}`, { method, ...init }), parts)
  return { ask, asked, lines }
}

const filled = (path: string) => path.replace(/:([a-z]+)/gi, 'of-$1')
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })
const session = bearer(makeCredential('session', 'quanzhou'))

describe('the way to a bureau', () => {
  it.each(rows.filter(([, { who }]) => who !== 'public'))(
    '%s arrives under its own key with its parameters',
    async (key, { method, path, who }) => {
      const { ask, asked } = frontOf()
      const body = method === 'GET' ? {} : { body: '{"id":"quanzhou"}' }
      const { status } = await ask(method, filled(path), {
        ...(who === 'operator' ? bearer(SECRET) : session),
        ...body,
      })
      const params = Object.fromEntries([...path.matchAll(/:([a-z]+)/gi)].map(([, name]) => [name, `of-${name}`]))
      expect([status, asked.map((one) => [one.key, one.params])]).toEqual([200, [[key, params]]])
    },
  )

  it('a query is handed over as it was written, a name given twice as a list', async () => {
    const { ask, asked } = frontOf()
    await ask('GET', '/v1/reviews?state=submitted&limit=1&limit=2&__proto__=x', session)
    expect(Object.entries(asked[0]!.query)).toEqual([
      ['state', 'submitted'],
      ['limit', ['1', '2']],
      ['__proto__', 'x'],
    ])
  })

  it('HEAD is a GET without its body', async () => {
    const { ask, asked } = frontOf()
    const answer = await ask('HEAD', '/v1/session', session)
    expect([answer.status, await answer.text(), asked[0]?.key]).toEqual([200, '', 'session.read'])
  })
})

describe('what goes nowhere', () => {
  it('a path under a method that no row has is 405, and nobody is asked', async () => {
    const { ask, asked, lines } = frontOf()
    let tried = 0
    for (const path of paths)
      for (const method of METHODS) {
        if (Object.values(contract).some((row) => row.path === path && row.method === method)) continue
        // `/rulesets/current` is also a version to look at.
        if (rows.some(([, row]) => row.method === method && row.path !== path && fits(row.path, filled(path)))) continue
        tried += 1
        expect([method, path, (await ask(method, filled(path), session)).status]).toEqual([method, path, 405])
      }
    expect(tried).toBeGreaterThan(paths.length)
    expect([asked.length, lines.length, lines.every((line) => line.event === 'refused')]).toEqual([0, tried, true])
  })

  it.each(['/', '/v1', '/v1/nothing', '/v1/session/', '/v1/reviews/a/b/c', '/v2/session', '/v1//session'])(
    '%s is 404',
    async (path) => {
      const { ask, asked } = frontOf()
      for (const method of [...METHODS, 'HEAD']) expect((await ask(method, path, session)).status).toBe(404)
      expect(asked).toEqual([])
    },
  )
})

function fits(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/:[a-z]+/gi, '[^/]+')}$`).test(path)
}
