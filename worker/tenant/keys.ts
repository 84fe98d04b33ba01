import { createPrivateKey, sign } from 'node:crypto'
import { ed25519 } from '@noble/curves/ed25519.js'
import { p256 } from '@noble/curves/nist.js'
import { bytesToHex, concatBytes, hexToBytes, randomBytes } from '@noble/hashes/utils.js'
import type { NoteKey } from '#shared/ledger/note.ts'
import type { Meta } from './meta.ts'

/** What stands before 32 secret bytes in the PKCS #8 form of an Ed25519 key (RFC 8410 §7). */
const PKCS8 = hexToBytes('302e020100300506032b657004220420')

/** The bureau's signing keys. Made once in its own storage; the private halves never leave this class. */
export interface Keys {
  readonly ledger: NoteKey
  signLedger(bytes: Uint8Array): Uint8Array
  /** Key id and public half of the ES256 key that signs passes and rule bundles. */
  readonly release: { readonly kid: string; readonly x: Uint8Array; readonly y: Uint8Array }
  /** Raw r‖s over SHA-256 of the bytes, as JWS wants it. */
  signRelease(bytes: Uint8Array): Uint8Array
}

/** Makes both keys. Called once, when the bureau is made. `origin` names the ledger in every checkpoint. */
export function makeKeys(meta: Meta, origin: string): void {
  meta.set('ledger-origin', origin)
  meta.set('ledger-secret', bytesToHex(randomBytes(32)))
  meta.set('release-secret', bytesToHex(p256.utils.randomSecretKey()))
}

export function keysOf(meta: Meta): Keys {
  const secret = hexToBytes(meta.need('ledger-secret'))
  const releaseSecret = hexToBytes(meta.need('release-secret'))
  // The runtime's own Ed25519, synchronous and twenty times as fast: every append signs. RFC 8032 leaves no choice of bytes, so both make the same.
  const ledgerKey = createPrivateKey({ key: concatBytes(PKCS8, secret), format: 'der', type: 'pkcs8' })
  const point = p256.getPublicKey(releaseSecret, false)
  return {
    ledger: { name: meta.need('ledger-origin'), publicKey: ed25519.getPublicKey(secret) },
    signLedger: (bytes) => new Uint8Array(sign(null, bytes, ledgerKey)),
    release: { kid: bytesToHex(point.slice(1, 9)), x: point.slice(1, 33), y: point.slice(33, 65) },
    signRelease: (bytes) => p256.sign(bytes, releaseSecret),
  }
}
