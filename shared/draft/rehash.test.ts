import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readBlocks } from './blocks.ts'
import { contentHash } from './content-hash.ts'
import type { Draft } from './draft.ts'
import { ContentHasher } from './rehash.ts'
import { BodyReader } from './reread.ts'

const base: Omit<Draft, 'body'> = {
  ...{
    site: 'https://bureau.example/',
    title: '通知',
    documentNumber: '泉教办〔2026〕1号',
    channel: null,
    disclosureClass: null,
  },
  ...{ datedOn: null, department: null, source: null, attachments: [], interpretations: null, unread: [] },
}
const paragraphs = fc.array(fc.string({ unit: 'grapheme', maxLength: 12 }), { maxLength: 30 })
const change = fc.record({ at: fc.nat(30), text: fc.string({ unit: 'grapheme', maxLength: 6 }), title: fc.boolean() })

it('is the content hash, after any edits', () => {
  fc.assert(
    fc.property(paragraphs, fc.array(change, { maxLength: 8 }), (first, changes) => {
      const reader = new BodyReader()
      const hasher = new ContentHasher()
      const texts = [...first]
      let draft: Draft = { ...base, body: { format: 'html', source: '' } }
      for (const { at, text, title } of [{ at: 0, text: '', title: false }, ...changes]) {
        if (title) draft = { ...draft, title: text, attachments: [{ name: text, size: 1, sha256: null, url: null }] }
        else texts[Math.min(at, texts.length)] = text
        const source = texts.map((one) => `<p>${one.replace(/[<&]/g, '')}</p>`).join('')
        draft = { ...draft, body: { format: 'html', source } }
        const expected = contentHash(draft, readBlocks(draft.body, draft.site))
        expect(hasher.hash(draft, reader.read(draft.body, draft.site))).toBe(expected)
      }
    }),
    { numRuns: 400 },
  )
})
