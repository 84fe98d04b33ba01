import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differing, linesOf } from './mirror-row.ts'

const text = fc.stringMatching(/^[校服a\n]{0,30}$/)
const spans = fc.array(
  fc.tuple(fc.nat(30), fc.nat(8)).map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 6 },
)

describe('linesOf', () => {
  test('the rows are the text, and a character is in a box when a span has it', () => {
    fc.assert(
      fc.property(text, spans, (value, marked) => {
        const rows = linesOf(value, marked)
        expect(rows.map((row) => row.text).join('\n')).toBe(value)
        let from = 0
        for (const row of rows) {
          for (let at = 0; at < row.text.length; at++) {
            const boxed = row.boxes.filter(({ start, end }) => at >= start && at < end)
            const wanted = marked.some(({ start, end }) => from + at >= start && from + at < end)
            expect(boxed).toHaveLength(wanted ? 1 : 0)
          }
          from += row.text.length + 1
        }
      }),
    )
  })

  test('boxes are in order, inside their row, and none is empty', () => {
    fc.assert(
      fc.property(text, spans, (value, marked) => {
        for (const { text: line, boxes } of linesOf(value, marked)) {
          const ends = [0, ...boxes.map(({ end }) => end)]
          for (const [index, { start, end }] of boxes.entries()) {
            expect(start).toBeGreaterThanOrEqual(ends[index]!)
            expect(end).toBeGreaterThan(start)
            expect(end).toBeLessThanOrEqual(line.length)
          }
        }
      }),
    )
  })
})

describe('differing', () => {
  const rows = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 })
  test('the old rows with the new ones in that place are the new rows', () => {
    fc.assert(
      fc.property(rows, rows, (before, now) => {
        const { from, until, end } = differing(before, now)
        expect([...before.slice(0, from), ...now.slice(from, end), ...before.slice(until)]).toEqual(now)
      }),
    )
  })

  test('one changed row of many is one row', () => {
    const before = Array.from({ length: 500 }, (_, index) => String(index))
    expect(differing(before, before.with(250, 'x'))).toEqual({ from: 250, until: 251, end: 251 })
    expect(differing(before, before)).toMatchObject({ from: 500, end: 500 })
  })
})
