import * as z from 'zod'
import { type Kept, kept } from './kept.ts'

/** Who this browser belongs to, as the Worker said at the last sign-in. Not secret: `device` opens nothing without the key in IndexedDB. */
export const Account = z.strictObject({
  worker: z.url(),
  device: z.string(),
  bureau: z.strictObject({ id: z.string(), name: z.string() }),
  member: z.strictObject({
    id: z.string(),
    name: z.string(),
    roles: z.array(z.string()),
    levels: z.array(z.string()),
    emergency: z.boolean(),
  }),
  needsPin: z.boolean(),
  /** The ledger's public key, kept from the first sign-in on: a later one that differs is shown, not believed. */
  ledgerKey: z.string().nullable(),
  /** The bureau's ES256 keys (JWK), kept likewise: they sign rule bundles and passes. */
  signingKeys: z.array(z.record(z.string(), z.string())),
})
export type Account = z.infer<typeof Account>

/** The bearer token of now. In memory only (`storage.session`), out of a content script's reach. */
export interface Ticket {
  token: string
  expiresAt: string
  /** What the grant showed of this machine's clock: ahead of the Worker's by hours, behind it, or right enough. */
  clock?: 'fast' | 'slow' | null
}

export const account: Kept<Account | null> = kept<Account | null>('local', 'account', null)
export const ticket: Kept<Ticket | null> = kept<Ticket | null>('session', 'ticket', null)
