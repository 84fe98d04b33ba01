import { type Context, Hono } from 'hono'
import { contract, type EndpointKey } from '#shared/api/contract.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { SHEET_POLICY } from '../services/sheet.ts'
import type { Room } from '../tenant/bureau-object.ts'
import { readBody } from './body.ts'
import type { Etags, FrontKey, Handlers, Replays, TenantKey } from './call.ts'
import { bearerOf } from './credential.ts'
import { EVERY_ANSWER } from './every-answer.ts'
import { found } from './found.ts'
import { faultNameOf, type Log, newRequestId, type RequestId, requestIdOf, whereOf } from './log.ts'
import { problemResponse, Refusal } from './refusal.ts'
import { type Answered, type Arrived, onlyReads, run } from './run.ts'

export interface TenantParts {
  readonly handlers: Handlers<TenantKey>
  readonly replays: Replays
  readonly etags: Etags
  readonly operatorSecret: string
  readonly log: Log
  readonly now: () => Date
}

const FRONT: readonly EndpointKey[] = ['health.live', 'health.ready', 'openapi.read', 'docs.read'] satisfies FrontKey[]

/** The contract as Hono routes of one bureau. Every key has a handler; the compiler sees to it. */
export function tenantApp(room: Room, parts: TenantParts): Hono {
  const app = new Hono()
  app.get(contract['health.ready'].path, (context) => {
    try {
      room.probe()
      return context.json({ ok: true })
    } catch {
      return problemResponse(new Refusal('unavailable'), newRequestId())
    }
  })
  for (const key of Object.keys(contract) as EndpointKey[]) {
    if (FRONT.includes(key)) continue
    const endpoint: Endpoint = contract[key]
    app.on(endpoint.method, endpoint.path, (context) => serve(key, endpoint, context, room, parts))
  }
  return app
}

async function serve(key: EndpointKey, endpoint: Endpoint, context: Context, room: Room, parts: TenantParts) {
  const requestId = requestIdOf(context.req.header('x-request-id'))
  const began = performance.now()
  const response = await attempt(key, endpoint, context, room, parts, requestId)
  parts.log({ event: 'request', requestId, endpoint: key, status: response.status, ms: performance.now() - began })
  return response
}

async function attempt(
  key: EndpointKey,
  endpoint: Endpoint,
  context: Context,
  room: Room,
  parts: TenantParts,
  requestId: RequestId,
): Promise<Response> {
  try {
    const arrived = await arrive(key, context, parts.now())
    const work = () => dispatch(arrived, room, parts)
    const result = onlyReads(endpoint) ? work() : room.transaction(work)
    if (result instanceof Refusal) return problemResponse(result, requestId)
    return responseOf(endpoint, result, requestId)
  } catch (error) {
    if (error instanceof Refusal) return problemResponse(error, requestId)
    parts.log({
      event: 'fault',
      requestId,
      endpoint: key,
      fault: faultNameOf(error),
      where: whereOf(error),
    })
    return problemResponse(new Refusal('internal'), requestId)
  }
}

function dispatch(arrived: Arrived, room: Room, parts: TenantParts): Answered | Refusal {
  if (arrived.key === 'bureaus.create') return found(arrived, room, parts)
  const handler = parts.handlers[arrived.key as TenantKey] as Parameters<typeof run>[2]
  const { tenant } = room
  const transaction = <T>(inside: () => T): T => room.transaction(inside)
  return run({ tenant, transaction }, arrived, handler, parts, parts.operatorSecret)
}

async function arrive(key: EndpointKey, context: Context, now: Date): Promise<Arrived> {
  return {
    key,
    params: context.req.param(),
    query: queryOf(context.req.url),
    bodyText: await readBody(context.req.raw),
    credential: bearerOf(context.req.raw.headers),
    idempotencyKey: context.req.header('idempotency-key') ?? null,
    known: context.req.header('if-none-match') ?? null,
    now,
  }
}

/** A name given twice is an array, which no schema of ours accepts. */
function queryOf(address: string): Record<string, string | string[]> {
  if (!address.includes('?')) return {}
  const url = new URL(address)
  const names = [...new Set(url.searchParams.keys())]
  return Object.fromEntries(
    names.map((name) => {
      const values = url.searchParams.getAll(name)
      return [name, values.length === 1 ? values[0]! : values]
    }),
  )
}

function responseOf(endpoint: Endpoint, { status, answer, etag }: Answered, requestId: string): Response {
  const headers: Record<string, string> = {
    ...EVERY_ANSWER,
    'cache-control': etag === null ? 'no-store' : 'private, no-cache',
    'x-request-id': requestId,
  }
  if (etag !== null) headers.etag = etag
  if (status === 304) return new Response(null, { status, headers })
  // What is printed runs no script and loads nothing, whatever a title says.
  if (endpoint.media) headers['content-security-policy'] = SHEET_POLICY
  headers['content-type'] = endpoint.media ? `${endpoint.media}; charset=utf-8` : 'application/json'
  return new Response(endpoint.media ? String(answer) : JSON.stringify(answer), { status, headers })
}
