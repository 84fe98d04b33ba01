import * as z from 'zod'
import { contract, type EndpointKey } from '#shared/api/contract.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { mayCall, type Role } from '#shared/api/permissions.ts'
import { type Cell, type Parts, refusedWith } from './cell.ts'
import { samples } from './samples.ts'
import type { Identity, Inhabited } from './world.ts'

const CALLERS: readonly (readonly [Role, Identity])[] = [
  ['editor', 'editor'],
  ['reviewer', 'reviewer'],
  ['admin', 'admin'],
  ['auditor', 'auditor'],
  ['cms', 'cms'],
]
const refused: Cell['judge'] = ({ status, code }) =>
  status === 422 || status === 400 || status === 413 ? null : `wanted 422 or 400, got ${status} ${code}`

/** Texts that are no request at all, whatever the endpoint. */
const BROKEN: Readonly<Record<string, string>> = {
  empty: '',
  truncated: '{"a":',
  array: '[]',
  text: '"x"',
  number: '1',
  null: 'null',
  'two values': '{} {}',
  'a key twice': '{"id":"a","id":"b"}',
  __proto__: '{"__proto__":{"admin":true}}',
  constructor: '{"constructor":{"prototype":{"admin":true}}}',
  'a lone surrogate': '{"note":"\\ud800"}',
  'too deep': `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
}

/** For every endpoint that takes something: what is malformed, unknown, missing, of another type, or without its idempotency key. */
export function malformedCells(here: Inhabited, operatorSecret: string): Cell[] {
  return (Object.keys(contract) as EndpointKey[]).flatMap((key) => {
    const endpoint: Endpoint = contract[key]
    const token = tokenFor(endpoint, here, operatorSecret)
    const good: Parts = { ...(samples[key](here.objects) as Omit<Parts, 'token'>), token }
    return [
      ...brokenBodies(key, endpoint, good),
      ...fieldCells(key, endpoint, good),
      ...queryCells(key, endpoint, good),
    ]
  })
}

function tokenFor({ who }: Endpoint, here: Inhabited, operatorSecret: string): string | null {
  if (who === 'public') return null
  if (who === 'operator') return operatorSecret
  const [, identity] = CALLERS.find(([role]) => mayCall(who, [role])) ?? ['witness', 'witness']
  return here.people[identity as Identity].token
}

function brokenBodies(key: EndpointKey, endpoint: Endpoint, good: Parts): Cell[] {
  if (!endpoint.body) return []
  return Object.entries(BROKEN).map(([name, text]) => ({
    name: `${key} with a body that is ${name}`,
    key,
    parts: { ...good, text },
    judge: refused,
  }))
}

function fieldCells(key: EndpointKey, endpoint: Endpoint, good: Parts): Cell[] {
  const cells: Cell[] = []
  if (endpoint.write)
    cells.push({
      ...{ name: `${key} without an idempotency key`, key, parts: { ...good, idempotent: false } },
      judge: refusedWith(422, 'missing-idempotency-key'),
    })
  if (!endpoint.body || typeof good.body !== 'object' || good.body === null) return cells
  const body = good.body as Record<string, unknown>
  const add = (name: string, changed: unknown) =>
    cells.push({ name: `${key} with ${name}`, key, parts: { ...good, body: changed }, judge: refused })
  for (const field of ['unknown', 'tenant', 'status', 'seq', 'state', 'reviewer', 'actor', 'risk'])
    add(`the unknown field ${field}`, { ...body, [field]: 1 })
  const shape = endpoint.body instanceof z.ZodObject ? endpoint.body.shape : {}
  for (const [field, schema] of Object.entries(shape)) {
    const { [field]: _, ...without } = body
    if (!(schema as z.ZodType).safeParse(undefined).success) add(`no ${field}`, without)
    add(`${field} of another type`, { ...body, [field]: [{ wrong: [] }] })
  }
  return cells
}

function queryCells(key: EndpointKey, endpoint: Endpoint, good: Parts): Cell[] {
  // Health and OpenAPI are answered before any bureau; public sign-in finds its bureau first.
  if (endpoint.who === 'public' || endpoint.who === 'operator') return []
  const parts = { ...good, query: { ...good.query, unknown: '1' } }
  return [{ name: `${key} with an unknown query`, key, parts, judge: refusedWith(422, 'invalid-request') }]
}
