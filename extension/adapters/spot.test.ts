import fc from 'fast-check'
import { expect, test } from 'vitest'
import { offsetNow } from './spot.ts'

test('a place keeps its characters through one edit before or after it', () => {
  const text = fc.string({ maxLength: 12 })
  fc.assert(
    fc.property(text, text, text, text, fc.boolean(), (mark, rest, old, written, before) => {
      const [head, tail] = [`甲${rest}`, `${rest}乙`]
      const was = before ? head + old + tail + mark : mark + head + old + tail
      const now = before ? head + written + tail + mark : mark + head + written + tail
      const start = was.length - mark.length
      if (before) expect(offsetNow(start, was, now)).toBe(now.length - mark.length)
      else expect(offsetNow(mark.length, was, now)).toBe(mark.length)
    }),
    { numRuns: 2000 },
  )
})

test('what was written over is nowhere', () => {
  expect(offsetNow(3, 'ab秘密cd', 'abxcd')).toBeNull()
  expect(offsetNow(3, 'ab秘密cd', 'ab秘密cd')).toBe(3)
})
