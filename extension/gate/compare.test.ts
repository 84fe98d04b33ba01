import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentHash } from '#shared/draft/content-hash.ts'
import type { Draft } from '#shared/draft/draft.ts'
import { demoProfiles } from '../adapters/profiles/demo.ts'
import { compareSent } from './compare.ts'
import { sentOf } from './sent.ts'

const profile = demoProfiles('http://localhost:4180')[0]!
const draft: Draft = {
  site: profile.site,
  title: '关于做好校服管理的通知',
  documentNumber: '泉教办〔2026〕1号',
  channel: '政策文件',
  disclosureClass: 'proactive',
  datedOn: '2026-06-01',
  department: '办公室',
  source: '',
  body: { format: 'html', source: '<p>各县（市、区）教育局：</p><p>请做好<b>校服</b>管理。</p>' },
  attachments: [{ name: '附件1.docx', size: 1024, sha256: null, url: '/f/1' }],
  interpretations: null,
  unread: [],
}
const released = { draft, contentHash: contentHash(draft) }
const fields: Record<string, string> = {
  title: draft.title,
  documentNumber: draft.documentNumber!,
  channel: draft.channel!,
  disclosureClass: '主动公开',
  datedOn: '2026年6月1日',
  content: draft.body.source,
}

const base = { method: 'POST', url: 'http://localhost:4180/admin/publish', tabId: 1, requestId: '1' }
const form = (given: Record<string, unknown[]>) =>
  sentOf({ ...base, requestBody: { formData: given as Record<string, string[]> } }, 'utf-8')
const formOf = (given: Record<string, string>) =>
  form(Object.fromEntries(Object.entries(given).map(([name, value]) => [name, [value]])))
const rawOf = (text: string, charset = 'utf-8') =>
  sentOf({ ...base, requestBody: { raw: [{ bytes: new TextEncoder().encode(text).buffer }] } }, charset)
const compare = (sent: ReturnType<typeof form>) => compareSent(sent, released, profile, contentHash)

describe('compareSent', () => {
  test('what was released, by form, urlencoded text and JSON', () => {
    expect(compare(formOf(fields))).toBe('match')
    expect(compare(rawOf(new URLSearchParams(fields).toString()))).toBe('match')
    expect(compare(rawOf(JSON.stringify(fields)))).toBe('match')
  })

  test('line breaks as forms send them, and markup that leaves no trace, are no difference', () => {
    expect(compare(formOf({ ...fields, content: `${fields.content}\r\n<!-- x -->` }))).toBe('match')
  })

  test('any readable change of any field differs', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(fields)),
        fc.stringMatching(/^[\u4e00-\u4e50]{1,4}$/),
        (name, more) => {
          expect(compare(formOf({ ...fields, [name]: `${more}${fields[name]}` }))).toBe('differs')
        },
      ),
    )
  })

  test('a field that is not there, twice there, or not readable is unverifiable, and never a match', () => {
    const { content, ...without } = fields
    expect(compare(formOf(without))).toBe('unverifiable')
    expect(
      compare(
        form({
          ...Object.fromEntries(Object.entries(fields).map(([n, v]) => [n, [v]])),
          content: [content, '<p>另一份</p>'],
        }),
      ),
    ).toBe('unverifiable')
    expect(compare(sentOf({ ...base, requestBody: { raw: [{ file: '/tmp/x' }] } }, 'utf-8'))).toBe('unverifiable')
    expect(compare(sentOf({ ...base, requestBody: {} }, 'utf-8'))).toBe('unverifiable')
  })

  test('one readable difference is enough, whatever cannot be read', () => {
    const { content: _, ...without } = fields
    expect(compare(formOf({ ...without, title: '另一个标题' }))).toBe('differs')
  })

  test('a request that nothing was released for is extra', () => {
    expect(compareSent(formOf(fields), null, profile, contentHash)).toBe('extra')
  })

  test('bytes are read in the charset that the profile names, or not at all', () => {
    const gbk = new Uint8Array([0xd0, 0xa3, 0xb7, 0xfe]).buffer
    const sent = (charset: string) => sentOf({ ...base, requestBody: { formData: { title: [gbk] } as never } }, charset)
    expect(sent('gbk').field('title')).toBe('校服')
    expect(sent('utf-8').field('title')).toBeUndefined()
  })
})
