import fc from 'fast-check'
import { contract, type EndpointKey } from '#shared/api/contract.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { mayCall } from '#shared/api/permissions.ts'
import type { Site } from '../../contract/actors.ts'
import { ask, type Parts } from '../../contract/cell.ts'
import { samples } from '../../contract/samples.ts'
import type { Inhabited } from '../../contract/world.ts'
import { inParallel } from '../stand.ts'
import { type FuzzFigures, timed } from './figures.ts'

const keys = (Object.keys(contract) as EndpointKey[]).filter(
  (key) => key !== 'session.end' && key !== 'sessions.revoke',
)

const odd = fc.oneof(
  fc.constantFrom(null, true, 0, -1, 1e308, '', '\u0000', '\u202e门下', '__proto__', 'a'.repeat(5000), [], {}),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.jsonValue({ maxDepth: 5 }),
)

/** The sample with one value anywhere in it replaced, removed, or with a member added. */
function mutate(value: unknown, path: number, change: unknown): unknown {
  if (typeof value !== 'object' || value === null || path < 1) return change
  const names = Object.keys(value)
  const name = names[path % (names.length + 1)] ?? 'added'
  const copy: Record<string, unknown> = { ...value }
  if (change === undefined) delete copy[name]
  else copy[name] = mutate(copy[name], Math.floor(path / (names.length + 1)), change)
  return Array.isArray(value) ? Object.values(copy) : copy
}

function tokenFor({ who }: Endpoint, here: Inhabited, secret: string): string | null {
  if (who === 'public') return null
  if (who === 'operator') return secret
  const role = (['editor', 'reviewer', 'admin', 'cms', 'auditor', 'witness'] as const).find((one) =>
    mayCall(who, [one]),
  )!
  return here.people[role].token
}

const question = fc.record({
  key: fc.constantFrom(...keys),
  path: fc.nat({ max: 5000 }),
  change: fc.oneof(odd, fc.constant(undefined)),
  bytes: fc.option(fc.string({ unit: 'binary', maxLength: 200 }), { freq: 6 }),
  token: fc.option(fc.string({ unit: 'grapheme-ascii', maxLength: 90 }), { freq: 12 }),
})

/** Asks random and mutated questions of every endpoint, eight at once. */
export async function fuzzEndpoints(
  site: Site,
  here: Inhabited,
  count: number,
  seed: number,
  figures: FuzzFigures,
): Promise<void> {
  const questions = fc.sample(question, { numRuns: count, seed })
  await inParallel(count, 8, async (i) => {
    const { key, path, change, bytes, token } = questions[i]!
    const endpoint: Endpoint = contract[key]
    const good = samples[key](here.objects) as Omit<Parts, 'token'>
    const bearer =
      token === null ? tokenFor(endpoint, here, site.operatorSecret) : token.replaceAll(/[^\x21-\x7e]/g, '.')
    const body = endpoint.body ? { text: bytes ?? JSON.stringify(mutate(good.body, path, change)) ?? '' } : {}
    const seen = await timed(figures, key, () => ask(site, key, { ...good, ...body, token: bearer }).catch(() => null))
    if (seen === null) figures['not answered'] += 1
    else if (seen.status >= 500) {
      figures['answers 5xx'] += 1
      console.log(`${key} ${seen.status} for ${body.text?.slice(0, 200)}`)
    }
    if ((i + 1) % 10_000 === 0) console.log(`${i + 1} of ${count} questions`)
  })
}
