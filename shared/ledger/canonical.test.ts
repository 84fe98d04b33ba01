import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalText, NotCanonical } from './canonical.ts'

const name = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('10', '9', 'b', 'a', '\u20ac', '\ud83d\ude00', '\ufb33', '\r'),
)
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.oneof(name, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
    fc.array(tie('tree'), { maxLength: 5 }),
    fc.dictionary(name, tie('tree'), { maxKeys: 5 }),
  ),
}))
const inNfc = (value: unknown): unknown => JSON.parse(JSON.stringify(value).normalize('NFC'))

describe('the canonical form', () => {
  it('is that of the reference implementation of RFC 8785, over the value in NFC', () => {
    fc.assert(
      fc.property(tree, (value) => {
        fc.pre(JSON.stringify(inNfc(value)).length === JSON.stringify(value).normalize('NFC').length)
        expect(canonicalText(value)).toBe(canonicalize(inNfc(value)))
      }),
      { numRuns: 1000 },
    )
  })

  it('leaves as it is what is below U+0300, alone and beside any other of it, because NFC does', () => {
    const plain = Array.from({ length: 0x300 }, (_, code) => String.fromCharCode(code))
    for (const first of plain) {
      const beside = plain.map((second) => first + second).join('')
      expect(canonicalText(beside)).toBe(JSON.stringify(beside.normalize('NFC')))
    }
  })

  it('joins a letter with the mark that follows it, the first of the marks too', () => {
    expect(canonicalText(['a\u0300', 'a\u0301', 'o\u031b'])).toBe('["\u00e0","\u00e1","\u01a1"]')
  })

  it('is the same for arrays longer than a piece', () => {
    for (const length of [999, 1000, 1001, 2500]) {
      const value = Array.from({ length }, (_, at) => ({ b: at, a: `错${at}` }))
      expect(canonicalText({ value })).toBe(canonicalize({ value }))
    }
  })

  it.each([
    ['a lone surrogate', '\ud800'],
    ['infinity', Number.POSITIVE_INFINITY],
    ['undefined inside', { a: undefined }],
    ['a hole', Array(2)],
    ['a date', new Date(0)],
    ['two keys that are one in NFC', { '\u00e9': 1, 'e\u0301': 2 }],
  ])('%s has none', (_, value) => {
    expect(() => canonicalText(value)).toThrow(NotCanonical)
  })
})
