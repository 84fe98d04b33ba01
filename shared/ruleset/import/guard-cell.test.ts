import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardCell, unguardCell } from './guard-cell.ts'

describe('a guarded cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '=cmd|"/c calc"!A1', '＝1', '＋1', '－1', '＠x'])(
    '%j begins like no formula',
    (cell) => {
      expect(guardCell(cell)).toBe(`'${cell}`)
    },
  )

  it('comes back as it was, whatever it was', () => {
    const cell = fc.string({ unit: fc.constantFrom("'", '=', '＝', '@', '-', '+', '\t', '词', 'a') })
    fc.assert(fc.property(cell, (text) => unguardCell(guardCell(text)) === text))
  })
})
