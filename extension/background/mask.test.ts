import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskNumbers } from './mask.ts'

test.each([
  ['身份证号350583201503150027。', '身份证号3505……0027。'],
  ['１１０１０５１９４９１２３１００２Ｘ', '１１０１……００２Ｘ'],
  ['电话13805951234', '电话138……234'],
  ['6222 0202 0000 1234 567', '6222…… 567'],
  ['2018-2019学年', '2018-2019学年'],
  ['泉教办〔2018〕85号', '泉教办〔2018〕85号'],
])('%s', (text, masked) => {
  expect(maskNumbers(text)).toBe(masked)
})

test('no run of nine digits is left, wherever a number stands', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 11, maxLength: 40 })
  fc.assert(
    fc.property(fc.constantFrom('', '号', '：'), digits, fc.constantFrom('', '。', '学生'), (before, number, after) => {
      expect(maskNumbers(before + number + after)).not.toMatch(/\d{9}/)
    }),
  )
})
