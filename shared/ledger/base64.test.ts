import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromBase64, toBase64 } from './base64.ts'

it('is Base64 as Node has it, about the ends of its pieces too, and is read back', () => {
  const about = fc.integer({ min: -4, max: 4 }).map((more) => new Uint8Array(3 * 4096 + more).fill(more + 100))
  fc.assert(
    fc.property(fc.oneof({ weight: 4, arbitrary: fc.uint8Array({ maxLength: 200 }) }, about), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(fromBase64(toBase64(bytes))).toEqual(bytes)
    }),
    { numRuns: 1000 },
  )
})
