import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contentHash } from '#shared/draft/content-hash.ts'
import type { Draft } from '#shared/draft/draft.ts'
import { changesBetween } from './block-diff.ts'

const draftOf = (paragraphs: readonly string[], title = '通知'): Draft => ({
  site: 'https://jyj.example.gov.cn/',
  title,
  documentNumber: null,
  channel: '通知公告',
  disclosureClass: 'proactive',
  datedOn: null,
  department: null,
  source: null,
  body: { format: 'html', source: paragraphs.map((text) => `<p>${text}</p>`).join('') },
  attachments: [],
  interpretations: [],
  unread: [],
})

describe('changesBetween', () => {
  test('shows the block that moved, with one quiet block on each side', () => {
    const before = draftOf(['一', '二', '三', '四', '五'])
    const after = draftOf(['一', '二', '三改', '四', '五'])
    expect(changesBetween(before, after)).toEqual([
      { kind: 'same', text: '二' },
      { kind: 'removed', text: '三' },
      { kind: 'added', text: '三改' },
      { kind: 'same', text: '四' },
    ])
  })

  test('markup alone is no change; a field is', () => {
    const before = draftOf(['一'])
    const bold = { ...before, body: { format: 'html', source: '<p><b>一</b></p>' } } as const
    expect(changesBetween(before, bold)).toBeNull()
    expect(changesBetween(before, { ...before, title: '公告' })).toEqual(
      expect.arrayContaining([{ kind: 'added', text: '标题：公告' }]),
    )
  })

  test('there is something to show exactly when the hash differs', () => {
    const texts = fc.array(fc.constantFrom('甲', '乙', '丙 丁', ''), { maxLength: 6 })
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        const [before, after] = [draftOf(left), draftOf(right)]
        expect(changesBetween(before, after) === null).toBe(contentHash(before) === contentHash(after))
      }),
    )
  })

  test('a new identity number is not shown whole', () => {
    const changes = changesBetween(draftOf(['一']), draftOf(['一', '350583201503150027']))
    expect(JSON.stringify(changes)).not.toContain('350583201503150027')
  })
})
