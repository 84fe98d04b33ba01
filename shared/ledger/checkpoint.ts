import { utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from './base64.ts'
import { HASH_BYTES } from './hash.ts'
import { type NoteKey, openNote, signatureLine } from './note.ts'
import { MAX_SIZE } from './stored-hashes.ts'

/** 树头: what the ledger says of itself at one moment. */
export interface Checkpoint {
  /** Which ledger: a URL without scheme, e.g. `menxia.example/quanzhou-edu`. The signing key has the same name. */
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

/** The text that is signed (C2SP tlog-checkpoint): origin, size, Base64 root, each with a newline. */
export function checkpointText(checkpoint: Checkpoint): string {
  return `${checkpoint.origin}\n${checkpoint.size}\n${toBase64(checkpoint.root)}\n`
}

/** A signed checkpoint. `sign` gives the 64-byte Ed25519 signature of the bytes it gets; the private key stays with the caller. */
export async function signCheckpoint(
  checkpoint: Checkpoint,
  publicKey: Uint8Array,
  sign: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>,
): Promise<string> {
  if (!isOrigin(checkpoint.origin)) throw new RangeError('an origin has no spaces, no plus and no line breaks')
  const text = checkpointText(checkpoint)
  const signature = await sign(utf8ToBytes(text))
  return `${text}\n${signatureLine({ name: checkpoint.origin, publicKey }, signature)}`
}

/** The checkpoint in a note that `key` signed and whose origin is the key's name, else null. Extension lines are refused: we never write any. */
export function openCheckpoint(note: string, key: NoteKey): Checkpoint | null {
  const text = openNote(note, key)
  const checkpoint = text === null ? null : parseCheckpointText(text)
  return checkpoint?.origin === key.name ? checkpoint : null
}

/** The checkpoint in a note text, without any check of who signed it. */
export function parseCheckpointText(text: string): Checkpoint | null {
  const match = /^([^\s+]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/=]+)\n$/.exec(text)
  const root = match && fromBase64(match[3]!)
  const size = match ? Number(match[2]) : -1
  return match && root?.length === HASH_BYTES && size <= MAX_SIZE ? { origin: match[1]!, size, root } : null
}

function isOrigin(origin: string): boolean {
  return /^[^\s+]{1,255}$/.test(origin) && origin.isWellFormed()
}
