import type { Handlers, TenantKey } from '../http/call.ts'
import { ledger } from './ledger.ts'
import { people } from './people.ts'
import { releases } from './releases.ts'
import { reviews } from './reviews.ts'
import { etags, rulesets } from './rulesets.ts'
import { session } from './session.ts'
import { settings } from './settings.ts'

/** A handler for every row of the contract; a missing one does not compile. */
export const handlers: Handlers<TenantKey> = {
  ...session,
  ...people,
  ...settings,
  ...rulesets,
  ...reviews,
  ...releases,
  ...ledger,
}
export { replays } from './replays.ts'
export { etags }
