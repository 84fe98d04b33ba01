import type { Member } from '#shared/api/contract/people.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { mayCall, type Role } from '#shared/api/permissions.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { Caller } from './call.ts'
import { readBearer, sameSecret } from './credential.ts'
import { Refusal } from './refusal.ts'

/** The last use of a session or token is written at most this often, ms. */
const TOUCH = 60_000

/** Who calls, and what writes that their credential was used, null where that was written a moment ago. */
interface Known {
  readonly caller: Caller
  readonly touch: (() => void) | null
}
interface KnownMember {
  readonly member: Member
  readonly touch: Known['touch']
}

/** Who calls, or the refusal: 401 where nobody is known, 403 where somebody is and may not. */
export function authenticate(
  endpoint: Endpoint,
  tenant: Tenant | null,
  credential: string | null,
  operatorSecret: string,
  now: number,
): Known {
  if (endpoint.who === 'public') return nobody('public')
  if (endpoint.who === 'operator') return operatorOf(tenant, credential, operatorSecret, now)
  const { member, touch } = memberOf(tenant, credential, now)
  if (!mayCall(endpoint.who, member.roles)) throw new Refusal('forbidden')
  const role = endpoint.who === 'member' ? member.roles[0]! : roleFor(endpoint.who, member.roles)
  return { caller: { member, id: member.id, role }, touch }
}

function nobody(role: 'public' | 'operator'): Known {
  return { caller: { member: null, id: role, role }, touch: null }
}

function operatorOf(tenant: Tenant | null, credential: string | null, secret: string, now: number): Known {
  if (credential !== null && secret !== '' && sameSecret(credential, secret)) return nobody('operator')
  // A member's token is known and not enough; anything else is nobody.
  if (tenant !== null && readBearer(credential)) memberOf(tenant, credential, now)
  else throw new Refusal('unauthenticated')
  throw new Refusal('forbidden')
}

function memberOf(tenant: Tenant | null, credential: string | null, now: number): KnownMember {
  const read = readBearer(credential)
  if (!tenant || !read || read.tenant !== tenant.id) throw new Refusal('unauthenticated')
  const known = read.kind === 'token' ? machineOf(tenant, read.hash, now) : personOf(tenant, read.hash, now)
  if (!known.member.active) throw new Refusal('unauthenticated')
  return known
}

function personOf({ sessions }: Tenant, hash: string, now: number): KnownMember {
  const session = sessions.holder(hash)
  if (!session) throw new Refusal('unauthenticated')
  if (session.expires <= now || session.seen + session.idle <= now) throw new Refusal('session-expired')
  return { member: session.holder, touch: now - session.seen > TOUCH ? () => sessions.touch(hash, now) : null }
}

function machineOf({ tokens, members }: Tenant, hash: string, now: number): KnownMember {
  const token = tokens.byHash(hash)
  const member = token && members.find(token.member)
  if (!token || !member || token.revokedAt !== null || token.expires <= now)
    throw new Refusal('unauthenticated', '令牌无效、已过期或已被撤销。请管理员重新签发一个。')
  return { member, touch: now - (token.seen ?? 0) > TOUCH ? () => tokens.touch(token.id, now) : null }
}

function roleFor(who: readonly Role[], roles: readonly Role[]): Role {
  return who.find((role) => roles.includes(role))!
}
