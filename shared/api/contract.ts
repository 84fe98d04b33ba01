import { checks } from './contract/checks.ts'
import { health } from './contract/health.ts'
import { ledger } from './contract/ledger.ts'
import { people } from './contract/people.ts'
import { profiles } from './contract/profiles.ts'
import { releases } from './contract/releases.ts'
import { reviews } from './contract/reviews.ts'
import { rulesets } from './contract/rulesets.ts'
import { session } from './contract/session.ts'
import { settings } from './contract/settings.ts'
import type { Endpoint } from './endpoint.ts'

/**
 * The one table where the two ends meet. The Hono routes, the extension's client, `GET /v1/openapi.json` and the access tests are all made
 * from it; an endpoint that is not here does not exist.
 */
export const contract = {
  ...session,
  ...people,
  ...settings,
  ...profiles,
  ...rulesets,
  ...checks,
  ...reviews,
  ...releases,
  ...ledger,
  ...health,
} as const satisfies Readonly<Record<string, Endpoint>>

export type Contract = typeof contract
export type EndpointKey = keyof Contract
