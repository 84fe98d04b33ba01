import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBlocks } from './blocks.ts'

const SITE = 'https://jyj.example.gov.cn/zwgk/'
const html = (source: string) => readBlocks({ format: 'html', source }, SITE)
const texts = (source: string) => html(source).blocks.map(({ kind, text }) => `${kind}:${text}`)

describe('canonical blocks of HTML', () => {
  it.each([
    ['formatting leaves no trace', '<p>一<b>二</b><span style="x">三</span></p>', ['paragraph:一二三']],
    ['white space of every kind is one space', '<p> 甲&nbsp;\n\t　乙 </p>', ['paragraph:甲 乙']],
    ['empty paragraphs are dropped', '<p><br></p><p>&nbsp;</p><p>文</p>', ['paragraph:文']],
    ['a line break ends a block', '甲<br>乙', ['paragraph:甲', 'paragraph:乙']],
    [
      'headings, captions and cells',
      '<h2>题</h2><table><caption>表</caption><tr><td><p>格</p></td></tr></table>',
      ['heading:题', 'caption:表', 'cell:格'],
    ],
    [
      'comments, scripts and styles are not text',
      '<!--a--><style>p{}</style><script>x</script><p>文</p>',
      ['paragraph:文'],
    ],
    ['Word residue', '<p class="MsoNormal"><o:p></o:p><span lang="EN-US">文<o:p></o:p></span></p>', ['paragraph:文']],
    ['composes to NFC', '<p>e\u0301</p>', ['paragraph:é']],
    ['zero-width characters stay', '<p>秘\uFEFF密</p>', ['paragraph:秘\uFEFF密']],
    ['unclosed tags', '<div><p>甲<p>乙', ['paragraph:甲', 'paragraph:乙']],
  ])('%s', (_, source, expected) => {
    expect(texts(source)).toEqual(expected)
  })

  it('gives cells the column a reader sees, spans counted', () => {
    const source = '<table><tr><th rowspan=2>A</th><th colspan=2>B</th></tr><tr><td>C</td><td>D</td></tr></table>'
    expect(html(source).blocks.map(({ text, cell }) => `${text}${cell?.row},${cell?.column}`)).toEqual([
      'A0,0',
      'B0,1',
      'C1,1',
      'D1,2',
    ])
  })

  it('resolves links and images against the public site, in order', () => {
    const { links, images } = html(
      '<a href="/a.pdf">附</a><img src="../b.png"><a href="javascript:void(0)">x</a><a>无</a>',
    )
    expect(links).toEqual(['https://jyj.example.gov.cn/a.pdf', 'javascript:void(0)'])
    expect(images).toEqual(['https://jyj.example.gov.cn/b.png'])
  })

  it('keeps the text of a link and knows what a reader does not see', () => {
    const [seen, hidden] = html(
      '<a href="/x">看<b>得</b>见</a><div style="display: none"><a href="/y">看不见</a></div>',
    ).references
    expect([seen?.text, seen?.hidden]).toEqual(['看得见', false])
    expect([hidden?.text, hidden?.hidden]).toEqual(['看不见', true])
  })
})

describe('canonical blocks of plain text', () => {
  it('reads lines as paragraphs and tabbed lines as table rows', () => {
    const { blocks } = readBlocks({ format: 'text', source: '题\n姓名\t学校\r\n张三\t一小\n\n文' }, SITE)
    expect(
      blocks.map(
        ({ kind, text, cell }) => `${kind}:${text}:${cell?.table ?? ''}${cell?.row ?? ''}${cell?.column ?? ''}`,
      ),
    ).toEqual(['paragraph:题:', 'cell:姓名:000', 'cell:学校:001', 'cell:张三:010', 'cell:一小:011', 'paragraph:文:'])
  })
})

const piece = fc.constantFrom(
  '<p>',
  '</p>',
  '<b>',
  '</b>',
  '<td>',
  '<table><tr>',
  '</table>',
  '<br>',
  '&nbsp;',
  '&amp;',
  '&#x20000;',
  ' ',
  '\n',
  '<',
  '&',
  '<!--',
  '-->',
  '秘',
  '密',
  'e\u0301',
  '𠀀',
  '\uD800',
  'a1',
  '<a href="x">',
  '</a>',
)
const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

describe('the map back to the source', () => {
  it('never throws, is monotonic, and every verbatim character stands where the map says', () => {
    fc.assert(
      fc.property(soup, (source) => {
        let before = 0
        for (const block of html(source).blocks) {
          for (let at = 0; at < block.text.length; at += 1) {
            const start = block.toSource(at)
            const end = block.toSourceEnd(at + 1)
            expect(start).toBeGreaterThanOrEqual(before)
            expect(end).toBeGreaterThan(start)
            before = start
            if (end - start === 1 && block.text[at] !== ' ') expect(source[start]).toBe(block.text[at])
          }
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('reading a slice again gives the text it was taken from', () => {
    const source = '<p>甲<b>乙&nbsp;</b> 丙&amp;丁</p>'
    const [block] = html(source).blocks
    expect(source.slice(block?.toSource(1), block?.toSourceEnd(4))).toBe('乙&nbsp;</b> 丙')
  })
})
