import type { Call } from '../http/call.ts'
import { readCredential } from '../http/credential.ts'
import { Refusal } from '../http/refusal.ts'
import { ABSOLUTE } from './open-session.ts'

/** Who decides something grave has shown who they are within so long, ms. */
export const FRESH = 5 * 60_000

/**
 * 再次确认身份: this very session was opened, with the PIN, at most five minutes ago. A machine that somebody walked away from cannot approve what
 * is 禁止发布. Opening another session needs the PIN, whose wrong guesses are counted (`pin.ts`).
 */
export function assertStepUp({ tenant, credential, now }: Call): void {
  const read = readCredential(credential, 'session')
  const session = read && tenant.sessions.session(read.hash)
  if (!session || now.getTime() - (session.expires - ABSOLUTE) > FRESH) throw new Refusal('step-up-required')
}
