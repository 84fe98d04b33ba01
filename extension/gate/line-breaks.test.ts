import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBlocks } from '#shared/draft/blocks.ts'
import { submittedBody } from './line-breaks.ts'

const classic = {
  surface: 'tinymce',
  selector: '#a',
  format: 'html',
  submitField: 'content',
  lineBreaks: true,
} as const
const textsOf = (source: string): string[] =>
  readBlocks({ format: 'html', source }, 'http://x.cn/').blocks.map(({ text }) => text)

describe('submittedBody', () => {
  it('reads the lines of the classic editor as the public page will show them', () => {
    const source =
      '第一段\r\n\r\n第二段\n换行\n<ul>\n \t<li>一</li>\n</ul>\n<pre>甲\n乙</pre><!-- a\nb --><a\nhref="/x">链接</a>尾'
    expect(textsOf(submittedBody(source, classic))).toEqual(['第一段', '第二段', '换行', '一', '甲 乙', '链接尾'])
  })

  it('leaves every other editor’s body alone', () => {
    const { lineBreaks: _, ...other } = classic
    fc.assert(fc.property(fc.string(), (source) => submittedBody(source, other) === source))
  })

  it('is linear on unclosed tags', () => {
    expect(submittedBody('<'.repeat(20_000), classic)).toHaveLength(20_000)
  })
})
