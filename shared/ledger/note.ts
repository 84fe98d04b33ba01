import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from './base64.ts'
import { equalBytes } from './hash.ts'

/** Type byte of plain Ed25519 signatures in C2SP signed-note. */
const ED25519 = 1
const MAX_NOTE = 200_000

/** A public key with the name it signs under. */
export interface NoteKey {
  readonly name: string
  readonly publicKey: Uint8Array
}

/** C2SP signed-note: first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key). */
export function keyId(key: NoteKey): Uint8Array {
  return sha256(concatBytes(utf8ToBytes(key.name), Uint8Array.of(10, ED25519), key.publicKey)).slice(0, 4)
}

/** The key in the one line that golang's note package calls a verifier key: `name+id+base64(0x01 ‖ public key)`. */
export function formatKey(key: NoteKey): string {
  return `${key.name}+${bytesToHex(keyId(key))}+${toBase64(concatBytes(Uint8Array.of(ED25519), key.publicKey))}`
}

/** Inverse of {@link formatKey}; null for anything else, also when the id does not belong to the key. */
export function parseKey(text: string): NoteKey | null {
  const match = /^([^\s+]{1,255})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text)
  const bytes = match && fromBase64(match[3]!)
  if (!match || bytes?.length !== 33 || bytes[0] !== ED25519) return null
  const key = { name: match[1]!, publicKey: bytes.slice(1) }
  return bytesToHex(keyId(key)) === match[2] ? key : null
}

/** The signature line for a note text that was signed outside: `— name base64(id ‖ signature)`. */
export function signatureLine(key: NoteKey, signature: Uint8Array): string {
  return `— ${key.name} ${toBase64(concatBytes(keyId(key), signature))}\n`
}

/**
 * The text of a signed note if `key` signed it, else null. Signatures of other keys are ignored, as C2SP asks (a witness may have added
 * its own); a signature that claims this key and does not verify refuses the whole note.
 */
export function openNote(note: string, key: NoteKey): string | null {
  const parts = splitNote(note)
  if (!parts) return null
  const id = keyId(key)
  let signed = false
  for (const { name, bytes } of parts.signatures) {
    if (name !== key.name || !equalBytes(bytes.slice(0, 4), id)) continue
    if (!verify(bytes.slice(4), parts.text, key.publicKey)) return null
    signed = true
  }
  return signed ? parts.text : null
}

/** Text and signature lines, unverified; null when it is not a note. */
export function splitNote(note: string): { text: string; signatures: { name: string; bytes: Uint8Array }[] } | null {
  if (note.length > MAX_NOTE || !note.isWellFormed() || hasControl(note)) return null
  const at = note.lastIndexOf('\n\n')
  if (at < 0 || !note.endsWith('\n')) return null
  const signatures = []
  for (const line of note.slice(at + 2, -1).split('\n')) {
    const match = /^— ([^\s+]+) ([A-Za-z0-9+/=]+)$/.exec(line)
    const bytes = match && fromBase64(match[2]!)
    if (!match || !bytes || bytes.length < 5) return null
    signatures.push({ name: match[1]!, bytes })
  }
  return { text: note.slice(0, at + 1), signatures }
}

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) < 32 && text[i] !== '\n') return true
  return false
}

function verify(signature: Uint8Array, text: string, publicKey: Uint8Array): boolean {
  if (signature.length !== 64) return false
  try {
    return ed25519.verify(signature, utf8ToBytes(text), publicKey, { zip215: false })
  } catch {
    return false
  }
}
