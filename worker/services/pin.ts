import { scrypt } from '@noble/hashes/scrypt.js'
import { bytesToHex, hexToBytes, randomBytes } from '@noble/hashes/utils.js'
import type { Member } from '#shared/api/contract/people.ts'
import { WITH_PIN } from '#shared/api/permissions.ts'
import { sameSecret } from '../http/credential.ts'
import { Refusal } from '../http/refusal.ts'
import type { Sessions } from '../tenant/sessions.ts'

const TRIES = 5
/** How long a PIN is locked after too many tries, ms. */
const LOCK = 15 * 60_000

export function needsPin(member: Member): boolean {
  return WITH_PIN.some((role) => member.roles.includes(role))
}

/** Sets the PIN of a member's first sign-in; a later one must give the same, until the admin revokes what there is. */
export function setOrCheckPin(sessions: Sessions, member: string, pin: string, now: number): Refusal | null {
  if (sessions.pin(member)) return checkPin(sessions, member, pin, now)
  const salt = bytesToHex(randomBytes(16))
  sessions.putPin(member, { salt, hash: hashPin(pin, salt), failures: 0, lockedUntil: 0 })
  return null
}

/** Null when the PIN is right. Failures are counted here, in the Worker, so the refusal is to be returned, not thrown. */
export function checkPin(sessions: Sessions, member: string, pin: string, now: number): Refusal | null {
  const row = sessions.pin(member)
  if (!row) return new Refusal('wrong-pin', '还没有设定 PIN。请用管理员发的邀请码登录并设定。')
  if (row.lockedUntil > now) return new Refusal('too-many-attempts')
  const right = sameSecret(hashPin(pin, row.salt), row.hash)
  const failures = right ? 0 : row.failures + 1
  const locked = failures >= TRIES
  sessions.putPin(member, { ...row, failures: locked ? 0 : failures, lockedUntil: locked ? now + LOCK : 0 })
  return right ? null : new Refusal(locked ? 'too-many-attempts' : 'wrong-pin')
}

/** Slow on purpose. It slows whoever steals the database, not much more: six digits are few, and the lock above is what protects them. */
function hashPin(pin: string, salt: string): string {
  return bytesToHex(scrypt(pin, hexToBytes(salt), { N: 2 ** 10, r: 8, p: 1, dkLen: 32 }))
}
