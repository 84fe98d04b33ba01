import { describe, expect, it } from 'vitest'
import { contentHash } from './content-hash.ts'
import vectors from './content-hash.vectors.json' with { type: 'json' }
import { Draft } from './draft.ts'

const base: Draft = Draft.parse(vectors[0]?.draft)
const html = (source: string): Draft => ({ ...base, body: { format: 'html', source } })

describe('content hash, version 1', () => {
  it.each(vectors.map((vector) => [vector.name, vector] as const))('vector: %s', (_, vector) => {
    expect(contentHash(Draft.parse(vector.draft))).toBe(vector.hash)
  })

  it.each([
    ['formatting', '<p><strong>一</strong>二三</p>'],
    ['attributes and comments', '<p class="x" style="color:red">一二<!-- -->三</p>'],
    ['an entity for a character', '<p>一&#20108;三</p>'],
    ['empty paragraphs and indentation', '\n\t<p>&nbsp;</p>\n\t<p>&nbsp;&nbsp;一二三</p>'],
  ])('is the same whatever the editor made of it: %s', (_, source) => {
    expect(contentHash(html(source))).toBe(contentHash(html('<p>一二三</p>')))
  })

  const changed: [string, Draft][] = [
    ['a character', html('<p>一二四</p>')],
    ['a block', html('<p>一</p><p>二三</p>')],
    ['a link', html('<p><a href="/x">一二三</a></p>')],
    ['an image', html('<p>一二三<img src="/x.png"></p>')],
    ['the title', { ...html('<p>一二三</p>'), title: '另一题' }],
    ['the channel', { ...html('<p>一二三</p>'), channel: '另一栏' }],
    ['the disclosure class', { ...html('<p>一二三</p>'), disclosureClass: 'withheld' }],
    [
      'an attachment of the same name',
      { ...html('<p>一二三</p>'), attachments: [{ name: 'a.pdf', size: 9, sha256: 'f'.repeat(64), url: null }] },
    ],
    ['an interpretation', { ...html('<p>一二三</p>'), interpretations: [] }],
  ]
  it.each(changed)('differs when a reader could notice: %s', (_, draft) => {
    expect(contentHash(draft)).not.toBe(contentHash(html('<p>一二三</p>')))
  })

  it('does not depend on what a reader does not get', () => {
    expect(contentHash({ ...base, department: '某科', unread: [{ what: '附件', why: '未读' }] })).toBe(
      contentHash(base),
    )
  })

  it('takes a lone surrogate as what a form would send', () => {
    expect(contentHash(html('<p>一\uD800</p>'))).toBe(contentHash(html('<p>一\uFFFD</p>')))
  })
})
