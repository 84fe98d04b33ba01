import { TenantId } from '#shared/api/contract/common.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { readJson } from './body.ts'
import { bearerOf, type CredentialKind, readBearer, readCredential, sameSecret } from './credential.ts'
import { parseStrictly } from './parse.ts'
import { Refusal } from './refusal.ts'

/**
 * The bureau that a request is for: from its credential and from nowhere else. Where there is no token yet, the invitation or device in the
 * body is the credential; only the operator and the public keys name a bureau by path.
 */
export function tenantNamedBy(endpoint: Endpoint, request: Request, body: string, operatorSecret: string): string {
  const bearer = bearerOf(request.headers)
  if (endpoint.who === 'operator') {
    const read = readBearer(bearer)
    // A member's token goes on to its own bureau, which knows whether it is one, and refuses.
    if (read) return read.tenant
    if (bearer === null || operatorSecret === '' || !sameSecret(bearer, operatorSecret))
      throw new Refusal('unauthenticated')
    return tenantId(endpoint.params ? pathPart(request) : fieldOf(body, 'id'), 'invalid-request')
  }
  if (endpoint.who !== 'public') {
    const read = readBearer(bearer)
    if (!read) throw new Refusal('unauthenticated')
    return read.tenant
  }
  if (endpoint.params) return tenantId(pathPart(request), 'not-found')
  parseStrictly(endpoint.body, readJson(body), 'body')
  const fields: readonly [string, CredentialKind, 'invitation-invalid' | 'unauthenticated'][] = [
    ['invitation', 'invite', 'invitation-invalid'],
    ['device', 'device', 'unauthenticated'],
  ]
  for (const [field, kind, code] of fields) {
    const text = fieldOf(body, field)
    if (typeof text !== 'string') continue
    const read = readCredential(text, kind)
    if (!read) throw new Refusal(code)
    return read.tenant
  }
  const faults = [{ path: 'body', message: '缺少邀请码或设备标识' }]
  throw new Refusal('invalid-request', undefined, { faults })
}

function pathPart(request: Request): string {
  return new URL(request.url).pathname.split('/')[3] ?? ''
}

function tenantId(value: unknown, code: 'invalid-request' | 'not-found'): string {
  const parsed = TenantId.safeParse(value)
  if (parsed.success) return parsed.data
  const faults = [{ path: 'body.id', message: '单位标识为 3 至 40 个小写字母、数字或短横，以字母开头' }]
  throw new Refusal(code, undefined, code === 'invalid-request' ? { faults } : {})
}

function fieldOf(body: string, field: string): unknown {
  const value = readJson(body)
  return typeof value === 'object' && value !== null && Object.hasOwn(value, field)
    ? (value as Record<string, unknown>)[field]
    : undefined
}
