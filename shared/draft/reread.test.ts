import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Canonical } from './block.ts'
import { readBlocks } from './blocks.ts'
import { coreOf } from './moved-block.ts'
import { BodyReader } from './reread.ts'

const SITE = 'https://bureau.example/'
const piece = fc.constantFrom(
  ...[
    '<p>',
    '</p>',
    '<b>',
    '</b>',
    '<br>',
    '<a href="/x.pdf">',
    '</a>',
    '<td>',
    '<tr>',
    '<table>',
    '</table>',
    '<!-- 注 > 释 -->',
  ],
  ...[
    '<img src="a.png" alt="图">',
    '<A HREF="/y.pdf">',
    '<textarea>',
    '</textarea>',
    '<b title="甲 > 乙">',
    '&nbsp;',
    '&amp',
    ';',
    '&',
    '<',
    '>',
    ' ',
    '\n',
    '　',
    '公文',
    '招生工作',
    'é',
    'e\u0301',
    '１２',
  ],
  ...[
    '<span style="display:none">',
    '</span>',
    '<script>x > 1</script>',
    '<style>',
    '</style>',
    '<h2>',
    '</h2>',
    '\uD83D',
  ],
)
const html = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  gone: fc.nat(4),
  put: fc.oneof(piece, fc.constant('')),
})

function edited(source: string, { at, gone, put }: { at: number; gone: number; put: string }): string {
  const start = Math.floor(at * source.length)
  return source.slice(0, start) + put + source.slice(start + gone)
}

/** Everything there is to know of a reading, maps included. */
function shown({ blocks, ...rest }: Canonical) {
  const offsets = (text: string) => Array.from({ length: text.length + 1 }, (_, offset) => offset)
  return {
    ...rest,
    blocks: blocks.map(({ toSource, toSourceEnd, ...block }) => ({
      ...block,
      from: offsets(block.text).map((offset) => toSource(offset)),
      to: offsets(block.text).map((offset) => toSourceEnd(offset)),
    })),
  }
}

describe('a body that is edited', () => {
  it('reads as if it were read anew, whatever the edits', () => {
    fc.assert(
      fc.property(fc.constantFrom('html', 'text'), html, fc.array(edit, { maxLength: 8 }), (format, first, edits) => {
        const reader = new BodyReader()
        let source = first
        expect(shown(reader.read({ format, source }, SITE))).toEqual(shown(readBlocks({ format, source }, SITE)))
        for (const one of edits) {
          source = edited(source, one)
          expect(shown(reader.read({ format, source }, SITE))).toEqual(shown(readBlocks({ format, source }, SITE)))
        }
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ['the end of a comment is taken away', '<p>甲<!-- 注 > 释 -->乙&</p>', '<p>甲<!-- 注 > 释 ->乙&</p>'],
    ['a word is typed into a comment', '<p>甲<!-- 注 > 释 -->乙</p>', '<p>甲<!-- 注 > 解释 -->乙</p>'],
    ['a word is typed into an attribute', '<p>甲<b title="注 > 释">乙</b></p>', '<p>甲<b title="注 > 解释">乙</b></p>'],
    [
      'a word is typed in a text area, where a tag is text',
      '<textarea><p>甲</textarea>',
      '<textarea><p>甲乙</textarea>',
    ],
    [
      'a word is typed in a link that another is in',
      '<a href="/x"><p><a href="/y"></a>乙',
      '<a href="/x"><p><a href="/y"></a>甲乙',
    ],
    ['a word is typed in a link in capitals', '<p><A HREF="/x">甲</A></p>', '<p><A HREF="/x">甲乙</A></p>'],
  ])('reads as if it were read anew: %s', (_, before, after) => {
    const reader = new BodyReader()
    reader.read({ format: 'html', source: before }, SITE)
    const body = { format: 'html', source: after } as const
    expect(shown(reader.read(body, SITE))).toEqual(shown(readBlocks(body, SITE)))
  })

  it.each([
    ['a word typed at the end of a paragraph', '<p>甲</p><p>乙</p><p>丙</p>', '<p>甲</p><p>乙乙</p><p>丙</p>', [0, 2]],
    ['a word in bold', '<p>甲</p><p>乙<b>二</b></p><p>丙</p>', '<p>甲</p><p>乙<b>二三</b></p><p>丙</p>', [0, 2]],
    ['a new paragraph', '<p>甲</p><p>丙</p>', '<p>甲</p><p>乙</p><p>丙</p>', [0, 2]],
    ['a paragraph less', '<p>甲</p><p>乙</p><p>丙</p>', '<p>甲</p><p>丙</p>', [0, 1]],
  ])('keeps the cores of what was left alone: %s', (_, before, after, kept) => {
    const reader = new BodyReader()
    const old = new Set(reader.read({ format: 'html', source: before }, SITE).blocks.map(coreOf))
    const { blocks } = reader.read({ format: 'html', source: after }, SITE)
    expect(blocks.flatMap((block, index) => (old.has(coreOf(block)) ? [index] : []))).toEqual(kept)
  })
})
