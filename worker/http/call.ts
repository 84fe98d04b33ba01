import type { Member } from '#shared/api/contract/people.ts'
import type { Contract, EndpointKey } from '#shared/api/contract.ts'
import type { Asked, Given } from '#shared/api/endpoint.ts'
import type { Role } from '#shared/api/permissions.ts'
import type { Room } from '../tenant/bureau-object.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Secret } from './credential.ts'
import type { Refusal } from './refusal.ts'

/** Who calls, as the ledger names them. */
export interface Caller {
  /** Null for the operator and where nobody is signed in. */
  readonly member: Member | null
  readonly id: string
  /** The role in which the endpoint is called. */
  readonly role: Role | 'operator' | 'public'
}

/** One request on its way through the services. Everything in it was checked: credential, role, shape, idempotency. */
export interface Call {
  readonly tenant: Tenant
  readonly caller: Caller
  /** The server's clock, one moment for the whole request. */
  readonly now: Date
  /** The idempotency key, or one made for the request where the endpoint takes none. */
  readonly idem: string
  /** The credential as it came, for secrets that are derived from it; never stored. */
  readonly credential: Secret
  /** The body as it came, to name lines in it. */
  readonly bodyText: string
}

/** A call where the bureau need not be there yet. */
export interface FoundingCall extends Omit<Call, 'tenant'> {
  readonly room: Room
  readonly origin: string
}

export type Handler<K extends EndpointKey> = (asked: Asked<Contract[K]>, call: Call) => Given<Contract[K]> | Refusal
export type Handlers<K extends EndpointKey> = { readonly [N in K]: Handler<N> }

/** Endpoints whose answer has an ETag. */
export type TaggedKey = { [K in EndpointKey]: Contract[K] extends { readonly etag: true } ? K : never }[EndpointKey]
/** The ETag of the answer that a call would get, found without making the answer. */
export type Etags = { readonly [K in TaggedKey]: (call: Call) => string }

/** Endpoints that are answered before any bureau is known. */
export type FrontKey = 'health.live' | 'health.ready' | 'openapi.read' | 'docs.read'
export type TenantKey = Exclude<EndpointKey, FrontKey | 'bureaus.create'>

/**
 * How the answer to a repeated write is made again where it may not be stored as it was: `keep` takes out what must not stay (a secret, a
 * draft's words), `again` puts it back from where it lives, or refuses.
 */
export interface Replay<K extends EndpointKey> {
  keep(answer: Given<Contract[K]>): unknown
  again(kept: unknown, asked: Asked<Contract[K]>, call: Call): Given<Contract[K]> | Refusal
}
export type Replays = { readonly [K in EndpointKey]?: Replay<K> }
