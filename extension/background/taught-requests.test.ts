import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchesGlob } from '#shared/ruleset/glob.ts'
import { addressRegex } from '../gate/lock-rules.ts'
import { isPublish } from '../gate/requests.ts'
import type { Recorded } from '../messages/learning.ts'
import { addressGlob, pageGlobs, requestsOf } from './taught-requests.ts'

const ORIGIN = 'https://cms.example.gov.cn'
const request = (url: string, fields: Record<string, string> | null = {}, method = 'POST'): Recorded => ({
  method,
  url: ORIGIN + url,
  fields,
  carries: {},
})
const sends = ({ method, url, fields }: Recorded) => ({
  method,
  url,
  field: (name: string) => (fields === null ? undefined : (fields[name] ?? null)),
})

describe('requestsOf', () => {
  test('two addresses: the browser can lock', () => {
    const got = requestsOf(request('/doc/publish.do?t=17329'), request('/doc/save.do'))
    expect(got).toMatchObject({ lock: 'locked', told: true })
    expect(got.requests).toEqual([{ method: 'POST', url: `${ORIGIN}/doc/publish.do`, body: null }])
    expect(isPublish(sends(request('/doc/publish.do?t=9')), got)).toBe(true)
  })

  test('one address, told by its query: locked by the query', () => {
    const got = requestsOf(request('/doc.do?method=publish&id=31'), request('/doc.do?method=save&id=31'))
    expect(got).toMatchObject({ lock: 'locked', told: true })
    expect(isPublish(sends(request('/doc.do?id=77&method=publish')), got)).toBe(true)
    expect(isPublish(sends(request('/doc.do?id=77&method=save')), got)).toBe(false)
  })

  test.each([
    ['a field of both', { status: '9', title: 'A' }, { status: '1', title: 'A' }, 'status', '9'],
    ['a field of 发布 alone', { title: 'A', publish: '1' }, { title: 'A' }, 'publish', '1'],
    [
      'the telling one before others that differ',
      { n: 'a', ts: '1732900000', optype: 'pub' },
      { n: 'b', ts: '1732900009', optype: 'draft' },
      'optype',
      'pub',
    ],
  ])('one address, told by %s: guarded', (_, publish, save, field, equals) => {
    const got = requestsOf(request('/save', publish), request('/save', save))
    expect(got).toMatchObject({ lock: 'guard-only', told: true })
    expect(got.requests[0]?.body).toEqual({ field, equals })
  })

  test('a field of 保存 alone: what lacks it publishes', () => {
    const save = request('/save', { title: 'A', draft: '1' })
    const got = requestsOf(request('/save', { title: 'A' }), save)
    expect(got).toMatchObject({ lock: 'guard-only', told: true })
    expect(isPublish(sends(save), got)).toBe(false)
  })

  test.each([
    ['nothing differs', { title: 'A' }, { title: 'A' }],
    ['only a time differs', { title: 'A', ts: '1732900000' }, { title: 'A', ts: '1732900009' }],
    ['the bodies cannot be read', null, null],
  ])('%s: said, and nothing is held by its request', (_, publish, save) => {
    expect(requestsOf(request('/save', publish), request('/save', save))).toEqual({
      requests: [],
      saves: [],
      lock: 'guard-only',
      told: false,
    })
  })

  test('a save is never taken for a publish, and what was pressed always is one or is said', () => {
    const value = fc.constantFrom('1', '9', 'save', 'publish', '1732900000', '')
    const fields = fc.dictionary(fc.constantFrom('status', 'op', 'title', 'ts', 'x'), value, { maxKeys: 4 })
    const address = fc.constantFrom(
      '/save',
      '/publish',
      '/a/31/save',
      '/doc.do?op=save',
      '/doc.do?op=publish',
      '/doc.do?status=1',
    )
    const one = fc
      .tuple(address, fc.option(fields), fc.constantFrom('GET', 'POST', 'PUT'))
      .map(([url, body, method]) => request(url, body, method))
    fc.assert(
      fc.property(one, one, (publish, save) => {
        const got = requestsOf(publish, save)
        expect(isPublish(sends(save), got)).toBe(false)
        expect(isPublish(sends(publish), got)).toBe(got.told)
        // The browser's own lock reads addresses only, and must not stop the save either.
        const locks = got.lock === 'locked' ? got.requests : []
        const stopsSave = locks.some(
          ({ method, url }) => method === save.method && new RegExp(addressRegex(url, true), 'i').test(save.url),
        )
        expect(stopsSave).toBe(false)
      }),
      { numRuns: 1000 },
    )
  })
})

test.each([
  ['/wcm/document_edit.jsp?DocumentId=20318&ChannelId=77', '/wcm/document_edit.jsp?DocumentId=9&ChannelId=3', true],
  ['/wcm/document_edit.jsp?DocumentId=20318', '/wcm/document_edit.jsp', true],
  ['/wcm/document_edit.jsp?DocumentId=20318', '/wcm/document_list.jsp?DocumentId=20318', false],
  ['/index.php?m=content&a=edit&id=5', '/index.php?m=content&a=edit&id=6', true],
  ['/index.php?m=content&a=edit&id=5', '/index.php?m=content&a=editor&id=6', false],
  ['/index.php?m=content&a=edit&id=5', '/index.php?m=content&a=list', false],
  ['/articles/8812/edit', '/articles/7/edit', true],
  ['/articles/8812/edit', '/articles/7/view', false],
])('a page learnt at %s knows %s: %s', (learnt, other, known) => {
  expect(pageGlobs(ORIGIN + learnt).some((glob) => matchesGlob(glob, ORIGIN + other))).toBe(known)
})

test('an address keeps its words and loses its numbers', () => {
  expect(addressGlob(`${ORIGIN}/a/8812/b/3f2a9c77e1d04b6c/save.do?x=1`)).toBe(`${ORIGIN}/a/*/b/*/save.do`)
})
