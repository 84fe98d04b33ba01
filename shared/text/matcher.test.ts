import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UnreadableTable } from './matcher/tables.ts'
import { compileTerms, loadTerms, MOST_TERMS, scanTerms, serialiseTerms } from './matcher.ts'
import { type Level, normalise } from './normalise.ts'

const levels: Level[] = ['exact', 'plain', 'loose']

function scanned(terms: readonly string[], text: string, level: Level): string[] {
  const found: string[] = []
  scanTerms(compileTerms(terms, { level }), text, (start, end, term) => found.push(`${start}-${end} ${term}`))
  return found.sort()
}

/** What `scanTerms` promises, in the plainest words. */
function naive(terms: readonly string[], text: string, level: Level): string[] {
  const form = normalise(text, level)
  const found: string[] = []
  for (const [index, term] of terms.entries()) {
    const own = normalise(term, level).text
    if ([...own].length < 2 || own.length > 255 || own.trim() === '' || /[。\n\r\u2028\u2029]/.test(own)) continue
    for (let at = form.text.indexOf(own); at >= 0; at = form.text.indexOf(own, at + 1))
      found.push(`${form.toOriginal(at)}-${form.toOriginalEnd(at + own.length)} ${index}`)
  }
  return found.sort()
}

// Few letters make many overlaps; the rest is what a table of single units cannot say.
const few = fc.constantFrom(...'内部资料12')
const odd = fc.constantFrom(
  '\u0301',
  'e',
  '\u200B',
  '𠮷',
  '𝟏',
  '⑩',
  '㈩',
  '發',
  '\uD840',
  '\uDFB7',
  'ᄀ',
  '가',
  'ﾊ',
  'ﾞ',
  '。',
  ' ',
  '\n',
  'ﬃ',
  '氵',
  '去',
  '\0',
)
const word = (maxLength: number) =>
  fc
    .array(fc.oneof({ weight: 5, arbitrary: few }, { weight: 1, arbitrary: odd }), { maxLength })
    .map((all) => all.join(''))

describe.each(levels)('%s', (level) => {
  it('finds what a naive search finds', () => {
    fc.assert(
      fc.property(fc.array(word(6), { maxLength: 60 }), word(120), (terms, text) => {
        expect(scanned(terms, text, level)).toEqual(naive(terms, text, level))
      }),
      { numRuns: 600 },
    )
  })

  it('and in any text at all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 4 })),
        fc.string({ unit: 'binary' }),
        (terms, text) => {
          expect(scanned([...terms, text.slice(1, 4)], text, level)).toEqual(
            naive([...terms, text.slice(1, 4)], text, level),
          )
        },
      ),
      { numRuns: 600 },
    )
  })
})

describe('crowded anchors', () => {
  const digits = fc.array(fc.constantFrom(...'01'), { minLength: 2, maxLength: 9 }).map((all) => all.join(''))

  it('finds what a naive search finds', () => {
    fc.assert(
      fc.property(fc.array(digits, { minLength: 60, maxLength: 400 }), fc.array(digits), (terms, parts) => {
        const text = parts.join('')
        expect(scanned(terms, text, 'plain')).toEqual(naive(terms, text, 'plain'))
      }),
      { numRuns: 200 },
    )
  })

  it('finds what a naive search finds where units agree in their low bits, and at the end of the text', () => {
    // 一 and 踀 are 0x4000 apart.
    const unit = fc.constantFrom(...'01一踀')
    const tail = fc.array(unit, { maxLength: 5 }).map((all) => all.join(''))
    fc.assert(
      fc.property(fc.array(tail, { minLength: 30, maxLength: 60 }), fc.array(tail), (tails, parts) => {
        const terms = tails.map((one) => `号0${one}`)
        const text = parts.map((part) => `号0${part}`).join('')
        expect(scanned(terms, text, 'plain')).toEqual(naive(terms, text, 'plain'))
      }),
      { numRuns: 200 },
    )
  })

  it('beside terms that are not, and equal terms each by its own index', () => {
    const numbers = Array.from({ length: 300 }, (_, index) => `泉教办〔2018〕${index}号`)
    const terms = [...numbers, '政策解读', ...numbers, '策解', ...Array.from({ length: 20 }, () => '策解')]
    const text = `见泉教办〔2018〕85号和泉教办〔2018〕185号的政策解读`
    expect(scanned(terms, text, 'plain')).toEqual(naive(terms, text, 'plain'))
    expect(scanned(terms, text, 'plain')).toHaveLength(2 + 2 + 1 + 21)
  })
})

