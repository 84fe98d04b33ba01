import type { Profile, RequestPattern } from '#shared/ruleset/profile.ts'
import { isPublish, type Outgoing } from '../gate/requests.ts'
import type { Recorded } from '../messages/learning.ts'

/** The part of a profile that says which requests publish. `told`: whether the two requests could be told apart at all. */
export type TaughtRequests = Pick<Profile, 'saves'> & Pick<Profile['publish'], 'requests' | 'lock'> & { told: boolean }

/**
 * What publishes and what saves, from one of each. By their addresses where these differ, and then the browser itself can lock; else by
 * a field of one of them, and then it can only be guarded, for a lock sees no body. `save` null: a person says that nothing here saves.
 */
export function requestsOf(publish: Recorded, save: Recorded | null): TaughtRequests {
  const candidates =
    save === null
      ? [byPath(publish, null)]
      : [byPath(publish, save), ...byQuery(publish, save), ...byField(publish, save)]
  const good = candidates.find(
    (one) => isPublish(asOutgoing(publish), one) && (save === null || !isPublish(asOutgoing(save), one)),
  )
  if (good !== undefined) return { ...good, told: true }
  return { requests: [], saves: [], lock: 'guard-only', told: false }
}

type Candidate = Omit<TaughtRequests, 'told'>

function byPath(publish: Recorded, save: Recorded | null): Candidate {
  const saves = save === null ? [] : [patternOf(save, addressGlob(save.url))]
  return { requests: [patternOf(publish, addressGlob(publish.url))], saves, lock: 'locked' }
}

/** One address whose query says which: `doc.do?method=publish` and `doc.do?method=save`. */
function byQuery(publish: Recorded, save: Recorded): Candidate[] {
  const [one, other] = [new URL(publish.url).searchParams, new URL(save.url).searchParams]
  return [...one]
    .filter(([name, value]) => other.get(name) !== value && isChosen(value))
    .map(([name, value]) => {
      const glob = (url: string, said: string | null) =>
        `${addressGlob(url)}${said === null ? '' : `?*${name}=${said}*`}`
      const saves = [patternOf(save, glob(save.url, other.get(name)))]
      return { requests: [patternOf(publish, glob(publish.url, value))], saves, lock: 'locked' as const }
    })
}

/** Names that back offices give to the field that says what to do. */
const telling = /status|state|action|^op$|oper|method|type|flag|publish|cmd|event|submit|button|btn|audit/i

/** One address for both: the field that only one has, or that says different things. The tellingly named first. */
function byField(publish: Recorded, save: Recorded): Candidate[] {
  const [one, other] = [publish.fields ?? {}, save.fields ?? {}]
  const carried = new Set([...Object.values(publish.carries), ...Object.values(save.carries)])
  const differing = (here: typeof one, there: typeof one): string[] =>
    Object.keys(here)
      .filter((name) => here[name] !== there[name] && isChosen(here[name] ?? '') && !carried.has(name))
      .sort((a, b) => Number(telling.test(b)) - Number(telling.test(a)))
  const address = addressGlob(publish.url)
  const inPublish = differing(one, other).map((field) => ({
    requests: [{ ...patternOf(publish, address), body: { field, equals: one[field] ?? '' } }],
    saves: [{ ...patternOf(save, address), body: other[field] === undefined ? null : { field, equals: other[field] } }],
    lock: 'guard-only' as const,
  }))
  const inSave = differing(other, one).map((field) => ({
    requests: [patternOf(publish, address)],
    saves: [{ ...patternOf(save, address), body: { field, equals: other[field] ?? '' } }],
    lock: 'guard-only' as const,
  }))
  return [...inPublish, ...inSave]
}

/** Whether a value is one of a few that somebody chose, and not a time, a number of an article or words of a draft. */
function isChosen(value: string): boolean {
  return value.length > 0 && value.length <= 40 && !/\d{4,}|\s/.test(value)
}

function patternOf({ method }: Recorded, url: string): RequestPattern {
  const known = ['GET', 'POST', 'PUT', 'PATCH'] as const
  return { method: known.find((one) => one === method) ?? 'ANY', url, body: null }
}

/** The address without its query, with a star for every part that is an article's own (a number, a key). */
export function addressGlob(url: string): string {
  const { origin, pathname } = new URL(url)
  return (
    origin +
    pathname
      .split('/')
      .map((part) => (isKey(part) ? '*' : part))
      .join('/')
  )
}

/**
 * Globs of the page that was learnt: its address, with a star for what is an article's own, and of its query only what is the same for
 * every article of this form (`a=edit`).
 */
export function pageGlobs(url: string): string[] {
  const page = addressGlob(url)
  const kept = [...new URL(url).searchParams].filter(([, value]) => /^[a-z_-]{1,30}$/i.test(value))
  if (kept.length === 0) return [page, `${page}?*`]
  const query = kept.map(([name, value]) => `${name}=${value}`).join('*')
  return [`${page}?${query}`, `${page}?*${query}`, `${page}?${query}&*`, `${page}?*${query}&*`]
}

function isKey(part: string): boolean {
  return /^\d+$/.test(part) || (part.length >= 12 && /\d/.test(part) && /^[\w-]+$/.test(part))
}

function asOutgoing({ method, url, fields }: Recorded): Outgoing {
  return {
    method,
    url,
    field: (name) =>
      fields === null ? undefined : (Object.entries(fields).find(([one]) => one === name)?.[1] ?? null),
  }
}
