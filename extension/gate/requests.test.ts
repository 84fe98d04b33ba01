import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fieldOf,
  isPublish,
  needsBody,
  type Outgoing,
  orInAddress,
  type RequestPatterns,
  spellingsOf,
} from './requests.ts'

const origin = 'http://cms.example'
const apart: RequestPatterns = {
  requests: [{ method: 'ANY', url: `${origin}/admin/publish*`, body: null }],
  saves: [{ method: 'POST', url: `${origin}/admin/save*`, body: null }],
}
/** As in WordPress: one address, and a field that says what it is. */
const together: RequestPatterns = {
  requests: [{ method: 'POST', url: `${origin}/post`, body: { field: 'status', equals: 'publish' } }],
  saves: [{ method: 'POST', url: `${origin}/post`, body: null }],
}

function request(url: string, body: unknown = null, method = 'POST'): Outgoing {
  return { method, url: `${origin}${url}`, field: orInAddress(`${origin}${url}`, (name) => fieldOf(body, name)) }
}

describe('isPublish', () => {
  test.each([
    '/admin/publish',
    '/admin/publish?id=1',
    '/admin//publish',
    '/admin/publish/',
    '/ADMIN/Publish',
    '/admin/%70ublish',
    '/admin/publish;jsessionid=1',
    '/admin;x/publish',
    '/a/../admin/publish',
    '/admin/./publish',
  ])('%s publishes', (url) => expect(isPublish(request(url), apart)).toBe(true))

  test.each(['GET', 'PUT', 'PATCH', 'DELETE'])('by %s too, where the pattern says any', (method) =>
    expect(isPublish(request('/admin/publish', null, method), apart)).toBe(true),
  )

  test.each(['/admin/save', '/admin/save?then=publish', '/admin/preview', '/public/publish', '/'])(
    '%s does not',
    (url) => expect(isPublish(request(url), apart)).toBe(false),
  )

  test.each([
    [{ status: 'publish' }, true],
    [{ status: 'draft' }, false],
    [{}, false],
  ])('where save and publish share an address, the body %j decides', (fields, expected) => {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    for (const body of [
      form,
      new URLSearchParams(fields),
      JSON.stringify(fields),
      new URLSearchParams(fields).toString(),
    ])
      expect(isPublish(request('/post', body), together)).toBe(expected)
  })

  test('a body that cannot be read is not held where it could be a save', () => {
    expect(isPublish(request('/post', new Blob(['status=publish'])), together)).toBe(false)
    expect(isPublish(request('/post', new Blob(['x'])), { ...together, saves: [] })).toBe(true)
  })

  test('no address, however strange, makes it throw; a save stays a save with anything behind it', () => {
    fc.assert(
      fc.property(fc.string(), (tail) => {
        isPublish({ method: 'POST', url: `${origin}/${tail}`, field: () => undefined }, apart)
        expect(spellingsOf(tail).length).toBeLessThanOrEqual(2)
        expect(isPublish(request(`/admin/save?x=${encodeURIComponent(tail)}`), apart)).toBe(false)
      }),
    )
  })
})

test('fields of JSON are own fields only', () => {
  expect(fieldOf('{"a":1}', 'toString')).toBeNull()
  expect(fieldOf('{"__proto__":"x"}', '__proto__')).toBe('x')
  expect(fieldOf('{broken', 'a')).toBeNull()
})

describe('where only a field tells', () => {
  const any: RequestPatterns = {
    requests: [{ method: 'ANY', url: `${origin}/post*`, body: { field: 'status', equals: 'publish' } }],
    saves: [{ method: 'ANY', url: `${origin}/post*`, body: { field: 'status', equals: 'draft' } }],
  }

  test('a GET carries it in its address, and the body goes before the address', () => {
    expect(isPublish(request('/post?status=publish', null, 'GET'), any)).toBe(true)
    expect(isPublish(request('/post?status=draft', null, 'GET'), any)).toBe(false)
    expect(isPublish(request('/post?status=publish', new URLSearchParams('status=draft')), any)).toBe(false)
  })

  test('a body that cannot be read on the spot is asked for, and only there', () => {
    expect(needsBody(request('/post', new Blob(['status=publish'])), any)).toBe(true)
    expect(needsBody(request('/post', 'status=publish'), any)).toBe(false)
    expect(needsBody(request('/other', new Blob([''])), any)).toBe(false)
    expect(needsBody(request('/admin/publish', new Blob([''])), apart)).toBe(false)
  })

  test('a WebSocket is opened at the same address', () => {
    const field = () => null
    expect(isPublish({ method: 'GET', url: 'ws://cms.example/admin/publish', field }, apart)).toBe(true)
  })
})
