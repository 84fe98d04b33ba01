import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Keys } from '../tenant/keys.ts'

/** A compact ES256 JWS. Made by hand because `jose` signs asynchronously and this runs inside the storage transaction; readers use `jose`. */
export function signJws(keys: Keys, type: string, claims: Readonly<Record<string, unknown>>): string {
  const header = { alg: 'ES256', kid: keys.release.kid, typ: type }
  const text = `${base64Url(utf8ToBytes(JSON.stringify(header)))}.${base64Url(utf8ToBytes(JSON.stringify(claims)))}`
  return `${text}.${base64Url(keys.signRelease(utf8ToBytes(text)))}`
}

export function base64Url(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