describe('what cannot be a term', () => {
  it('is named, and the others keep their numbers', () => {
    const terms = ['', ' ', '　　', '密', '𠮷', '\u200B密', '秘。密', '秘\n密', '长'.repeat(256), '秘密', '秘密']
    const compiled = compileTerms(terms)
    expect([...compiled.leftOut]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    expect(scanned(terms, '绝对秘密', 'plain')).toEqual(['2-4 10', '2-4 9'])
  })

  it('more than the limit is refused', () => {
    const terms = new Array<string>(MOST_TERMS + 1).fill('秘密')
    expect(() => compileTerms(terms)).toThrow('超过上限')
  })
})

it('may be called again from inside onHit', () => {
  const terms = compileTerms(['秘密', '密级'])
  const found: number[] = []
  scanTerms(terms, '秘\u200B密级，秘密', (start) => {
    scanTerms(terms, '密级密级密级', () => {})
    found.push(start)
  })
  expect(found.toSorted((a, b) => a - b)).toEqual([0, 2, 5])
})

it('a long list finds what its parts find', () => {
  const han = (number: number) => String.fromCharCode(0x4e00 + (number % 20_000))
  const terms = Array.from({ length: 40_000 }, (_, index) => han(index) + han(index * 7) + han(index * 13))
  const text = `${terms.slice(0, 300).join('，')}⑩${terms.slice(39_000, 39_300).join('')}`
  const whole = scanned(terms, text, 'plain')
  const parts = Array.from({ length: 4 }, (_, part) => {
    const from = part * 10_000
    const found = scanned(terms.slice(from, from + 10_000), text, 'plain')
    return found.map((hit) => hit.replace(/\d+$/, (index) => `${Number(index) + from}`))
  })
  expect(whole).toEqual(parts.flat().sort())
  expect(whole.length).toBeGreaterThanOrEqual(600)
})

it('finds across the ends of the stretches that a long text is read in, and what is odd near them', () => {
  // One for one units in stretches of 16,384; from the first that is not, all is written.
  const around = fc.tuple(fc.integer({ min: -70, max: 70 }), fc.oneof(word(6), fc.constant('')))
  fc.assert(
    fc.property(
      fc.array(word(40), { minLength: 1, maxLength: 6 }),
      around,
      fc.nat(3),
      fc.array(few, { minLength: 300, maxLength: 300 }),
      (terms, [shift, oddity], stretch, letters) => {
        const plain = letters.join('').repeat(120)
        const cut = 16_384 * stretch + shift
        const text = cut < 0 ? plain : plain.slice(0, cut) + terms[0] + oddity + plain.slice(cut)
        expect(scanned(terms, text, 'plain')).toEqual(naive(terms, text, 'plain'))
      },
    ),
    { numRuns: 1000 },
  )
})

it.each(['exact', 'plain'] as const)('%s: what is odd may stand anywhere about the end of a stretch', (level) => {
  const term = '秘密'
  for (const oddity of ['𠮷', '\uDFB7', '⑩', 'e\u0301', '\u200B'])
    for (const stretches of [1, 2])
      for (let shift = -6; shift <= 6; shift += 1) {
        const text = `${term.repeat(20_000).slice(0, 16_384 * stretches + shift)}${oddity}${term}`
        expect(scanned([term], text, level), `${oddity} at ${stretches} stretches ${shift}`).toEqual(
          naive([term], text, level),
        )
        // What a scan leaves behind in the buffer is not what the next one finds.
        scanned(['长长'], '长'.repeat(text.length), level)
      }
})

it('one long text after another gives the same', () => {
  const terms = compileTerms(['𝟏秘密'])
  const text = `${'长'.repeat(10_000)}⑩${'𝟏秘密'.repeat(5_000)}`
  const ends: number[] = []
  scanTerms(terms, text, (_, end) => ends.push(end))
  expect(ends).toHaveLength(5_000)
  expect(Math.max(...ends)).toBe(text.length)
})

describe('tables as bytes', () => {
  const lists = fc.array(word(6), { maxLength: 80 })

  it('come back as they were', () => {
    fc.assert(
      fc.property(lists, fc.constantFrom(...levels), (terms, level) => {
        const compiled = compileTerms(terms, { level })
        expect(loadTerms(serialiseTerms(compiled))).toEqual(compiled)
      }),
    )
  })

  it('are refused with any byte changed', () => {
    const bytes = serialiseTerms(compileTerms(['秘密', '机密', '绝密文件', '12']))
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.slice()
      changed[at]! ^= 1 << (at & 7)
      expect(() => loadTerms(changed), `byte ${at}`).toThrow(UnreadableTable)
    }
  })

  it('are refused when cut short, empty or from a later version', () => {
    const bytes = serialiseTerms(compileTerms(['秘密']))
    expect(() => loadTerms(bytes.subarray(0, bytes.length - 4))).toThrow('已损坏')
    expect(() => loadTerms(new Uint8Array(0))).toThrow('已损坏')
    const later = bytes.slice()
    later[4] = 9
    expect(() => loadTerms(later)).toThrow('第 9 版')
  })
})
