import * as z from 'zod'
import type { Contract, EndpointKey } from './contract.ts'
import { contract } from './contract.ts'
import type { Answer, Ask, Endpoint } from './endpoint.ts'
import { parseKnown } from './parse-known.ts'
import { Problem, ProblemCode } from './problem.ts'

/** The part of `fetch` that the client needs, so that shared names no platform. */
export type Send = (url: string, request: SendRequest) => Promise<SendAnswer>
export interface SendRequest {
  method: string
  headers: Record<string, string>
  body?: string
}
export interface SendAnswer {
  readonly status: number
  readonly headers: { get(name: string): string | null }
  text(): Promise<string>
}

/**
 * How a call ended. `unreachable`: nothing that the Worker said arrived, so a write may or may not have happened: repeat it with the same
 * idempotency key.
 */
export type Outcome<A> =
  | { readonly kind: 'answer'; readonly answer: A; readonly etag: string | null }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'unreachable'; readonly why: string }

export interface ClientOptions {
  /** The Worker's address without a path, e.g. `http://localhost:8787`. */
  readonly base: string
  readonly send: Send
  /** The bearer token of this moment, or null when signed out. */
  readonly token: () => string | null | Promise<string | null>
}

export type Client = <K extends EndpointKey>(key: K, ask: Ask<Contract[K]>) => Promise<Outcome<Answer<Contract[K]>>>

/** A typed client over the contract. Never throws for what the network or the Worker does; an answer of a wrong shape is `unreachable`. */
export function createClient(options: ClientOptions): Client {
  return async (key, ask) => {
    const endpoint: Endpoint = contract[key]
    const outcome = await call(endpoint, ask as Loose, options)
    return outcome as Outcome<Answer<Contract[typeof key]>>
  }
}

interface Loose {
  readonly params?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly idempotencyKey?: string
  readonly etag?: string | null
}

async function call(endpoint: Endpoint, ask: Loose, options: ClientOptions): Promise<Outcome<unknown>> {
  try {
    const token = endpoint.who === 'public' ? null : await options.token()
    const answer = await options.send(urlOf(endpoint, ask, options.base), {
      method: endpoint.method,
      headers: headersOf(endpoint, ask, token),
      ...(endpoint.body ? { body: JSON.stringify(ask.body ?? {}) } : {}),
    })
    return await read(endpoint, answer)
  } catch (error) {
    return { kind: 'unreachable', why: error instanceof Error ? error.message : String(error) }
  }
}

async function read(endpoint: Endpoint, answer: SendAnswer): Promise<Outcome<unknown>> {
  if (answer.status === 304) return { kind: 'unchanged' }
  const text = await answer.text()
  if (answer.status >= 400) {
    const problem = parseKnown(problemOf(answer.status), parseJson(text))
    return problem.success
      ? { kind: 'problem', problem: problem.data }
      : { kind: 'unreachable', why: `status ${answer.status} without a problem document` }
  }
  const parsed = parseKnown(endpoint.answer, endpoint.media ? text : parseJson(text))
  if (!parsed.success) return { kind: 'unreachable', why: 'an answer of another shape than the contract' }
  return { kind: 'answer', answer: parsed.data, etag: answer.headers.get('etag') }
}

/** A refusal for a reason that this program has no word for yet is a refusal all the same, and is not repeated as if nothing had arrived. */
function problemOf(status: number) {
  const code = ProblemCode.catch(status >= 500 ? 'internal' : 'invalid-request')
  return z.strictObject({ ...Problem.shape, code })
}

function headersOf(endpoint: Endpoint, ask: Loose, token: string | null): Record<string, string> {
  return {
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    ...(endpoint.body ? { 'content-type': 'application/json' } : {}),
    ...(ask.idempotencyKey ? { 'idempotency-key': ask.idempotencyKey } : {}),
    ...(ask.etag ? { 'if-none-match': ask.etag } : {}),
  }
}

function urlOf(endpoint: Endpoint, ask: Loose, base: string): string {
  const path = endpoint.path.replace(/:([a-z]+)/gi, (_, name: string) => encodeURIComponent(String(ask.params?.[name])))
  const query = Object.entries(ask.query ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
  return `${base}${path}${query.length ? `?${query.join('&')}` : ''}`
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
