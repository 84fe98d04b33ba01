import { parseUrl } from '#shared/draft/target.ts'
import { matchesGlob } from '#shared/ruleset/glob.ts'
import type { Profile, RequestPattern } from '#shared/ruleset/profile.ts'

export type RequestPatterns = Pick<Profile['publish'], 'requests'> & Pick<Profile, 'saves'>

/** A request that a page is about to send, as far as it can be seen. */
export interface Outgoing {
  method: string
  /** Absolute. */
  url: string
  /** Value of a field of the body, or of the address where the body has none: `null` where there is none, `undefined` where the body cannot be read (Blob, stream). */
  field(name: string): string | null | undefined
}

/**
 * One spelling for the ways a server may read as the same address: encoded letters, doubled slashes, `;x`, a slash at the
 * end, capitals. Answers the address without and with its query.
 */
export function spellingsOf(url: string): readonly string[] {
  const parsed = parseUrl(url)
  if (parsed === null) return []
  const { origin, pathname, search } = parsed
  let path = pathname
  try {
    path = decodeURIComponent(pathname)
  } catch {
    // A stray % is no encoding: the path stays as it is written.
  }
  path = path.replace(/;[^/]*/g, '').replace(/\/{2,}/g, '/')
  if (path.length > 1) path = path.replace(/\/$/, '')
  // A WebSocket is opened by a GET to the same server.
  const bare = `${origin.replace(/^ws/, 'http')}${path}`.toLowerCase()
  return [bare, `${bare}${search.toLowerCase()}`]
}

type Fit = 'no' | 'address' | 'body' | 'unreadable'

function fitOf(pattern: RequestPattern, request: Outgoing, spellings: readonly string[]): Fit {
  const glob = pattern.url.toLowerCase()
  if (pattern.method !== 'ANY' && pattern.method !== request.method.toUpperCase()) return 'no'
  if (!spellings.some((spelling) => matchesGlob(glob, spelling))) return 'no'
  if (pattern.body === null) return 'address'
  const value = request.field(pattern.body.field)
  if (value === undefined) return 'unreadable'
  return value === pattern.body.equals ? 'body' : 'no'
}

/**
 * Whether the request publishes. A save is never held: a pattern that names the body's field wins over one that names only
 * the address, and where the body cannot be read a request that could be a save passes (the lock and the comparison are
 * behind this).
 */
export function isPublish(request: Outgoing, { requests, saves }: RequestPatterns): boolean {
  const spellings = spellingsOf(request.url)
  const publish = requests.map((pattern) => fitOf(pattern, request, spellings))
  const save = saves.map((pattern) => fitOf(pattern, request, spellings))
  if (save.includes('body')) return false
  if (publish.includes('body')) return true
  if (save.includes('address') || save.includes('unreadable')) return false
  return publish.includes('address') || publish.includes('unreadable')
}

/** Whether only the body can tell, and it cannot be read on the spot (a Blob, the body of a `Request`). */
export function needsBody(request: Outgoing, { requests, saves }: RequestPatterns): boolean {
  const spellings = spellingsOf(request.url)
  return [...requests, ...saves].some((pattern) => fitOf(pattern, request, spellings) === 'unreadable')
}

/** Reads fields of what a script gives to fetch, XHR or sendBeacon. */
export function fieldOf(body: unknown, name: string): string | null | undefined {
  if (body === null || body === undefined) return null
  if (body instanceof FormData || body instanceof URLSearchParams) {
    const value = body.get(name)
    return typeof value === 'string' || value === null ? value : undefined
  }
  return typeof body === 'string' ? fieldOfText(body, name) : undefined
}

/** Reads the body first and then the address: a GET carries its fields there, and a server looks in both. */
export function orInAddress(url: string, inBody: Outgoing['field']): Outgoing['field'] {
  const address = parseUrl(url)?.searchParams ?? null
  return (name) => {
    const value = inBody(name)
    return value === null ? (address?.get(name) ?? null) : value
  }
}

/** Names of the fields of what a script gives to fetch, XHR or sendBeacon; null where it cannot be read. */
export function namesOf(body: unknown): readonly string[] | null {
  if (body === null || body === undefined) return []
  if (body instanceof FormData || body instanceof URLSearchParams) return [...new Set(body.keys())]
  if (typeof body !== 'string') return null
  if (!body.trimStart().startsWith('{')) return [...new Set(new URLSearchParams(body).keys())]
  try {
    return Object.keys(JSON.parse(body) as object)
  } catch {
    return null
  }
}

/** Reads a field of a JSON or urlencoded body. */
export function fieldOfText(text: string, name: string): string | null {
  if (!text.trimStart().startsWith('{')) return new URLSearchParams(text).get(name)
  try {
    const json: unknown = JSON.parse(text)
    const value = Object.entries(json as Record<string, unknown>).find(([key]) => key === name)?.[1]
    return value === undefined || value === null ? null : String(value)
  } catch {
    return null
  }
}
