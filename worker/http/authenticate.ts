import type { Member } from '#shared/api/contract/people.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { mayCall, type Role } from '#shared/api/permissions.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Caller } from './call.ts'
import { readBearer, sameSecret } from './credential.ts'
import { Refusal } from './refusal.ts'

/** The last use of a session or token is written at most this often, ms. */
const TOUCH = 60_000

/** Who calls, or the refusal: 401 where nobody is known, 403 where somebody is and may not. */
export function authenticate(
  endpoint: Endpoint,
  tenant: Tenant | null,
  credential: string | null,
  operatorSecret: string,
  now: number,
): Caller {
  if (endpoint.who === 'public') return { member: null, id: 'public', role: 'public' }
  if (endpoint.who === 'operator') return operatorOf(tenant, credential, operatorSecret, now)
  const member = memberOf(tenant, credential, now)
  if (!mayCall(endpoint.who, member.roles)) throw new Refusal('forbidden')
  const role = endpoint.who === 'member' ? member.roles[0]! : roleFor(endpoint.who, member.roles)
  return { member, id: member.id, role }
}

function operatorOf(tenant: Tenant | null, credential: string | null, secret: string, now: number): Caller {
  if (credential !== null && secret !== '' && sameSecret(credential, secret))
    return { member: null, id: 'operator', role: 'operator' }
  // A member's token is known and not enough; anything else is nobody.
  if (tenant !== null && readBearer(credential)) memberOf(tenant, credential, now)
  else throw new Refusal('unauthenticated')
  throw new Refusal('forbidden')
}

function memberOf(tenant: Tenant | null, credential: string | null, now: number): Member {
  const read = readBearer(credential)
  if (!tenant || !read || read.tenant !== tenant.id) throw new Refusal('unauthenticated')
  const id = read.kind === 'token' ? machineOf(tenant, read.hash, now) : personOf(tenant, read.hash, now)
  const member = tenant.members.find(id)
  if (!member?.active) throw new Refusal('unauthenticated')
  return member
}

function personOf({ sessions }: Tenant, hash: string, now: number): string {
  const session = sessions.session(hash)
  if (!session) throw new Refusal('unauthenticated')
  if (session.expires <= now || session.seen + session.idle <= now) throw new Refusal('session-expired')
  if (now - session.seen > TOUCH) sessions.touch(hash, now)
  return session.member
}

function machineOf({ tokens }: Tenant, hash: string, now: number): string {
  const token = tokens.byHash(hash)
  if (!token || token.revokedAt !== null || token.expires <= now)
    throw new Refusal('unauthenticated', '令牌无效、已过期或已被撤销。请管理员重新签发一个。')
  if (now - (token.seen ?? 0) > TOUCH) tokens.touch(token.id, now)
  return token.member
}

function roleFor(who: readonly Role[], roles: readonly Role[]): Role {
  return who.find((role) => roles.includes(role))!
}
