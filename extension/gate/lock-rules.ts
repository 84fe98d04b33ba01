import type { Profile, RequestPattern } from '#shared/ruleset/profile.ts'
import type { Browser } from '../platform/browser.ts'

export type Rule = Browser.declarativeNetRequest.Rule

/**
 * Every resource type that this browser knows (`declarativeNetRequest.ResourceType`). Left out, `main_frame` would not be blocked, and a form's
 * submission is one; one word that a browser does not know makes it refuse every rule, and Firefox and Chromium differ in six.
 */
export type Resources = NonNullable<Rule['condition']['resourceTypes']>

/** `http` and `ws` are doors of one server. */
const SCHEMES: Readonly<Record<string, string>> = { http: '(?:http|ws)', https: '(?:https|wss)' }

const literal = (char: string): string => (/[\w]/.test(char) ? char : `\\${char}`)

/**
 * The address of a pattern as a regular expression that also finds the spellings a server may read alike: doubled slashes, `;x` after a
 * segment. `loose: false` gives the plain form, for where the browser finds the other too large.
 */
export function addressRegex(glob: string, loose: boolean): string {
  const [, origin = '', path = ''] = /^([a-z*]+:\/\/[^/]+)(.*)$/i.exec(glob) ?? []
  // A glob says the whole of an address: /save is not /save-draft, though every address may have a query.
  const end = path.endsWith('*') ? '' : '/*(?:[?#]|$)'
  if (!loose) return `^${originRegex(origin)}${plain(path)}${end}`
  const segments = path.replace(/\/$/, '').split('/').slice(1)
  return `^${originRegex(origin)}${segments.map((segment) => `(?:/|%2f)+${plain(segment)}(?:;[^/?]*)?`).join('')}${end}`
}

const plain = (text: string): string => [...text].map((char) => (char === '*' ? '.*' : literal(char))).join('')

function originRegex(origin: string): string {
  const [scheme = '', ...host] = origin.split(':')
  return `${SCHEMES[scheme.toLowerCase()] ?? plain(scheme)}${plain(`:${host.join(':')}`)}`
}

/**
 * A path of this server in which a plain letter or digit is written as %XX. No browser writes one so; a server reads it as the letter. With
 * every letter of a publish address in both spellings the expression would be too large for the browser (2 KB compiled).
 */
export function encodedRegex(glob: string): string {
  const origin = /^[a-z*]+:\/\/[^/]+/i.exec(glob)?.[0] ?? ''
  return `^${originRegex(origin)}/[^?]*%(?:3[0-9]|[46][1-9a-f]|[57][0-9a])`
}

function conditionOf(pattern: RequestPattern, regexFilter: string, resourceTypes: Resources): Rule['condition'] {
  const method = pattern.method.toLowerCase() as Lowercase<Exclude<RequestPattern['method'], 'ANY'>>
  return {
    regexFilter,
    isUrlFilterCaseSensitive: false,
    resourceTypes,
    ...(pattern.method === 'ANY' ? {} : { requestMethods: [method as 'get' | 'post' | 'put' | 'patch'] }),
  }
}

/**
 * What the browser refuses while nothing is released: the requests of every `locked` profile, by every method and resource
 * type that the profile proves to publish only. A pattern that needs the body is not lockable, for a rule cannot see one.
 */
export function lockRules(
  profiles: readonly Profile[],
  loose: (regex: string) => boolean,
  resources: Resources,
): Rule[] {
  const patterns = profiles
    .filter(({ publish }) => publish.lock === 'locked')
    .flatMap(({ publish }) => publish.requests)
  const conditions = patterns
    .filter(({ body }) => body === null)
    .flatMap((pattern) => [
      conditionOf(pattern, addressRegex(pattern.url, loose(addressRegex(pattern.url, true))), resources),
      conditionOf(pattern, encodedRegex(pattern.url), resources),
    ])
  const distinct = new Map(conditions.map((condition) => [JSON.stringify(condition), condition]))
  return [...distinct.values()].map((condition, index) => ({
    id: index + 1,
    priority: 1,
    action: { type: 'block' as const },
    condition,
  }))
}

/**
 * The same requests let through; they win over the lock. Not for the tabs in `others`, and not for what belongs to no tab: that
 * leaves the tab of the release and one that its form opens (`target=_blank`). `firstId`: ids from there on are free.
 */
export function windowRules(
  profile: Profile,
  others: readonly number[],
  firstId: number,
  resources: Resources,
): Rule[] {
  return profile.publish.requests.map((pattern, index) => ({
    id: firstId + index,
    priority: 2,
    action: { type: 'allow' as const },
    condition: {
      ...conditionOf(pattern, addressRegex(pattern.url, false), resources),
      excludedTabIds: [-1, ...others],
    },
  }))
}
