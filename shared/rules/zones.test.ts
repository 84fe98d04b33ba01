import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findZones } from './zones.ts'

const shown = (text: string) => findZones(text).map(({ kind, start, end }) => `${kind}:${text.slice(start, end)}`)

describe('zones', () => {
  it.each([
    ['他说“罪犯”二字', ['quotation:“罪犯”']],
    ['《关于〈某办法〉的通知》', ['title:《关于〈某办法〉的通知》', 'title:〈某办法〉']],
    ['所谓"最佳"机构', ['quotation:"最佳"']],
    [
      '《义务教育法》第十二条规定，适龄儿童免试入学。另',
      ['statute:《义务教育法》第十二条规定，适龄儿童免试入学。', 'title:《义务教育法》'],
    ],
    ['没有关的“引号', []],
    ['多出来的》书名号', []],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected)
  })

  it('begin and end with marks, nest or stand apart, and take any text', () => {
    const piece = fc.constantFrom(
      '“',
      '”',
      '《',
      '》',
      '〈',
      '〉',
      '"',
      '「',
      '」',
      '文',
      '第三条',
      '条例',
      '。',
      '\uD800',
      '𠀀',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('')
        const zones = findZones(text).filter((zone) => zone.kind !== 'statute')
        for (const zone of zones) {
          expect('“‘「『《〈"').toContain(text[zone.start])
          expect('”’」』》〉"').toContain(text[zone.end - 1])
          for (const other of zones) {
            const apart = other.end <= zone.start || zone.end <= other.start
            const nested = (a: typeof zone, b: typeof zone) => a.start <= b.start && b.end <= a.end
            expect(apart || nested(zone, other) || nested(other, zone)).toBe(true)
          }
        }
      }),
      { numRuns: 1000 },
    )
  })
})
