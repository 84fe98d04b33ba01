import { env, SELF } from 'cloudflare:test'
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { type DeviceKey, renewalText } from '#shared/api/contract/session.ts'
import { type Bureau, clientOf, must, once, openBureau, PIN, siteBehind } from '../../test/contract/actors.ts'
import { codeOf } from '../../test/contract/desk.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const site = siteBehind(SELF, env.OPERATOR_SECRET)
const anyone = clientOf(site, null)
const operator = clientOf(site, site.operatorSecret)
let bureau: Bureau

beforeAll(async () => {
  bureau = await openBureau(site)
})
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() })
})
afterEach(() => vi.useRealTimers())
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)

async function device() {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' }
  const pair = (await crypto.subtle.generateKey(algorithm, false, ['sign', 'verify'])) as CryptoKeyPair
  const { x, y } = (await crypto.subtle.exportKey('jwk', pair.publicKey)) as JsonWebKey
  const deviceKey = { kty: 'EC', crv: 'P-256', x, y } as DeviceKey
  async function sign(nonce: string): Promise<string> {
    const bytes = new TextEncoder().encode(renewalText(nonce))
    const raw = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, bytes)
    const text = btoa(String.fromCharCode(...new Uint8Array(raw)))
    return text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  }
  return { deviceKey, sign }
}
type Device = Awaited<ReturnType<typeof device>>

async function invited(roles: ['editor'] | ['reviewer']): Promise<{ id: string; invitation: string }> {
  const levels = roles[0] === 'reviewer' ? ['first' as const] : []
  const body = { name: '某人', roles, levels }
  const { member } = must(await bureau.admin.call('members.create', { body, idempotencyKey: once() }))
  return { id: member.id, invitation: await invitationFor(member.id) }
}
async function invitationFor(id: string, idempotencyKey = once()): Promise<string> {
  return must(await bureau.admin.call('members.invite', { params: { id }, body: {}, idempotencyKey })).invitation
}
const enter = (invitation: string, { deviceKey }: Device, pin: string | null = PIN) =>
  anyone('session.create', { body: { invitation, deviceKey, pin } })
async function renew(name: string, { sign }: Device, pin: string | null = PIN, wait = 0) {
  const { nonce } = must(await anyone('session.challenge', { body: { device: name } }))
  pass(wait)
  return await anyone('session.renew', { body: { device: name, nonce, signature: await sign(nonce), pin } })
}
const alive = async (token: string) => codeOf(await clientOf(site, token)('session.read', {}))

describe('an invitation', () => {
  it('asked for again with the same key is the same one, and the newest is the only one that works', async () => {
    const { id } = await invited(['editor'])
    const key = once()
    const first = await invitationFor(id, key)
    expect(await invitationFor(id, key)).toBe(first)
    const newer = await invitationFor(id)
    expect(newer).not.toBe(first)
    expect(codeOf(await enter(first, await device()))).toBe('invitation-invalid')
    expect(codeOf(await enter(newer, await device()))).toBe('answer')
  })

  it('works once; the same device may ask again for ten minutes, another never, and nothing is registered twice', async () => {
    const { invitation } = await invited(['editor'])
    const mine = await device()
    const first = must(await enter(invitation, mine))
    const again = must(await enter(invitation, mine))
    expect(again.device).toBe(first.device)
    expect(codeOf(await enter(invitation, await device()))).toBe('invitation-invalid')
    pass(10 * MINUTE)
    expect(codeOf(await enter(invitation, mine))).toBe('invitation-invalid')
    expect(codeOf(await renew(first.device, mine, null))).toBe('answer')
  })

  it('ends after seven days, is of its own bureau, and opens nothing else', async () => {
    const { invitation } = await invited(['editor'])
    const there = await openBureau(site)
    const moved = invitation.replace(`_${bureau.id}_`, `_${there.id}_`)
    for (const wrong of [moved, invitation.slice(0, -1), 'mx_invite_x', ''])
      expect(codeOf(await enter(wrong, await device()))).toBe('invitation-invalid')
    expect(await alive(invitation)).toBe('unauthenticated')
    expect(await alive(invitation.replace('mx_invite', 'mx_session'))).toBe('unauthenticated')
    pass(7 * 24 * HOUR)
    expect(codeOf(await enter(invitation, await device()))).toBe('invitation-invalid')
  })
})

