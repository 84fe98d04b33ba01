import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packs } from '../packs/index.ts'
import type { Term } from '../term-list.ts'
import { csvRecords } from './csv.ts'
import { formatTermFile, parseTermFile } from './term-file.ts'

const word = fc
  .string({
    unit: fc.constantFrom('布', '署', '甲', '乙', ',', '"', '/', '|', ';', '\\', '→', '=>', '\n', 'a', ' ', '𠀀', '：'),
    minLength: 2,
    maxLength: 12,
  })
  .map((text) => `词${text}语`)
  .chain((text) => fc.constantFrom('', '=', '+', '-', '@', '＝', "'", "'=", "''@").map((lead) => lead + text))
const condition = fc.record(
  {
    any: fc.array(word, { minLength: 1, maxLength: 3 }),
    within: fc.oneof(fc.constantFrom('sentence', 'block', 'draft'), fc.integer({ min: 0, max: 1000 })),
    order: fc.constantFrom('before', 'after'),
  },
  { requiredKeys: ['any'] },
)
const term = fc.record(
  {
    term: word,
    instead: word,
    except: fc.array(word, { minLength: 1, maxLength: 3 }),
    with: fc.array(condition, { minLength: 1, maxLength: 3 }),
    without: fc.array(condition, { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ['term'] },
) as fc.Arbitrary<Term>

describe('term files', () => {
  it.each(Object.entries(packs).filter(([, pack]) => pack.terms.length > 0))(
    'parse ∘ format = identity for pack %s',
    (_, pack) => {
      for (const list of pack.terms) expect(parseTermFile(formatTermFile(list.terms)).terms).toEqual(list.terms)
    },
  )

  it('parse ∘ format = identity for any terms', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(term, { selector: (one) => one.term.replace(/\s|：/g, ''), maxLength: 8 }),
        (terms) => {
          const { terms: back, leftOut } = parseTermFile(formatTermFile(terms))
          expect(back.length + leftOut.length).toBe(terms.length)
          expect(back).toEqual(terms.filter((one) => back.some((other) => other.term === one.term)))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('reads what people have: plain lines, arrows, tabs, a header in another order', () => {
    expect(parseTermFile('布署\n拔款\n').terms.map((one) => one.term)).toEqual(['布署', '拔款'])
    expect(parseTermFile('布署=>部署\r\n拔款\t拨款').terms).toEqual([
      { term: '布署', instead: '部署' },
      { term: '拔款', instead: '拨款' },
    ])
    expect(parseTermFile('\uFEFF正确写法,错词,例外\n部署,布署,公布署名|发布署名').terms).toEqual([
      { term: '布署', instead: '部署', except: ['公布署名', '发布署名'] },
    ])
  })

  it('tells every line that it leaves out, and why', () => {
    const { terms, blank, leftOut } = parseTermFile('布署\n\n的\n布署\nＡＢ\nab\n"长\n词"\n')
    expect(terms.map((one) => one.term)).toEqual(['布署', 'ＡＢ', '长\n词'])
    expect(blank).toBe(1)
    expect(leftOut).toEqual([
      { line: 3, text: '的', sentence: '只有一个字，会到处命中，请写成词语' },
      { line: 4, text: '布署', sentence: '与第 1 行重复' },
      { line: 6, text: 'ab', sentence: '与第 5 行重复' },
    ])
  })

  it('shows what ordinary prose would hit', () => {
    const { frequent, perTenThousand, leftOut } = parseTermFile('工作\n校园\n布署')
    expect(leftOut).toEqual([
      { line: 1, text: '工作', sentence: expect.stringMatching(/每万字命中 \d+ 次，上限 1 次/) },
    ])
    expect(frequent[0]?.term).toBe('校园')
    expect(perTenThousand).toBeGreaterThan(0.1)
    expect(parseTermFile('错误写法,同现\n工作,同句:涉嫌').terms).toHaveLength(1)
  })

  it('takes half a million lines and any text', { timeout: 60_000 }, () => {
    const lines = Array.from({ length: 500_000 }, (_, at) =>
      at % 7 === 0 ? '' : at % 5 === 0 ? '的' : `词语${at % 300_000}`,
    )
    const preview = parseTermFile(lines.join('\n'))
    const told = preview.terms.length + preview.blank + preview.leftOut.length + preview.moreLeftOut
    expect(told).toBe(500_000)
    expect(preview.terms.length).toBeLessThanOrEqual(200_000)
    expect(() => parseTermFile(`"${'甲'.repeat(2_000_000)}`)).not.toThrow()
  })

  it('counts lines of CSV across quoted line ends', () => {
    expect([...csvRecords('a,"b\r\nc"\r\nd\n\ne')]).toEqual([
      { line: 1, cells: ['a', 'b\r\nc'] },
      { line: 3, cells: ['d'] },
      { line: 4, cells: [''] },
      { line: 5, cells: ['e'] },
    ])
  })
})
