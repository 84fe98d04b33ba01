import type { Contract, EndpointKey } from '#shared/api/contract.ts'
import type { Ask, Given } from '#shared/api/endpoint.ts'
import type { ProblemCode } from '#shared/api/problem.ts'

/** One well-formed question and its answer, for whoever reads the interface; and the refusals that are this endpoint's own. */
export interface Example<K extends EndpointKey> {
  readonly ask: Omit<Ask<Contract[K]>, 'idempotencyKey' | 'etag'>
  readonly answer: Given<Contract[K]>
  readonly refusals?: readonly ProblemCode[]
}
export type Examples<K extends EndpointKey> = { readonly [N in K]: Example<N> }
