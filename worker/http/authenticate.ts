import type { Endpoint } from '#shared/api/endpoint.ts'
import { mayCall, type Role } from '#shared/api/permissions.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Caller } from './call.ts'
import { readCredential, sameSecret } from './credential.ts'
import { Refusal } from './refusal.ts'

/** A session's last use is written at most this often, ms. */
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
  if (tenant !== null && readCredential(credential, 'session')) memberOf(tenant, credential, now)
  else throw new Refusal('unauthenticated')
  throw new Refusal('forbidden')
}

function memberOf(tenant: Tenant | null, credential: string | null, now: number) {
  const read = readCredential(credential, 'session')
  if (!tenant || !read || read.tenant !== tenant.id) throw new Refusal('unauthenticated')
  const session = tenant.sessions.session(read.hash)
  if (!session) throw new Refusal('unauthenticated')
  if (session.expires <= now || session.seen + session.idle <= now) throw new Refusal('session-expired')
  const member = tenant.members.find(session.member)
  if (!member?.active) throw new Refusal('unauthenticated')
  if (now - session.seen > TOUCH) tenant.sessions.touch(read.hash, now)
  return member
}

function roleFor(who: readonly Role[], roles: readonly Role[]): Role {
  return who.find((role) => roles.includes(role))!
}
