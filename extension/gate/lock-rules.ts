import type { Profile, RequestPattern } from '#shared/ruleset/profile.ts'
import type { Browser } from '../platform/browser.ts'

export type Rule = Browser.declarativeNetRequest.Rule

/**
 * Every resource type that this browser knows (`declarativeNetRequest.ResourceType`). Left out, `main_frame` would not be blocked, and a form's
 * submission is one; one word that a browser does not know makes it refuse every rule, and Firefox and Chromium differ in six.
 */
export type Resources = NonNullable<Rule['condition']['resourceTypes']>

const literal = (char: string): string => (/[\w]/.test(char) ? char : `\\${char}`)

/** A letter of a path, written plainly or as %XX. Capitals are the rule's `isUrlFilterCaseSensitive: false`. */
function letter(char: string): string {
  if (char === '*') return '.*'
  if (char === '/') return '(?:/|%2f)+'
  const code = char.charCodeAt(0)
  return code < 128 ? `(?:${literal(char)}|%${code.toString(16).padStart(2, '0')})` : literal(char)
}

/**
 * The address of a pattern as a regular expression that also finds the spellings a server may read alike (doubled slashes,
 * encoded letters, `;x` after a segment). `loose: false` gives the plain form, for where the browser finds the other too large.
 */
export function addressRegex(glob: string, loose: boolean): string {
  const [, origin = '', path = ''] = /^([a-z*]+:\/\/[^/]+)(.*)$/i.exec(glob) ?? []
  const plain = (text: string): string => [...text].map((char) => (char === '*' ? '.*' : literal(char))).join('')
  // A glob says the whole of an address: /save is not /save-draft, though every address may have a query.
  const end = path.endsWith('*') ? '' : '/*(?:[?#]|$)'
  if (!loose) return `^${plain(origin)}${plain(path)}${end}`
  const segments = path.replace(/\/$/, '').split('/').slice(1)
  return `^${plain(origin)}${segments.map((segment) => `${letter('/')}${[...segment].map(letter).join('')}(?:;[^/?]*)?`).join('')}${end}`
}

function conditionOf(pattern: RequestPattern, loose: boolean, resourceTypes: Resources): Rule['condition'] {
  const method = pattern.method.toLowerCase() as Lowercase<Exclude<RequestPattern['method'], 'ANY'>>
  return {
    regexFilter: addressRegex(pattern.url, loose),
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
    .map((pattern) => conditionOf(pattern, loose(addressRegex(pattern.url, true)), resources))
  const distinct = new Map(conditions.map((condition) => [JSON.stringify(condition), condition]))
  return [...distinct.values()].map((condition, index) => ({
    id: index + 1,
    priority: 1,
    action: { type: 'block' as const },
    condition,
  }))
}

/** The same requests let through for one tab; they win over the lock. `firstId`: ids from there on are free. */
export function windowRules(profile: Profile, tabId: number, firstId: number, resources: Resources): Rule[] {
  return profile.publish.requests.map((pattern, index) => ({
    id: firstId + index,
    priority: 2,
    action: { type: 'allow' as const },
    condition: { ...conditionOf(pattern, false, resources), tabIds: [tabId] },
  }))
}
