import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Level, normalise } from './normalise.ts'

const levels: Level[] = ['exact', 'plain', 'loose']
const plain = (text: string) => normalise(text, 'plain').text
const loose = (text: string) => normalise(text, 'loose').text

describe('plain', () => {
  it.each([
    ['full width', 'ＡＢ１２：（', 'AB12:('],
    ['case', 'abX', 'ABX'],
    ['spaces', 'a\u00A0b\u3000c', 'A B C'],
    ['zero-width, bidi, variation selectors, soft hyphen, BOM', '秘\u200B\u202E\uFE0F\u00AD\uFEFF密', '秘密'],
    ['Kangxi radicals', '⼯⼈', '工人'],
    ['CJK radicals', '⻓⻔⻛', '长门风'],
    ['compatibility ideographs', '\uF9DC', '隆'],
    ['circled and parenthesised', '⑩⑪㈩❿⓫⑴ⓐⒶ⒜', '1011十10111AAA'],
    ['roman numerals', 'Ⅹⅳ', 'XIV'],
    ['mathematical', '𝟏𝐀𝒳', '1AX'],
    ['squared letters and small capitals', '🄰🅐🅰ᴀʀ', 'AAAAR'],
    ['Cyrillic and Greek look-alikes', 'АВХΑ', 'ABXA'],
    ['traditional', '發佈國務院', '发布国务院'],
    ['a traditional key outside the BMP', '𠗣', '㓆'],
  ])('%s', (_, text, expected) => {
    expect(plain(text)).toBe(expected)
  })

  it('leaves official brackets, quotation marks and stops alone', () => {
    expect(plain('泉教办〔2018〕85号《办法》“三同步”。、')).toBe('泉教办〔2018〕85号《办法》“三同步”。、')
  })

  it('keeps characters that are simplified too', () => {
    expect(plain('著名的乾坤')).toBe('著名的乾坤')
  })
})

describe('loose', () => {
  it.each([
    ['spaces and punctuation between', '法 *轮-功', '法轮功'],
    ['repeats', '法法轮轮轮功', '法轮功'],
    ['digit styles', '九⑨❾玖９', '99999'],
    ['tens and zero', '〇两十百', '0210100'],
    ['a character taken apart', '氵去律', '法律'],
  ])('%s', (_, text, expected) => {
    expect(loose(text)).toBe(expected)
  })

  it('never joins over a stop', () => {
    expect(loose('法。轮')).toBe('法。轮')
  })
})

const piece = fc.constantFrom(...'秘密法轮aＡ１⑩㈩發国e\u0301가ᄀ𝟏𠮷\u200B\uFEFF \n。，\uD800𠽖ﬃ')
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(piece, { maxLength: 60 }).map((all) => all.join('')),
)

describe.each(levels)('the map of %s', (level) => {
  it('is monotonic, stays in bounds and never throws', () => {
    fc.assert(
      fc.property(text, (original) => {
        const form = normalise(original, level)
        let before = 0
        for (let at = 0; at < form.text.length; at += 1) {
          const start = form.toOriginal(at)
          const end = form.toOriginalEnd(at + 1)
          expect(start).toBeGreaterThanOrEqual(before)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(original.length)
          before = start
        }
        expect(form.toOriginal(form.text.length)).toBe(original.length)
      }),
      { numRuns: 1000 },
    )
  })
})

describe('properties', () => {
  it.each(['exact', 'plain'] as const)('%s is its own fixed point', (level) => {
    fc.assert(
      fc.property(text, (original) => {
        const once = normalise(original, level).text
        expect(normalise(once, level).text).toBe(once)
      }),
      { numRuns: 1000 },
    )
  })

  it('exact is NFC', () => {
    fc.assert(
      fc.property(text, (original) => {
        expect(normalise(original, 'exact').text).toBe(original.normalize('NFC'))
      }),
    )
  })

  it('a slice of the plain form leads to an original that folds to it', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (original, a, b) => {
        const form = normalise(original, 'plain')
        const [start, end] = [a % (form.text.length + 1), b % (form.text.length + 1)].toSorted((x, y) => x - y) as [
          number,
          number,
        ]
        if (start === end) return
        const slice = original.slice(form.toOriginal(start), form.toOriginalEnd(end))
        expect(plain(slice)).toContain(form.text.slice(start, end))
      }),
    )
  })

  it('random insertions of what loose skips never lose a term', () => {
    const skip = fc.constantFrom(' ', '　', '*', '-', '·', '\u200B', '、', '_', '|')
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...'内部资料注意保存'), fc.array(skip)), { minLength: 2 }),
        (parts) => {
          const term = parts.map(([one]) => one).join('')
          const dodged = parts.map(([one, between]) => one + between.join('')).join('')
          expect(loose(dodged)).toBe(loose(term))
        },
      ),
    )
  })
})
