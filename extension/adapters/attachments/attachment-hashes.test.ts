import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Draft } from '#shared/draft/draft.ts'
import { demoProfiles } from '../profiles/demo.ts'
import { AttachmentHashes } from './attachment-hashes.ts'
import { MOST_BYTES } from './read-file.ts'

const ORIGIN = 'http://localhost:4180'
const document = { baseURI: `${ORIGIN}/admin/edit?id=1`, location: { origin: ORIGIN } as Location }
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A back office that counts what is asked of it. */
function office(answer: (url: string, init: RequestInit) => Response | Promise<Response>) {
  const asked: string[] = []
  const stop = new AbortController()
  let changes = 0
  const host = {
    fetch: async (url: string, init: RequestInit) => {
      asked.push(url)
      return answer(url, init)
    },
    changed: () => {
      changes += 1
    },
    progress: () => {},
  }
  const hashes = new AttachmentHashes(demoProfiles(ORIGIN)[0]!, host, stop.signal)
  let draft = draftWith([])
  const fill = (...files: Files) => {
    draft = draftWith(files)
    return hashes.fill(draft, document)
  }
  const settle = (...files: Files) => hashes.settle(files.length === 0 ? draft : draftWith(files), document)
  return { fill, settle, asked, stop, changes: () => changes }
}

type Files = [name: string, url: string | null, size: number | null][]

const draftWith = (files: Files): Draft =>
  ({
    attachments: files.map(([name, url, size]) => ({ name, url, size, sha256: null })),
    unread: [],
  }) as unknown as Draft

const file = (text: string, headers: Record<string, string> = {}): Response =>
  new Response(text, { headers: { 'content-type': 'application/octet-stream', ...headers } })

describe('附件的指纹', () => {
  test('a file is pending, then pinned by its own bytes and their number; a key press downloads nothing', async () => {
    const { fill, settle, asked, changes } = office(() => file('名单'))
    const before = fill(['名单.xlsx', '/files/1/a.xlsx', 5])
    expect(before.attachments).toMatchObject([{ sha256: null, size: 5 }])
    expect(before.unread).toMatchObject([{ what: '附件“名单.xlsx”' }])
    await settle()
    for (let press = 0; press < 100; press++)
      expect(fill(['名单.xlsx', '/files/1/a.xlsx', 5])).toMatchObject({
        attachments: [{ name: '名单.xlsx', size: 6, sha256: sha256('名单') }],
        unread: [],
      })
    expect(asked).toEqual([`${ORIGIN}/files/1/a.xlsx`])
    expect(changes()).toBe(1)
  })

  test('settle reads the files of a page that was not read before', async () => {
    const { fill, settle } = office(() => file('名单'))
    await settle(['名单.xlsx', '/files/1/a.xlsx', 6])
    expect(fill(['名单.xlsx', '/files/1/a.xlsx', 6])).toMatchObject({
      attachments: [{ sha256: sha256('名单') }],
      unread: [],
    })
  })

  test('settle sees another file behind the same link, of the same name and size', async () => {
    let inside = '甲'
    const { fill, settle, changes } = office(() => file(inside))
    fill(['a.doc', '/f/1', 3])
    await settle()
    inside = '乙'
    expect(fill(['a.doc', '/f/1', 3]).attachments![0]!.sha256).toBe(sha256('甲'))
    await settle()
    expect(fill(['a.doc', '/f/1', 3]).attachments![0]!.sha256).toBe(sha256('乙'))
    expect(changes()).toBe(2)
    await settle()
    expect(changes()).toBe(2)
  })

  test('a strong ETag saves the download; a weak one vouches for no bytes', async () => {
    for (const [etag, strong] of [
      ['"v1"', true],
      ['W/"v1"', false],
    ] as const) {
      const conditions: (string | null)[] = []
      const { fill, settle } = office((_, init) => {
        const condition = new Headers(init.headers).get('if-none-match')
        conditions.push(condition)
        return condition === etag ? new Response(null, { status: 304 }) : file('x', { etag })
      })
      fill(['a.doc', '/f/1', 1])
      await settle()
      await settle()
      expect(fill(['a.doc', '/f/1', 1]).attachments![0]!.sha256).toBe(sha256('x'))
      expect(conditions).toEqual([null, strong ? etag : null])
    }
  })

  test.each([
    ['no link', null, '没有下载链接'],
    ['a script for a link', 'javascript:void(0)', '没有下载链接'],
    ['another site', 'https://files.example.cn/a.pdf', '别的网址（files.example.cn）'],
    ['a link that publishes', '/admin/publish?id=1', '发布或保存的地址'],
    ['a link that saves', '/admin/save?id=1', '发布或保存的地址'],
  ])('%s is never asked for, and says so', async (_, url, why) => {
    const { fill, settle, asked } = office(() => file('x'))
    fill(['a.pdf', url, 1])
    await settle()
    const { attachments, unread } = fill(['a.pdf', url, 1])
    expect(attachments).toMatchObject([{ sha256: null, size: 1 }])
    expect(unread).toMatchObject([{ what: '附件“a.pdf”', why: expect.stringContaining(why) }])
    expect(asked).toEqual([])
  })

  test.each<[string, () => Response | Promise<Response>, string]>([
    ['no right to it', () => new Response('', { status: 403 }), '403'],
    ['gone', () => new Response('', { status: 404 }), '404'],
    ['the login page', () => file('<html>', { 'content-type': 'text/html; charset=utf-8' }), '网页而不是文件'],
    ['somewhere else', () => Object.defineProperty(file('x'), 'redirected', { value: true }), '转到了别处'],
    ['too large by its header', () => file('x', { 'content-length': String(MOST_BYTES + 1) }), '100 MB'],
    ['too large when it comes', () => new Response(endless()), '100 MB'],
    ['a broken line', () => Promise.reject(new TypeError('Failed to fetch')), '中断'],
  ])('%s: no hash, and the reason by name', async (_, answer, why) => {
    const { fill, settle } = office(answer)
    fill(['a.pdf', '/f/1', 9])
    await settle()
    const { attachments, unread } = fill(['a.pdf', '/f/1', 9])
    expect(attachments).toMatchObject([{ sha256: null, size: 9 }])
    expect(unread).toMatchObject([{ what: '附件“a.pdf”', why: expect.stringContaining(why) }])
  })

  test('the hash is that of the bytes, however they are cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.uint8Array({ maxLength: 50 }), { maxLength: 20 }), async (chunks) => {
        const { fill, settle } = office(() => new Response(streamOf(chunks)))
        fill(['a.bin', '/f/1', null])
        await settle()
        const bytes = Buffer.concat(chunks)
        expect(fill(['a.bin', '/f/1', null]).attachments).toMatchObject([
          { size: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
        ])
      }),
      { numRuns: 50 },
    )
  })

  test('nothing is read after the page was left', async () => {
    const { fill, settle, asked, stop } = office(() => file('x'))
    stop.abort()
    fill(['a.doc', '/f/1', 1])
    await settle()
    expect(asked).toEqual([])
  })
})

function streamOf(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  const left = [...chunks]
  return new ReadableStream({
    pull(controller) {
      const next = left.shift()
      if (next === undefined) controller.close()
      else controller.enqueue(next)
    },
  })
}

function endless(): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(8 * 1024 * 1024)
  return new ReadableStream({ pull: (controller) => controller.enqueue(chunk) })
}
