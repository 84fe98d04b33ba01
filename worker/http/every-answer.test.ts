import { env, SELF } from 'cloudflare:test'
import { expect, it } from 'vitest'
import { must, openBureau, siteBehind } from '../../test/contract/actors.ts'

it("every answer, the front's own and a bureau's, good, unchanged or refused, may be read from any origin and is not sniffed", async () => {
  const bureau = await openBureau(siteBehind(SELF, env.OPERATOR_SECRET))
  const known = must(await bureau.admin.call('rulesets.current', {}))
  const token = { authorization: `Bearer ${bureau.admin.token}` }
  const tag = { ...token, 'if-none-match': `"${known.version}-${known.digest}"` }
  const asked: [path: string, headers: Record<string, string>, status: number][] = [
    ['/v1/healthz', {}, 200],
    ['/v1/readyz', {}, 200],
    ['/v1/openapi.json', {}, 200],
    ['/v1/docs', {}, 200],
    ['/v1/nothing', {}, 404],
    ['/v1/session', {}, 401],
    ['/v1/session', token, 200],
    ['/v1/session?more=1', token, 422],
    ['/v1/rulesets/current', tag, 304],
    ['/v1/reviews/nothing', token, 404],
  ]
  for (const [path, headers, status] of asked) {
    const answer = await SELF.fetch(`https://menxia.test${path}`, { headers })
    await answer.text()
    expect([path, answer.status]).toEqual([path, status])
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(answer.headers.get('access-control-expose-headers')).toBe('etag, x-request-id')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  }
  const asking = await SELF.fetch('https://menxia.test/v1/session', { method: 'OPTIONS' })
  expect([asking.status, asking.headers.get('access-control-allow-methods')]).toEqual([
    204,
    'GET, POST, PUT, PATCH, DELETE',
  ])
})
