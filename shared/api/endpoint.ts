import type * as z from 'zod'
import type { Who } from './permissions.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One row of the contract. What is not named (params, query, body) must not be sent. */
export interface Endpoint {
  readonly method: Method
  /** Below the Worker's address, with `:name` for each of `params`. */
  readonly path: `/v1/${string}`
  readonly who: Who
  /** One Chinese sentence for OpenAPI: what this does. */
  readonly summary: string
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  readonly answer: z.ZodType
  /** Status of a good answer; 200 where not given. */
  readonly status?: 200 | 201
  /** Media type of the answer; JSON where not given, else the answer is a string. */
  readonly media?: 'text/plain' | 'text/html' | 'text/csv'
  /** Changes something: the client makes an `Idempotency-Key` (8 to 200 of `A-Za-z0-9._:-`) once and repeats it with every retry. */
  readonly write?: true
  /** Answers carry an ETag; `If-None-Match` gives 304. */
  readonly etag?: true
}

/** Keeps the literal types of a table of endpoints. */
export function endpoints<const Table extends Readonly<Record<string, Endpoint>>>(table: Table): Table {
  return table
}

type Out<S> = S extends z.ZodType ? z.output<S> : undefined
type In<S> = S extends z.ZodType ? z.input<S> : undefined

/** What a handler receives: parsed, strict, defaults filled in. */
export interface Asked<E extends Endpoint> {
  readonly params: Out<E['params']>
  readonly query: Out<E['query']>
  readonly body: Out<E['body']>
}

type Part<Name extends string, S> = S extends z.ZodType
  ? Record<never, never> extends z.input<S>
    ? { readonly [N in Name]?: z.input<S> }
    : { readonly [N in Name]: z.input<S> }
  : Record<never, never>

/** What a client sends. */
export type Ask<E extends Endpoint> = Part<'params', E['params']> &
  Part<'query', E['query']> &
  Part<'body', E['body']> &
  (E['write'] extends true ? { readonly idempotencyKey: string } : Record<never, never>) &
  (E['etag'] extends true ? { readonly etag?: string | null } : Record<never, never>)

/** What a client gets back. */
export type Answer<E extends Endpoint> = z.output<E['answer']>
/** What a handler gives. */
export type Given<E extends Endpoint> = In<E['answer']>

/** The form of an `Idempotency-Key`. */
export const IDEMPOTENCY_KEY = /^[A-Za-z0-9._:-]{8,200}$/
