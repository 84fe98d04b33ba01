import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Attempts } from './attempt.ts'
import { GateBench } from './bench.ts'
import { ways } from './ways.ts'

let bench: GateBench

beforeAll(async () => {
  bench = await GateBench.open()
})
afterAll(() => bench?.close())

/** `npm run test:gate` does the same in TinyMCE too, and prints the table. */
describe.each(['own', 'combined'] as const)('a CMS whose publish request is %s', (manner) => {
  let attempts: Attempts
  beforeAll(async () => {
    await bench.use(manner)
    attempts = new Attempts(bench, manner, 'textarea')
  })
  afterAll(() => attempts.leave())

  test.each(ways)('$name', async (way) => {
    expect(await attempts.try(way)).toEqual({ seen: way.stated[manner], faults: [] })
  })
})