describe('a session', () => {
  it('ends half an hour after its last use and twelve hours after its start, and says so', async () => {
    const mine = await device()
    const { token, device: name } = must(await enter((await invited(['reviewer'])).invitation, mine))
    for (let left = 12 * HOUR; left > 25 * MINUTE; left -= 25 * MINUTE) {
      pass(25 * MINUTE)
      expect(await alive(token)).toBe('answer')
    }
    pass(25 * MINUTE)
    expect(await alive(token)).toBe('session-expired')
    const next = must(await renew(name, mine))
    expect(await alive(next.token)).toBe('answer')
    pass(30 * MINUTE)
    expect(await alive(next.token)).toBe('session-expired')
  })

  it('is refused on the next request after it was ended or revoked, and of another bureau always', async () => {
    const { id, invitation } = await invited(['editor'])
    const mine = await device()
    const one = must(await enter(invitation, mine))
    must(await clientOf(site, one.token)('session.end', {}))
    expect(await alive(one.token)).toBe('unauthenticated')
    const two = must(await renew(one.device, mine, null))
    must(await bureau.admin.call('sessions.revoke', { params: { id }, idempotencyKey: once() }))
    expect(await alive(two.token)).toBe('unauthenticated')
    expect(codeOf(await anyone('session.challenge', { body: { device: one.device } }))).toBe('unauthenticated')
    const there = await openBureau(site)
    expect(await alive(bureau.admin.token.replace(`_${bureau.id}_`, `_${there.id}_`))).toBe('unauthenticated')
  })
})

describe('a renewal', () => {
  it('needs the device’s own signature over a fresh nonce, once', async () => {
    const mine = await device()
    const grant = must(await enter((await invited(['editor'])).invitation, mine))
    expect(codeOf(await renew(grant.device, await device(), null))).toBe('unauthenticated')
    expect(codeOf(await renew(grant.device, mine, null, 2 * MINUTE))).toBe('unauthenticated')
    const { nonce } = must(await anyone('session.challenge', { body: { device: grant.device } }))
    const body = { device: grant.device, nonce, signature: await mine.sign(nonce), pin: null }
    expect(codeOf(await anyone('session.renew', { body }))).toBe('answer')
    expect(codeOf(await anyone('session.renew', { body }))).toBe('unauthenticated')
  })

  it('five wrong PINs lock it for a quarter of an hour, the right one too; then the right one opens', async () => {
    const mine = await device()
    const { device: name } = must(await enter((await invited(['reviewer'])).invitation, mine))
    const codes: string[] = []
    for (const pin of ['000000', '000001', '000002', '000003', '000004', PIN])
      codes.push(codeOf(await renew(name, mine, pin)))
    expect(codes).toEqual([...Array(4).fill('wrong-pin'), 'too-many-attempts', 'too-many-attempts'])
    pass(14 * MINUTE)
    expect(codeOf(await renew(name, mine))).toBe('too-many-attempts')
    pass(MINUTE)
    expect(codeOf(await renew(name, mine))).toBe('answer')
  })

  it('a right PIN forgets the wrong ones before it, and without a PIN there is no session', async () => {
    const mine = await device()
    const { device: name } = must(await enter((await invited(['reviewer'])).invitation, mine))
    for (let round = 0; round < 3; round++) {
      for (const pin of ['000000', '000001', '000002', null])
        expect(codeOf(await renew(name, mine, pin))).toBe('wrong-pin')
      expect(codeOf(await renew(name, mine))).toBe('answer')
    }
  })
})

describe('recovery by the operator', () => {
  const recover = (id: string, memberId: string, key = once()) =>
    operator('bureaus.recover', { params: { id }, body: { memberId }, idempotencyKey: key })

  it('gives an admin a new invitation, the same one when asked again, and ends what they had', async () => {
    const lost = await openBureau(site)
    const key = once()
    const first = must(await recover(lost.id, lost.admin.id, key))
    expect(must(await recover(lost.id, lost.admin.id, key))).toEqual(first)
    expect(await alive(lost.admin.token)).toBe('unauthenticated')
    const back = must(await enter(first.invitation, await device(), '246810'))
    expect(await alive(back.token)).toBe('answer')
    const { entries } = must(await clientOf(site, back.token)('ledger.entries', { query: { from: 0, to: 100 } }))
    const recovered = entries.filter(({ detail }) => (detail as { recovery?: boolean }).recovery)
    expect(recovered).toMatchObject([{ type: 'token.revoked', actor: 'operator', subject: lost.admin.id }])
  })

  it('makes nobody an admin, and is nobody else’s', async () => {
    const { id } = await invited(['editor'])
    expect(codeOf(await recover(bureau.id, id))).toBe('not-found')
    expect(codeOf(await recover(bureau.id, (await openBureau(site)).admin.id))).toBe('not-found')
    const ask = { params: { id: bureau.id }, body: { memberId: bureau.admin.id }, idempotencyKey: once() }
    expect(codeOf(await bureau.admin.call('bureaus.recover', ask))).toBe('forbidden')
    expect(codeOf(await clientOf(site, `${site.operatorSecret}x`)('bureaus.recover', ask))).toBe('unauthenticated')
  })
})
