import { DeviceKey, renewalText } from '#shared/api/contract/session.ts'
import type { Database } from '../platform/database.ts'

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' }

/** This browser's own key: made here, never exported; the Worker knows its public half and asks it to sign a nonce at each renewal. */
export async function deviceKey(database: Database): Promise<CryptoKeyPair> {
  const stored = await database.get<CryptoKeyPair>('keys', 'device')
  if (stored !== undefined) return stored
  const made = await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
  try {
    await database.add('keys', made, 'device')
    return made
  } catch {
    return (await database.get<CryptoKeyPair>('keys', 'device')) ?? made
  }
}

/** The public half in the contract's form. */
export async function publicJwk(pair: CryptoKeyPair): Promise<DeviceKey> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  return DeviceKey.parse({ kty, crv, x, y })
}

/** Base64url of the raw r‖s signature over the Worker's nonce. */
export async function signNonce(pair: CryptoKeyPair, nonce: string): Promise<string> {
  const text = new TextEncoder().encode(renewalText(nonce))
  const bytes = new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, text))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}
