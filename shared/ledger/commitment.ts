import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod'
import { NotCanonical } from './canonical.ts'

const DOMAIN = utf8ToBytes('menxia-commitment-v1\n')

/** 32 random bytes in hex, new for every commitment: without it a short reason could be guessed from its digest. */
export const Salt = z.string().regex(/^[0-9a-f]{64}$/)

/** What a salted digest in an entry stands for: the text and its salt. Erasing both leaves a digest that says nothing. */
export const Opening = z.strictObject({
  /** The field of the entry that holds the digest. */
  field: z.enum(['reasonDigest', 'findingsDigest']),
  text: z
    .string()
    .max(1_000_000)
    .refine((text) => text.isWellFormed(), { message: 'a lone surrogate' }),
  salt: Salt,
})
export type Opening = z.infer<typeof Opening>

/**
 * The salted commitment that stands in an entry for free text or personal data: hex SHA-256 of a domain line, the 32 salt bytes and the text
 * in NFC. Throws {@link NotCanonical} for a lone surrogate and RangeError for a salt of another form.
 */
export function commit(text: string, salt: string): string {
  if (!Salt.safeParse(salt).success) throw new RangeError('a salt is 32 bytes in lower-case hex')
  if (!text.isWellFormed()) throw new NotCanonical('a lone surrogate')
  return bytesToHex(
    sha256
      .create()
      .update(DOMAIN)
      .update(hexToBytes(salt))
      .update(utf8ToBytes(text.normalize('NFC')))
      .digest(),
  )
}
