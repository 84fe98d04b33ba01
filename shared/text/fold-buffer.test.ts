import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FoldBuffer } from './fold-buffer.ts'
import { type Level, levelForm } from './level-form.ts'
import { normalise } from './normalise.ts'

const levels: Level[] = ['exact', 'plain', 'loose']
const odd = fc.constantFrom(
  '\u0301',
  'e',
  '\u200B',
  '𠮷',
  '𝟏',
  '⑩',
  '發',
  '\uD840',
  'ᄀ',
  '가',
  'ᆨ',
  'ﾊ',
  'ﾞ',
  'ﬃ',
  '\0',
  'Ａ',
  '密',
)
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(odd, { maxLength: 40 }).map((all) => all.join('')),
)

it.each(levels)('%s: the same units and the same way back as said step by step', (level) => {
  const buffer = new FoldBuffer()
  fc.assert(
    fc.property(text, (original) => {
      const form = levelForm(original, level)
      const pieces = buffer.fill(original, level)
      expect(String.fromCharCode(...buffer.units.subarray(0, buffer.length))).toBe(form.text)
      for (let at = 0; at < form.text.length; at += 1) {
        expect(pieces.toOriginal(at)).toBe(form.toOriginal(at))
        expect(pieces.toOriginalEnd(at + 1)).toBe(form.toOriginalEnd(at + 1))
      }
    }),
    { numRuns: 3000 },
  )
})

it.each(levels)('%s: normalise says what is said step by step', (level) => {
  fc.assert(
    fc.property(text, (original) => {
      const slow = levelForm(original, level)
      const fast = normalise(original, level)
      expect(fast.text).toBe(slow.text)
      for (let at = 0; at <= slow.text.length; at += 1) {
        expect(fast.toOriginal(at)).toBe(slow.toOriginal(at))
        expect(fast.toOriginalEnd(at)).toBe(slow.toOriginalEnd(at))
      }
    }),
    { numRuns: 2000 },
  )
})

it('holds a text that grows eighteenfold', () => {
  const buffer = new FoldBuffer()
  buffer.fill('\uFDFA'.repeat(5_000) + '密'.repeat(5_000), 'plain')
  expect(buffer.length).toBe(levelForm('\uFDFA'.repeat(5_000), 'plain').text.length + 5_000)
})
