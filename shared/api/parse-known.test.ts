import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createClient } from './client.ts'
import { Obligation } from './contract/obligations.ts'
import { parseKnown } from './parse-known.ts'

const Known = z.strictObject({
  items: z.array(Obligation),
  by: z.record(z.string(), z.strictObject({ at: z.string() })),
  one: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('a'), a: z.int() }),
    z.strictObject({ kind: z.literal('b'), b: z.strictObject({ deep: z.boolean() }).nullable() }),
  ]),
})
const known = {
  items: [
    {
      ...{ kind: 'review', reviewId: 'r1', releaseId: null, title: '通知', department: null, dueOn: null },
      ...{ since: '2026-01-05T08:00:00.000Z', overdue: 'unknown', limit: { workingDays: 2, source: '本单位设定' } },
    },
  ],
  by: { m1: { at: 'x' }, m2: { at: 'y' } },
  one: { kind: 'b', b: { deep: true } },
}

type Tree = Record<string, unknown>
/** Every object of a value that is not a record by name, in reading order. */
function objectsOf(value: unknown, into: Tree[] = []): Tree[] {
  if (typeof value !== 'object' || value === null) return into
  if (!Array.isArray(value) && value !== (value as Tree).by && !('m1' in value)) into.push(value as Tree)
  for (const part of Object.values(value)) objectsOf(part, into)
  return into
}

describe('an answer of a newer Worker', () => {
  it('is read without the fields that this program does not know, wherever they stand', () => {
    expect(parseKnown(Known, structuredClone(known))).toEqual({ success: true, data: known })
    const added = fc.array(fc.tuple(fc.nat(), fc.constantFrom('later', 'new', '__proto__', 'constructor'), fc.json()))
    fc.assert(
      fc.property(added, (extras) => {
        const value = structuredClone(known)
        const places = objectsOf(value)
        for (const [n, key, json] of extras)
          Object.defineProperty(places[n % places.length]!, key, { value: JSON.parse(json), ...OWN })
        expect(parseKnown(Known, value)).toEqual({ success: true, data: known })
      }),
    )
  })
  it('is refused where a field it needs is missing or has another type, added fields or not', () => {
    const odd = { ...structuredClone(known), later: 1, items: [{ ...known.items[0], since: 5, later: 1 }] }
    expect(parseKnown(Known, odd).success).toBe(false)
    for (const value of [null, 1, 'x', [], {}, undefined]) expect(parseKnown(Known, value).success).toBe(false)
  })
  it('reaches the caller of the client, and so does its refusal', async () => {
    const answering = (status: number, body: object) =>
      createClient({
        base: 'http://localhost',
        token: () => null,
        send: async () => ({ status, headers: { get: () => null }, text: async () => JSON.stringify(body) }),
      })('health.live', {})
    expect(await answering(200, { ok: true, region: 'later' })).toMatchObject({ kind: 'answer', answer: { ok: true } })
    const problem = {
      type: 'about:blank',
      title: 'x',
      status: 500,
      code: 'later',
      detail: '。',
      requestId: 'r',
      hint: 1,
    }
    expect(await answering(500, problem)).toMatchObject({ kind: 'problem', problem: { code: 'internal' } })
    const refused = await answering(422, { ...problem, status: 422 })
    expect(refused).toMatchObject({ kind: 'problem', problem: { code: 'invalid-request', detail: '。' } })
  })
})

const OWN = { enumerable: true, configurable: true, writable: true }
