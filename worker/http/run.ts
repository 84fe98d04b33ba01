import { contract, type EndpointKey } from '#shared/api/contract.ts'
import { type Endpoint, IDEMPOTENCY_KEY } from '#shared/api/endpoint.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { authenticate } from './authenticate.ts'
import { readJson } from './body.ts'
import type { Call, Caller, Etags, Replays } from './call.ts'
import { hashOf, NO_CREDENTIAL } from './credential.ts'
import type { Onward } from './onward.ts'
import { parseStrictly } from './parse.ts'
import { Refusal } from './refusal.ts'

/** The answer was kept its time (see `sweep-bureau.ts`) and is gone; the ledger still knows that it was given. */
const DONE_LONG_AGO = '这一操作早已执行过，当时的答复已不再保留，本次没有重复执行。请刷新后查看结果。'

/** A request at its bureau: from here on nothing is awaited. */
export interface Arrived extends Onward {
  readonly now: Date
}
export interface Answered {
  readonly status: number
  readonly answer: unknown
  readonly etag: string | null
}
interface Asked {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
}
type AnyHandler = (asked: Asked, call: Call) => unknown
type AnyEtags = Readonly<Record<string, ((call: Call) => string) | undefined>>
type AnyReplay = { keep(answer: unknown): unknown; again(kept: unknown, asked: Asked, call: Call): unknown }

/** Parts of the request as the contract has them. Thrown as 400 or 422. */
export function askedOf(endpoint: Endpoint, arrived: Arrived): Asked {
  return {
    params: parseStrictly(endpoint.params, arrived.params, 'params'),
    query: parseStrictly(endpoint.query, arrived.query, 'query'),
    body: endpoint.body
      ? parseStrictly(endpoint.body, readJson(arrived.bodyText), 'body')
      : parseStrictly(undefined, arrived.bodyText === '' ? undefined : 'text', 'body'),
  }
}

/** The idempotency key of a write, checked; for anything else one of our own making, so that every ledger entry has one. */
export function idemOf(endpoint: Endpoint, arrived: Arrived): string {
  if (!endpoint.write) return `system.${crypto.randomUUID()}`
  const { idempotencyKey } = arrived
  if (idempotencyKey === null || !IDEMPOTENCY_KEY.test(idempotencyKey)) throw new Refusal('missing-idempotency-key')
  return idempotencyKey
}

/**
 * Actor → role → body → idempotency → handler → answer. Synchronous, to be run inside one transaction: what the handler wrote, its ledger
 * entries and the stored answer are there together, or not at all. What {@link onlyReads} comes outside of one and
 * opens it only where, once a minute, the use of the credential is written: a transaction costs more than all that an unchanged rule set reads.
 */
export function run(
  { tenant, transaction }: { tenant: Tenant | null; transaction: <T>(work: () => T) => T },
  arrived: Arrived,
  handler: AnyHandler,
  { replays, etags }: { replays: Replays; etags: Etags },
  operatorSecret: string,
): Answered | Refusal {
  const endpoint: Endpoint = contract[arrived.key]
  const { caller, touch } = authenticate(endpoint, tenant, arrived.credential, operatorSecret, arrived.now.getTime())
  if (!tenant) throw new Refusal(caller.role === 'public' ? publicRefusal(arrived.key) : 'not-found')
  const asked = askedOf(endpoint, arrived)
  const idem = idemOf(endpoint, arrived)
  const call: Call = { tenant, caller, idem, ...pick(arrived) }
  if (onlyReads(endpoint)) {
    if (!touch) return readAnswer(endpoint, arrived, handler, asked, call, etags)
    return transaction(() => {
      touch()
      return readAnswer(endpoint, arrived, handler, asked, call, etags)
    })
  }
  touch?.()
  if (!endpoint.write) return answered(endpoint, handler(asked, call))
  const replay = replays[arrived.key] as AnyReplay | undefined
  const fingerprint = fingerprintOf(arrived, caller)
  const before = tenant.answers.find(idem)
  if (before) {
    if (before.fingerprint !== fingerprint) throw new Refusal('idempotency-key-reused')
    return answered(endpoint, replay ? replay.again(before.answer, asked, call) : before.answer)
  }
  if (tenant.ledger.knows(idem)) throw new Refusal('idempotency-key-reused', DONE_LONG_AGO)
  const result = answered(endpoint, handler(asked, call))
  if (result instanceof Refusal) return result
  const kept = replay ? replay.keep(result.answer) : result.answer
  tenant.answers.put(idem, { fingerprint, status: result.status, answer: kept }, arrived.now.getTime())
  return result
}

/** Nothing comes of it but the answer, and that the credential was used. */
export function onlyReads({ method, write }: Endpoint): boolean {
  return method === 'GET' && !write
}

function readAnswer(
  endpoint: Endpoint,
  arrived: Arrived,
  handler: AnyHandler,
  asked: Asked,
  call: Call,
  etags: Etags,
): Answered | Refusal {
  const etag = (etags as AnyEtags)[arrived.key]?.(call) ?? null
  // What the client has already is not made again.
  if (etag !== null && etag === arrived.known) return { status: 304, answer: null, etag }
  return answered(endpoint, handler(asked, call), etag)
}

function pick({ now, credential, bodyText }: Arrived) {
  return { now, credential: credential ?? NO_CREDENTIAL, bodyText }
}

/** Our own answers are held to the contract too: an answer of another shape is a fault of ours, and nothing is written. */
function answered(endpoint: Endpoint, result: unknown, etag: string | null = null): Answered | Refusal {
  if (result instanceof Refusal) return result
  return { status: endpoint.status ?? 200, answer: endpoint.answer.parse(result), etag }
}

function fingerprintOf({ key, params, bodyText }: Arrived, caller: Caller): string {
  return hashOf(JSON.stringify([caller.id, key, params, bodyText]))
}

function publicRefusal(key: EndpointKey) {
  if (key === 'session.create') return 'invitation-invalid'
  return key === 'bureaus.jwks' ? 'not-found' : 'unauthenticated'
}
