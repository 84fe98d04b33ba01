import { checks } from './contract/checks.ts'
import { delegates } from './contract/delegates.ts'
import { health } from './contract/health.ts'
import { ledger } from './contract/ledger.ts'
import { obligations } from './contract/obligations.ts'
import { people } from './contract/people.ts'
import { profiles } from './contract/profiles.ts'
import { releases } from './contract/releases.ts'
import { retractions } from './contract/retractions.ts'
import { reviews } from './contract/reviews.ts'
import { rulesetFiles } from './contract/ruleset-files.ts'
import { rulesets } from './contract/rulesets.ts'
import { session } from './contract/session.ts'
import { settings } from './contract/settings.ts'
import { tokens } from './contract/tokens.ts'
import type { Endpoint } from './endpoint.ts'

/**
 * The one table where the two ends meet. The Hono routes, the extension's client, `GET /v1/openapi.json` and the access tests are all made
 * from it; an endpoint that is not here does not exist.
 */
export const contract = {
  ...session,
  ...people,
  ...tokens,
  ...delegates,
  ...settings,
  ...profiles,
  ...rulesets,
  ...rulesetFiles,
  ...checks,
  ...reviews,
  ...retractions,
  ...obligations,
  ...releases,
  ...ledger,
  ...health,
} as const satisfies Readonly<Record<string, Endpoint>>

export type Contract = typeof contract
export type EndpointKey = keyof Contract
