import { type Client, createClient, type Outcome, type Send } from '#shared/api/client.ts'
import type { DeviceKey } from '#shared/api/contract/session.ts'
import type { Role } from '#shared/api/permissions.ts'
import type { Level } from '#shared/review/review.ts'

/** Where a test's Worker is: its address, how to reach it, and the operator's secret. The same tests run inside workerd and against a live one. */
export interface Site {
  readonly base: string
  readonly send: Send
  readonly operatorSecret: string
}

/** The site behind a fetcher, such as `SELF` inside workerd. */
export function siteBehind(fetcher: { fetch: Send }, operatorSecret: string): Site {
  return { base: 'https://menxia.test', send: (url, request) => fetcher.fetch(url, request), operatorSecret }
}

/** Somebody signed in. */
export interface Person {
  readonly id: string
  readonly token: string
  readonly call: Client
}
export interface Bureau {
  readonly id: string
  readonly admin: Person
  add(
    roles: readonly [Role, ...Role[]],
    levels?: readonly Level[],
    more?: { emergency?: boolean; site?: string; department?: string },
  ): Promise<Person>
}

export const PIN = '135790'
export const once = (): string => crypto.randomUUID()

/** A text that no other draft has, with no digit in it: of 60,000 random UUIDs one held the number of a bank card, and was rightly refused. */
export const ownText = (): string => once().replaceAll(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!)

/** The answer, or the Worker's own refusal as an error. */
export function must<A>(outcome: Outcome<A>): A {
  if (outcome.kind === 'answer') return outcome.answer
  throw new Error(JSON.stringify(outcome))
}

export function clientOf(site: Site, token: string | null): Client {
  return createClient({ base: site.base, send: site.send, token: () => token })
}

/** A device key of its own, and a session with it. */
export async function signIn(site: Site, invitation: string): Promise<Person> {
  const pair = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
    'verify',
  ])) as CryptoKeyPair
  const { kty, crv, x, y } = (await crypto.subtle.exportKey('jwk', pair.publicKey)) as JsonWebKey
  const deviceKey = { kty, crv, x, y } as DeviceKey
  const body = { invitation, deviceKey, deviceName: 'test', pin: PIN }
  const { token, member } = must(await clientOf(site, null)('session.create', { body }))
  return { id: member.id, token, call: clientOf(site, token) }
}

/** A new bureau with a random id and its first admin signed in. */
export async function openBureau(site: Site): Promise<Bureau> {
  const id = `t-${once().slice(0, 8)}`
  const operator = clientOf(site, site.operatorSecret)
  const body = { id, name: '测试局', admin: { name: '黄敏' } }
  const made = must(await operator('bureaus.create', { body, idempotencyKey: once() }))
  const admin = await signIn(site, made.invitation)
  return {
    id,
    admin,
    async add(roles, levels = roles.includes('reviewer') ? ['first'] : [], more = {}) {
      const wanted = {
        name: `${roles.join('、')}${once().slice(0, 4)}`,
        roles: [...roles],
        levels: [...levels],
        ...more,
      }
      const { member } = must(await admin.call('members.create', { body: wanted, idempotencyKey: once() }))
      const ask = { params: { id: member.id }, body: {}, idempotencyKey: once() }
      return await signIn(site, must(await admin.call('members.invite', ask)).invitation)
    },
  }
}
