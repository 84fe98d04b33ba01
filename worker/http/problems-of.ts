import type { Endpoint } from '#shared/api/endpoint.ts'
import type { ProblemCode } from '#shared/api/problem.ts'
import { kindOf } from './refusal.ts'

/** Every code that an endpoint may refuse with: by what it takes and who may call it, and its `own`. In the order of their status. */
export function problemsOf(endpoint: Endpoint, own: readonly ProblemCode[] = []): ProblemCode[] {
  const codes: ProblemCode[] = ['invalid-request', 'unavailable', 'internal', ...own]
  if (endpoint.body) codes.push('malformed-json', 'too-deep', 'too-large')
  if (endpoint.write) codes.push('missing-idempotency-key', 'idempotency-key-reused')
  if (endpoint.who !== 'public') codes.push('unauthenticated')
  if (endpoint.who !== 'public' && endpoint.who !== 'operator') codes.push('session-expired', 'forbidden')
  return [...new Set(codes)].sort((a, b) => kindOf(a).status - kindOf(b).status)
}
