import { type DeviceKey, renewalText } from '#shared/api/contract/session.ts'
import { clientOf, must, once, type Person, type Site } from './actors.ts'

/** A device of an auditor (who needs no PIN), signed in. */
export interface Device {
  readonly name: string
  readonly token: string
  /** A body that renews its session, with a fresh challenge signed. */
  renewal(): Promise<{ device: string; nonce: string; signature: string; pin: null }>
}

/** An invitation that nobody has used, and a key for it. */
export async function newDevice(admin: Person) {
  const body = { name: '监督员', roles: ['auditor' as const] }
  const { member } = must(await admin.call('members.create', { body, idempotencyKey: once() }))
  const ask = { params: { id: member.id }, body: {}, idempotencyKey: once() }
  const { invitation } = must(await admin.call('members.invite', ask))
  const form = { name: 'ECDSA', namedCurve: 'P-256' }
  const pair = (await crypto.subtle.generateKey(form, false, ['sign', 'verify'])) as CryptoKeyPair
  const { kty, crv, x, y } = (await crypto.subtle.exportKey('jwk', pair.publicKey)) as JsonWebKey
  return { invitation, deviceKey: { kty, crv, x, y } as DeviceKey, privateKey: pair.privateKey }
}

export async function signedIn(site: Site, admin: Person): Promise<Device> {
  const { invitation, deviceKey, privateKey } = await newDevice(admin)
  const call = clientOf(site, null)
  const { device, token } = must(await call('session.create', { body: { invitation, deviceKey } }))
  return {
    name: device,
    token,
    async renewal() {
      const { nonce } = must(await call('session.challenge', { body: { device } }))
      const text = new TextEncoder().encode(renewalText(nonce))
      const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, text)
      const base64 = btoa(String.fromCharCode(...new Uint8Array(signature)))
      const url = base64.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
      return { device, nonce, signature: url, pin: null }
    },
  }
}
