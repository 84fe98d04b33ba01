import { contract, type EndpointKey } from '#shared/api/contract.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { mayCall } from '#shared/api/permissions.ts'
import { must, once, ownText, type Site } from './actors.ts'
import { ask, type Parts } from './cell.ts'
import { claimOf, draftOf, submissionOf } from './drafts.ts'
import { ROLE, sampleOf } from './ownership.ts'
import { IDENTITIES, type Inhabited } from './world.ts'

/** Stands in every text of what is seeded. */
const MARK = '泄漏标记'

/** Fills a bureau with so many objects of every kind that lists show. Their ids, hashes and texts, none of which another bureau may ever see. */
export async function seed({ people }: Inhabited, count: number): Promise<string[]> {
  const secrets = [MARK]
  for (let i = 0; i < count; i++) {
    const draft = { ...draftOf(`${MARK}${ownText()}`), title: `${MARK}${i}` }
    const kind = i % 4
    if (kind === 0) {
      const body = { name: `${MARK}${i}`, roles: ['auditor' as const] }
      secrets.push(must(await people.admin.call('members.create', { body, idempotencyKey: once() })).member.id)
    } else if (kind === 1) {
      const body = claimOf(draft, false)
      secrets.push(
        must(await people.editor.call('checks.record', { body, idempotencyKey: once() })).id,
        body.contentHash,
      )
    } else if (kind === 2) {
      const { contentHash, site, channel } = submissionOf(draft, false)
      const target = { contentHash, site, channel, clientAt: null }
      const body = { ...target, title: draft.title, reason: `${MARK}突发停水` }
      const { release } = must(await people.editor.call('releases.emergency', { body, idempotencyKey: once() }))
      secrets.push(release.id, release.reviewId!, contentHash)
    } else {
      const body = submissionOf(draft, false)
      const { review } = must(await people.editor.call('reviews.submit', { body, idempotencyKey: once() }))
      secrets.push(review.id, body.contentHash)
    }
  }
  return secrets
}

/** One reading of a bureau by one of its people. */
interface Reading {
  readonly name: string
  readonly key: EndpointKey
  readonly parts: Parts
}

/** Everything that can be read in a bureau by everybody who may: each endpoint as it is, with the longest page, and searched for what is not theirs. */
function readings(there: Inhabited, secrets: readonly string[]): Reading[] {
  const keys = (Object.keys(contract) as EndpointKey[]).filter((key) => contract[key].method === 'GET')
  return keys.flatMap((key) => {
    const endpoint: Endpoint = contract[key]
    const good = sampleOf(key, there.objects)
    const fields = Object.keys(endpoint.query?.shape ?? {})
    const searches: object[] = [{}]
    if (fields.includes('limit')) searches.push({ limit: 200 })
    if (fields.includes('from')) searches.push({ from: 0, to: 1000 })
    for (const field of fields) searches.push(...secrets.slice(1, 4).map((secret) => ({ [field]: secret })))
    return IDENTITIES.filter(
      (identity) => endpoint.who !== 'public' && mayCall(endpoint.who, [ROLE[identity]]),
    ).flatMap((identity) =>
      searches.map((query) => ({
        name: `${key} as ${identity} ${JSON.stringify(query)}`,
        key,
        parts: { ...good, query: { ...good.query, ...query }, token: there.people[identity].token },
      })),
    )
  })
}

/** What changes with every request and says nothing: its id, and the minute at which a sheet is printed. */
const steady = (text: string) => text.replace(/"requestId":"[^"]*"/, '').replace(/印制时间 [-\d: ]+/, '')

export interface Leaks {
  readonly objects: number
  readonly readings: number
  readonly faults: readonly string[]
}

/** Reads all of `there`, seeds `here`, and reads again: not one byte may differ, and nothing of what was seeded may stand anywhere. */
export async function findLeaks(site: Site, here: Inhabited, there: Inhabited, count: number): Promise<Leaks> {
  // The first few are there before, so that the searches have something to look for.
  const secrets = await seed(here, 4)
  const all = readings(there, secrets)
  const before: string[] = []
  for (const { key, parts } of all) before.push(steady((await ask(site, key, parts)).text))
  secrets.push(...(await seed(here, count - 4)))
  const faults: string[] = []
  for (const [i, { name, key, parts }] of all.entries()) {
    const { text, status } = await ask(site, key, parts)
    const leaked = secrets.find((secret) => text.includes(secret) && !JSON.stringify(parts).includes(secret))
    if (leaked) faults.push(`${name}: holds ${leaked} of another bureau`)
    if (steady(text) !== before[i]) faults.push(`${name}: reads otherwise since another bureau was filled (${status})`)
  }
  return { objects: count, readings: all.length, faults }
}
