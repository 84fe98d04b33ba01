import { expect, it } from 'vitest'
import type * as z from 'zod'
import { contract } from '#shared/api/contract.ts'
import { examples } from './examples/index.ts'
import { parseStrictly } from './parse.ts'
import { Refusal } from './refusal.ts'

const JUNK = ['§', '甲'.repeat(5000), '', 1.5, -1, true, null, [], {}, undefined]

/** The value with one place after the other, itself among them, given to `change`. */
function* changed(value: unknown, change: (old: unknown) => unknown): Generator<unknown> {
  yield change(value)
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value))
    for (const one of changed(inner, change))
      yield Array.isArray(value) ? value.with(Number(key), one) : { ...value, [key]: one }
}

function faultsOf(schema: z.ZodType, value: unknown) {
  try {
    parseStrictly(schema, value, 'body')
    return []
  } catch (error) {
    if (error instanceof Refusal) return error.faults ?? []
    throw error
  }
}

it('whatever stands in whatever place of a request, the refusal says what was expected there', () => {
  const mute: string[] = []
  let faults = 0
  for (const [key, endpoint] of Object.entries(contract)) {
    const { ask } = examples[key as keyof typeof examples] as { ask: Record<string, unknown> }
    for (const part of ['body', 'params', 'query'] as const) {
      const schema = (endpoint as Partial<Record<typeof part, z.ZodType>>)[part]
      if (schema === undefined) continue
      for (const junk of JUNK)
        for (const value of changed(ask[part], () => junk))
          for (const { path, message } of faultsOf(schema, value)) {
            faults += 1
            if (!/\p{Script=Han}/u.test(message) || message === '写法不对') mute.push(`${key} ${path}: ${message}`)
          }
    }
  }
  expect([...new Set(mute)]).toEqual([])
  expect(faults).toBeGreaterThan(1000)
})
