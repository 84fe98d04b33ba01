import * as z from 'zod'
import { CivilDate } from '../../calendar/civil-date.ts'
import { Level } from '../../review/review.ts'
import { endpoints } from '../endpoint.ts'
import { At, Empty, Name, Person, TenantId } from './common.ts'
import { Member } from './people.ts'

const Coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/, '应为 32 个字节的 base64url')

/** Public half of the device's P-256 key. The private half never leaves the browser (non-extractable, in IndexedDB). */
export const DeviceKey = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: Coordinate,
  y: Coordinate,
})
export type DeviceKey = z.infer<typeof DeviceKey>

/** 6 to 12 digits, chosen at the first sign-in by reviewers and admins. */
export const Pin = z.string().regex(/^\d{6,12}$/, '应为 6 至 12 位数字')

export const Session = z.strictObject({
  bureau: z.strictObject({ id: TenantId, name: Name }),
  member: Member,
  /** Reviewers in whose place this member may decide today (AB角), and at which levels. */
  standingIn: z.array(z.strictObject({ reviewer: Person, levels: z.array(Level), endsOn: CivilDate })),
  /** The last moment this token works. */
  expiresAt: At,
  /** Seconds without a request after which it stops working. */
  idleSeconds: z.int().positive(),
})
export type Session = z.infer<typeof Session>

/** `token` goes into `Authorization: Bearer`, kept only in `storage.session`. `device` names the registered key at a renewal; it opens nothing by itself. */
export const SessionGrant = z.strictObject({
  ...Session.shape,
  token: z.string().max(300),
  device: z.string().max(300),
})
export type SessionGrant = z.infer<typeof SessionGrant>

/** The bytes a device signs at a renewal (ECDSA P-256, SHA-256, raw r‖s): this text, UTF-8. */
export function renewalText(nonce: string): string {
  return `menxia-renew-v1\n${nonce}\n`
}

export const session = endpoints({
  'session.create': {
    method: 'POST',
    path: '/v1/session',
    who: 'public',
    status: 201,
    summary: '用一次性邀请码登录并登记本机密钥；审核人和管理员同时设定 PIN。答复丢失时，同一密钥可在十分钟内重试。',
    body: z.strictObject({
      invitation: z.string().max(300),
      deviceKey: DeviceKey,
      deviceName: z.string().trim().max(100).default(''),
      pin: Pin.nullable().default(null),
    }),
    answer: SessionGrant,
  },
  'session.challenge': {
    method: 'POST',
    path: '/v1/session/challenge',
    who: 'public',
    summary: '取一个待签名的随机数，两分钟内有效，只能用一次。',
    body: z.strictObject({ device: z.string().max(300) }),
    answer: z.strictObject({ nonce: z.string().max(100), expiresAt: At, pin: z.boolean() }),
  },
  'session.renew': {
    method: 'POST',
    path: '/v1/session/renew',
    who: 'public',
    status: 201,
    summary: '用本机密钥对随机数的签名（审核人、管理员另加 PIN）换取新的登录。',
    body: z.strictObject({
      device: z.string().max(300),
      nonce: z.string().max(100),
      /** Base64url of the 64 raw signature bytes over {@link renewalText}. */
      signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/, '应为 64 个字节的 base64url'),
      pin: Pin.nullable().default(null),
    }),
    answer: SessionGrant,
  },
  'session.read': {
    method: 'GET',
    path: '/v1/session',
    who: 'member',
    summary: '当前登录的是谁，何时失效。',
    answer: Session,
  },
  'session.end': {
    method: 'DELETE',
    path: '/v1/session',
    who: 'member',
    summary: '退出登录。',
    answer: Empty,
  },
})
