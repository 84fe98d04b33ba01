import { p256 } from '@noble/curves/nist.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Member } from '#shared/api/contract/people.ts'
import { type DeviceKey, renewalText } from '#shared/api/contract/session.ts'
import type { Call } from '../http/call.ts'
import { derivedSecret, hashOf, makeCredential, readCredential } from '../http/credential.ts'
import { Refusal } from '../http/refusal.ts'
import { standingIn } from './name-delegate.ts'
import { checkPin, needsPin, setOrCheckPin } from './pin.ts'
import { record } from './record.ts'

/** A session ends after so long without a request, and in any case after so long, ms. */
const IDLE = 30 * 60_000
export const ABSOLUTE = 12 * 3600_000
/** An invitation that was used may be used again by the same key for so long: its answer may have been lost. */
const RETRY = 10 * 60_000
const CHALLENGE = 2 * 60_000

interface SignIn {
  invitation: string
  deviceKey: DeviceKey
  deviceName: string
  pin: string | null
}

/** One-time invitation + device key [+ PIN] → a session. The invitation is spent, except for the same key within ten minutes. */
export function signIn(asked: SignIn, call: Call) {
  const { members, sessions } = call.tenant
  const now = call.now.getTime()
  const read = readCredential(asked.invitation, 'invite')
  const stored = read && read.tenant === call.tenant.id ? members.invitation(read.hash) : null
  const thumbprint = hashOf(`${asked.deviceKey.x}.${asked.deviceKey.y}`)
  if (!read || !stored || stored.expires <= now) throw new Refusal('invitation-invalid')
  const again = stored.usedBy === thumbprint && now - (stored.usedAt ?? 0) < RETRY
  if (stored.usedAt !== null && !again) throw new Refusal('invitation-invalid')
  const member = members.find(stored.member)
  if (!member?.active) throw new Refusal('invitation-invalid')
  assertPoint(asked.deviceKey)
  if (needsPin(member)) {
    if (asked.pin === null)
      throw new Refusal('invalid-request', undefined, {
        faults: [{ path: 'body.pin', message: '审核人和管理员要设定 PIN' }],
      })
    const refused = setOrCheckPin(sessions, member.id, asked.pin, now)
    if (refused) return refused
  }
  const device = makeCredential('device', call.tenant.id, derivedSecret(asked.invitation, 'device', thumbprint))
  if (!again) {
    const id = crypto.randomUUID()
    members.useInvitation(read.hash, thumbprint, now)
    sessions.addDevice({ id, member: member.id, key: asked.deviceKey }, hashOf(device), asked.deviceName)
    record(call, { type: 'token.issued', subject: id, detail: { member: member.id } })
  }
  return grant(call, member, device)
}

/** A nonce for this device to sign. An unknown device gets one too, which opens nothing: whether it is known is not told here. */
export function challenge(asked: { device: string }, call: Call) {
  const { members, sessions } = call.tenant
  const device = deviceOf(asked.device, call)
  const member = device && members.find(device.member)
  if (!device || !member?.active) throw new Refusal('unauthenticated')
  const nonce = makeCredential('session', call.tenant.id).slice(-52)
  const expires = call.now.getTime() + CHALLENGE
  sessions.addChallenge(hashOf(nonce), device.id, expires)
  return { nonce, expiresAt: new Date(expires).toISOString(), pin: needsPin(member) }
}

interface Renewal {
  device: string
  nonce: string
  signature: string
  pin: string | null
}

/** Signed nonce [+ PIN] → a new session. A nonce works once, whatever comes of it. */
export function renew(asked: Renewal, call: Call) {
  const { members, sessions } = call.tenant
  const now = call.now.getTime()
  const device = deviceOf(asked.device, call)
  const taken = device && sessions.takeChallenge(hashOf(asked.nonce), device.id)
  const member = device && members.find(device.member)
  if (!device || !taken || taken.expires <= now || !member?.active) return new Refusal('unauthenticated')
  if (!isSigned(device.key, asked)) return new Refusal('unauthenticated')
  if (needsPin(member)) {
    if (asked.pin === null) return new Refusal('wrong-pin', '审核人和管理员重新登录要输入 PIN。请输入后再试。')
    const refused = checkPin(sessions, member.id, asked.pin, now)
    if (refused) return refused
  }
  return grant(call, member, asked.device)
}

/** Who is signed in, and until when. A machine's token has no idle end: all of its time is left to it. */
export function readSession(call: Call) {
  const { tenant, caller, credential, now } = call
  const hash = hashOf(credential)
  const row = tenant.sessions.session(hash)
  if (row) return sessionOf(call, caller.member!, row.expires)
  const { expires } = tenant.tokens.byHash(hash)!
  const idleSeconds = Math.max(1, Math.floor((expires - now.getTime()) / 1000))
  return { ...sessionOf(call, caller.member!, expires), idleSeconds }
}

/** 退出登录. A machine has no session to end: its token is revoked by an admin. */
export function endSession(call: Call) {
  const hash = hashOf(call.credential)
  if (!call.tenant.sessions.session(hash))
    throw new Refusal('conflict', '令牌不是登录，不能由自己退出。请管理员撤销这个令牌。')
  call.tenant.sessions.end(hash)
  return {}
}

function grant(call: Call, member: Member, device: string) {
  const token = makeCredential('session', call.tenant.id)
  const now = call.now.getTime()
  const row = { member: member.id, device: hashOf(device), seen: now, idle: IDLE, expires: now + ABSOLUTE }
  call.tenant.sessions.addSession(hashOf(token), row)
  return { ...sessionOf(call, member, row.expires), token, device }
}

function sessionOf({ tenant, now }: Call, member: Member, expires: number) {
  const bureau = { id: tenant.id, name: tenant.name }
  const lent = standingIn(tenant, member, now).map(({ reviewer: { id, name, levels }, row: { endsOn } }) => ({
    ...{ reviewer: { id, name }, levels, endsOn },
  }))
  return { bureau, member, standingIn: lent, expiresAt: new Date(expires).toISOString(), idleSeconds: IDLE / 1000 }
}

function deviceOf(text: string, { tenant }: Call) {
  const read = readCredential(text, 'device')
  const device = read && read.tenant === tenant.id ? tenant.sessions.device(read.hash) : null
  return device && !device.revoked ? device : null
}

function isSigned(key: DeviceKey, { nonce, signature }: Renewal): boolean {
  try {
    return p256.verify(fromBase64Url(signature), utf8ToBytes(renewalText(nonce)), pointOf(key), { lowS: false })
  } catch {
    return false
  }
}

function assertPoint(key: DeviceKey): void {
  try {
    p256.Point.fromBytes(pointOf(key)).assertValidity()
  } catch {
    throw new Refusal('invalid-request', undefined, {
      faults: [{ path: 'body.deviceKey', message: '不是 P-256 曲线上的公钥' }],
    })
  }
}

function pointOf({ x, y }: DeviceKey): Uint8Array {
  return Uint8Array.of(4, ...fromBase64Url(x), ...fromBase64Url(y))
}

function fromBase64Url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0))
}
