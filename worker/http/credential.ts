import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, randomBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/** What a credential opens: a session's token, a machine's token, a one-time invitation, the name of a registered device. */
export type CredentialKind = 'session' | 'token' | 'invite' | 'device'

declare const secret: unique symbol
/** A credential as it came or goes: a string to who uses it, of a type that the log has no field for. */
export type Secret = string & { readonly [secret]: true }

/** Where a request came without one. */
export const NO_CREDENTIAL = '' as Secret

export interface Credential {
  readonly kind: CredentialKind
  /** The bureau it is of. The only place a tenant is ever taken from. */
  readonly tenant: string
  /** SHA-256 of the whole credential in hex: all that is stored. */
  readonly hash: string
}

const FORM = /^mx_(session|token|invite|device)_([a-z][a-z0-9-]{1,38}[a-z0-9])_([0-9A-Za-z]{43})_([0-9a-f]{8})$/
const encoder = new TextEncoder()
const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A new credential of 32 random bytes: `mx_<kind>_<tenant>_<base62>_<crc>`. The check sum lets scanners and typing errors be told from guesses. */
export function makeCredential(kind: CredentialKind, tenant: string, bytes: Uint8Array = randomBytes(32)): Secret {
  const body = `mx_${kind}_${tenant}_${base62(bytes)}`
  return `${body}_${checkSum(body)}` as Secret
}

/** The credential in `text`, or null for anything malformed. Says nothing about whether it is known. */
export function readCredential(text: string | null | undefined, kind: CredentialKind): Credential | null {
  const match = text ? FORM.exec(text) : null
  if (!text || !match || match[1] !== kind) return null
  if (checkSum(text.slice(0, -9)) !== match[4]) return null
  return {
    kind,
    tenant: match[2]!,
    // Made where it is asked for: the front only wants the bureau.
    get hash() {
      return hashOf(text)
    },
  }
}

/** The credential of a request: a person's session or a machine's token. */
export function readBearer(text: string | null): Credential | null {
  return readCredential(text, 'session') ?? readCredential(text, 'token')
}

/** SHA-256 in hex. Credentials are looked up by it, so that comparing takes no time that tells anything. */
export function hashOf(text: string): string {
  return bytesToHex(sha256(encoder.encode(text)))
}

/**
 * 32 bytes that the holder of `from` can make again for the same words and nobody else can make at all: so that the answer to a repeated
 * request is the same, though the Worker stores only its hash.
 */
export function derivedSecret(from: string, ...words: readonly string[]): Uint8Array {
  return hmac(sha256, utf8ToBytes(from), utf8ToBytes(`menxia-derived-v1\n${words.join('\n')}\n`))
}

/** Whether two secrets are the same, in a time that depends on neither. */
export function sameSecret(a: string, b: string): boolean {
  const left = sha256(utf8ToBytes(a))
  const right = sha256(utf8ToBytes(b))
  return left.reduce((differs, byte, i) => differs | (byte ^ right[i]!), 0) === 0
}

/** The token of an `Authorization: Bearer` header. Never from a query: addresses are logged. */
export function bearerOf(headers: Headers): Secret | null {
  return (/^Bearer ([\x21-\x7e]{1,300})$/.exec(headers.get('authorization') ?? '')?.[1] as Secret | undefined) ?? null
}

function base62(bytes: Uint8Array): string {
  let number = BigInt(`0x${bytesToHex(bytes)}`)
  let out = ''
  for (let i = 0; i < 43; i++) {
    out = DIGITS[Number(number % 62n)]! + out
    number /= 62n
  }
  return out
}

function checkSum(text: string): string {
  return bytesToHex(sha256(encoder.encode(text)).subarray(0, 4))
}
