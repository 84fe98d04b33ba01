import type { Database } from '../platform/database.ts'

/** Bytes that only this browser profile can read again. */
export interface Sealed {
  iv: Uint8Array<ArrayBuffer>
  bytes: ArrayBuffer
}

/**
 * AES-GCM with a key that cannot be exported, made once and kept in IndexedDB. Drafts and rule lists rest on disk only in this form. It
 * keeps them from a copied profile folder read with an editor, not from somebody who runs this browser.
 */
export function vault(database: Database): Vault {
  let held: Promise<CryptoKey> | null = null
  const key = (): Promise<CryptoKey> => {
    held ??= readOrMakeKey(database).catch((error: unknown) => {
      held = null
      throw error
    })
    return held
  }
  return {
    async seal(value) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const text = new TextEncoder().encode(JSON.stringify(value))
      return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await key(), text) }
    },
    async open(sealed) {
      const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: sealed.iv }, await key(), sealed.bytes)
      return JSON.parse(new TextDecoder().decode(text))
    },
  }
}

export interface Vault {
  seal(value: unknown): Promise<Sealed>
  /** Throws when the bytes were changed or another profile's key made them. The caller validates the shape. */
  open(sealed: Sealed): Promise<unknown>
}

async function readOrMakeKey(database: Database): Promise<CryptoKey> {
  const stored = await database.get<CryptoKey>('keys', 'vault')
  if (stored !== undefined) return stored
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  try {
    await database.add('keys', made, 'vault')
    return made
  } catch {
    // Somebody else made it between our look and our write; theirs is the one on disk.
    return (await database.get<CryptoKey>('keys', 'vault')) ?? made
  }
}
