import type { Call } from '../http/call.ts'
import { derivedSecret, hashOf, makeCredential } from '../http/credential.ts'
import { Refusal } from '../http/refusal.ts'
import { record } from './record.ts'

/** An invitation is good for so long, ms. */
const GOOD_FOR = 7 * 24 * 3600 * 1000

/**
 * An invitation for a member, made from the caller's own credential and idempotency key: a repeated request gets the same one, and the Worker
 * keeps only its hash. `first` is false for such a repetition, which stores nothing.
 */
export function invite(call: Call, memberId: string, first = true) {
  const secret = derivedSecret(call.credential, 'invite', call.idem, memberId)
  const invitation = makeCredential('invite', call.tenant.id, secret)
  const hash = hashOf(invitation)
  if (first) call.tenant.members.invite(hash, memberId, call.now.getTime() + GOOD_FOR)
  const stored = call.tenant.members.invitation(hash)
  if (!stored) throw new Refusal('conflict', '邀请码只在第一次显示，或已被新的邀请码取代。请重新发一个。')
  return { invitation, memberId, expiresAt: new Date(stored.expires).toISOString() }
}

/** {@link invite} for a member who is there and active. In the ledger: whoever holds it becomes that member on a device of theirs. */
export function inviteMember(call: Call, memberId: string) {
  const member = call.tenant.members.find(memberId)
  if (!member) throw new Refusal('not-found')
  if (!member.active) throw new Refusal('wrong-state', '这位人员已停用，不能发邀请码。请先恢复。')
  record(call, { type: 'member.invited', subject: memberId })
  return invite(call, memberId)
}

/** For the operator, when no admin can sign in any more: an invitation for one who is an admin already. Makes nobody one. */
export function inviteAdmin(call: Call, memberId: string) {
  const member = call.tenant.members.find(memberId)
  if (!member?.active || !member.roles.includes('admin')) throw new Refusal('not-found')
  call.tenant.sessions.revokeAll(memberId)
  record(call, { type: 'token.revoked', subject: memberId, detail: { recovery: true } })
  return invite(call, memberId)
}
