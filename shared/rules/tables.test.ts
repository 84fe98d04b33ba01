import { describe, expect, it } from 'vitest'
import { readBlocks } from '../draft/blocks.ts'
import { above, cellAt, gridsOf, rowOf } from './tables.ts'
import { blocksView } from './text-view.ts'

function viewOf(source: string, format: 'html' | 'text') {
  return blocksView('body', readBlocks({ format, source }, 'https://jyj.example.gov.cn/').blocks)
}

function textsOf(source: string, format: 'html' | 'text') {
  return gridsOf(viewOf(source, format)).map((grid) => grid.rows.map((row) => row.map((cell) => cell.text)))
}

const LIST = [
  ['姓名', '学校', '住址'],
  ['张三', '一中', '东街'],
]

describe('the same list, however it was pasted', () => {
  it.each([
    [
      'markup',
      '<table><tr><td>姓 名</td><td>学校</td><td>住址</td></tr><tr><td>张三</td><td>一中</td><td>东街</td></tr></table>',
      'html',
    ],
    ['tabs', '姓名\t学校\t住址\n张三\t一中\t东街', 'text'],
    ['bars', '姓名｜学校｜住址\n张三｜一中｜东街', 'text'],
    ['words in columns', '<p>姓名 学校 住址</p><p>张三 一中 东街</p>', 'html'],
    ['commas', '<p>姓名，学校，住址</p><p>张三，一中，东街</p>', 'html'],
  ] as const)('%s', (_, source, format) => {
    expect(textsOf(source, format)).toEqual([LIST])
  })
})

describe('cells', () => {
  it('keep their column under a colspan, and know what stands above and beside them', () => {
    const view = viewOf(
      '<table><tr><td colspan="2">名单</td><td>住址</td></tr><tr><td>张三</td><td>一中</td><td>东街</td></tr></table>',
      'html',
    )
    const { grid, cell } = cellAt(view, view.places.find((place) => place.text === '东街')!)!
    expect(above(grid, cell).map((one) => one.text)).toEqual(['住址'])
    expect(rowOf(grid, cell).map((one) => one.text)).toEqual(['张三', '一中'])
  })

  it('of several lines are one, from the first character to the last', () => {
    const source = '<table><tr><td><p>3505</p><p>02</p></td></tr></table>'
    const cell = gridsOf(viewOf(source, 'html'))[0]!.rows[0]![0]!
    expect(cell.text).toBe('350502')
    expect(source.slice(cell.span.start, cell.span.end)).toBe('3505</p><p>02')
  })

  it('that lay out a page are none, and prose with commas is no list', () => {
    expect(textsOf(`<table><tr><td>${'<p>段落</p>'.repeat(20)}</td></tr></table>`, 'html')).toEqual([[]])
    expect(textsOf('公示姓名、学校、班级等信息。\n不得公示住址。', 'text')).toEqual([])
    expect(textsOf('公示内容为姓名，学校，班级\n其余不得公示', 'text')).toEqual([])
  })
})
