import type { EndpointKey } from '#shared/api/contract.ts'
import type { Examples } from './example.ts'
import { people } from './people.ts'
import { reviews } from './reviews.ts'
import { rulesets } from './rulesets.ts'

/** An example for every row of the contract; a missing one does not compile. */
export const examples: Examples<EndpointKey> = {
  ...people,
  ...rulesets,
  ...reviews,
  'health.live': { ask: {}, answer: { ok: true } },
  'health.ready': { ask: {}, answer: { ok: true, version: '0.1.0' } },
  'openapi.read': { ask: {}, answer: { openapi: '3.1.0', info: { title: '门下 Menxia', version: '1' }, paths: {} } },
  'docs.read': { ask: {}, answer: '<!doctype html><title>门下 接口说明</title>…' },
}
