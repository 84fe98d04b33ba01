import * as z from 'zod'
import { canonicalBytes } from './canonical.ts'
import { hashLeaf } from './hash.ts'

const Digest = z.string().regex(/^[0-9a-f]{64}$/)

/** A name that a machine made: no spaces and nothing outside ASCII, so that no sentence and no person's name can get into a leaf. */
export const Token = z.string().regex(/^[A-Za-z0-9._:@/+-]{1,200}$/)

/** Everything that the ledger remembers, one name a kind. A new kind is added at the end; none is ever renamed. */
export const EntryType = z.enum([
  'bureau.created',
  'member.added',
  'member.changed',
  'member.removed',
  'token.issued',
  'token.revoked',
  'settings.changed',
  'ruleset.proposed',
  'ruleset.consented',
  'ruleset.published',
  'ruleset.rolled-back',
  'check.recorded',
  'review.submitted',
  'review.decided',
  'review.withdrawn',
  'review.commented',
  'review.voided',
  'review.reopened',
  'review.expired',
  'release.issued',
  'release.published',
  'release.retracted',
  'emergency.published',
  'incident.recorded',
  'text.erased',
  'profiles.changed',
  'delegate.named',
  'delegate.ended',
  'interpretation.published',
  'member.invited',
])
export type EntryType = z.infer<typeof EntryType>

/**
 * 存证: one thing that happened, as it goes into the leaf. Digests only: free text and personal data stay outside as salted
 * commitments (see `commit`), so that they can be erased on time without breaking the tree.
 */
export const LedgerEntry = z
  .strictObject({
    v: z.literal(1),
    tenant: Token,
    /** Place in the ledger, from 0, without a gap. Equals the leaf's number in the tree. */
    seq: z.int().nonnegative(),
    /** Idempotency key made by the client; unique in the tenant. */
    idem: Token,
    type: EntryType,
    /** Member id, or `system`. Never a name. */
    actor: Token,
    role: Token,
    /** What it is about: id of the review, release, member, token, or the version of a rule set. */
    subject: Token.nullable(),
    contentHash: Digest.nullable(),
    /** Version of the rule set that was in force. */
    ruleset: Token.nullable(),
    findingsDigest: Digest.nullable(),
    /** `commit(reason, salt)`; null where no reason was given. */
    reasonDigest: Digest.nullable(),
    /** Facts a type needs, as machine-made words: `verdict`, `level`, `gates`, `version`, `site`. */
    detail: z.record(Token, z.union([Token, z.int(), z.boolean()])),
    /** Server's clock, UTC, milliseconds. Never earlier than the entry before. */
    at: z.iso.datetime({ precision: 3 }),
    /** The client's clock: a claim, kept as one. */
    clientAt: z.iso.datetime().nullable(),
  })
  .refine((entry) => Object.keys(entry.detail).length <= 20, { message: 'at most 20 details' })
export type LedgerEntry = z.infer<typeof LedgerEntry>

/** The hash of an entry's leaf, SHA-256(0x00 ‖ JCS(entry)): what the tree is built over. */
export function leafHash(entry: LedgerEntry): Uint8Array {
  return hashLeaf(canonicalBytes(entry))
}
