import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inOnePiece } from './one-piece.ts'

it('is the same text, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(inOnePiece(text)).toBe(text)
    }),
  )
})
