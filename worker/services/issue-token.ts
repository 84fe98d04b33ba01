import type { Member } from '#shared/api/contract/people.ts'
import type { MachineToken } from '#shared/api/contract/tokens.ts'
import { MACHINES } from '#shared/api/permissions.ts'
import type { Call } from '../http/call.ts'
import { derivedSecret, hashOf, makeCredential } from '../http/credential.ts'
import { Refusal } from '../http/refusal.ts'
import type { Tenant } from '../tenant/tenant.ts'
import type { TokenRow } from '../tenant/tokens.ts'
import { record } from './record.ts'

const DAY = 24 * 3600_000
/** The list holds at most so many. */
const MOST = 500

interface Wanted {
  memberId: string
  name: string
  days: number
}

/** A long-lived token for a machine. People sign in with a device key instead: a token can be copied, a key cannot. */
export function issueToken({ memberId, name, days }: Wanted, call: Call) {
  const { tenant, caller, now } = call
  const member = tenant.members.find(memberId)
  if (!member) throw new Refusal('not-found')
  if (!isMachine(member))
    throw new Refusal('conflict', '长期令牌只发给内容管理系统和见证方，人员请用邀请码登录。请核对所选的成员。')
  if (!member.active) throw new Refusal('wrong-state', '这个成员已停用，不能签发令牌。请先恢复。')
  const token = tokenOf(call, memberId)
  const row = {
    ...{ id: crypto.randomUUID(), member: memberId, name, issuedBy: caller.id, issuedAt: now.toISOString() },
    expires: now.getTime() + days * DAY,
  }
  tenant.tokens.add(hashOf(token), row)
  const receipt = record(call, { type: 'token.issued', subject: row.id, detail: { member: memberId, days } })
  return { token, record: viewToken(tenant, { ...row, seen: null, revokedAt: null }), receipt }
}

/**
 * The token of this request, made from the caller's own credential and idempotency key, so that a repeated request gets the same one though only
 * its hash is stored. Refused where it is no longer known.
 */
export function tokenAgain(memberId: string, call: Call): string | Refusal {
  const token = tokenOf(call, memberId)
  if (call.tenant.tokens.byHash(hashOf(token))) return token
  return new Refusal('conflict', '令牌只在签发时显示一次，现在已不能再显示。请撤销它，再签发一个。')
}

export function listTokens({ tenant }: Call) {
  return { items: tenant.tokens.all(MOST).map((row) => viewToken(tenant, row)) }
}

export function revokeToken(id: string, call: Call) {
  const { tenant, now } = call
  const row = tenant.tokens.find(id)
  if (!row) throw new Refusal('not-found')
  if (row.revokedAt !== null) throw new Refusal('wrong-state', '这个令牌已经撤销，无须重复。')
  const revokedAt = now.toISOString()
  tenant.tokens.revoke(id, revokedAt)
  const receipt = record(call, { type: 'token.revoked', subject: id, detail: { member: row.member } })
  return { record: viewToken(tenant, { ...row, revokedAt }), receipt }
}

function isMachine({ roles }: Member): boolean {
  return roles.every((role) => MACHINES.includes(role))
}

function tokenOf(call: Call, memberId: string): string {
  return makeCredential('token', call.tenant.id, derivedSecret(call.credential, 'token', call.idem, memberId))
}

function viewToken(tenant: Tenant, row: TokenRow): MachineToken {
  const person = (id: string) => ({ id, name: tenant.members.nameOf(id) })
  const { id, name, issuedAt, revokedAt, expires, seen } = row
  const expiresAt = new Date(expires).toISOString()
  const lastUsedAt = seen === null ? null : new Date(seen).toISOString()
  return {
    ...{ id, name, issuedAt, revokedAt, expiresAt, lastUsedAt },
    ...{ member: person(row.member), issuedBy: person(row.issuedBy) },
  }
}
