import type { Draft, Unread } from '#shared/draft/draft.ts'
import type { Profile } from '#shared/ruleset/profile.ts'
import { civilDateIn } from '../adapters/civil-date-in.ts'
import { disclosureClassOf } from '../adapters/read-fields.ts'
import { submittedBody } from './line-breaks.ts'
import type { Outgoing } from './requests.ts'

/**
 * `match`: what was sent is what was approved. `differs`: it is not, an incident. `extra`: a publish that no release was for, an
 * incident. `unverifiable`: not all of it could be read, so the sweep has to look at the public page.
 */
export type Comparison = 'match' | 'differs' | 'extra' | 'unverifiable'

/**
 * Compares a publish request with what was released. `draft` is the draft as it was read at the release: it stands for the
 * parts that no publish request carries (attachments, interpretations). One readable field that differs is enough for
 * `differs`; `match` needs every field that the profile names. `hash` is `contentHash`.
 */
export function compareSent(
  sent: Outgoing,
  released: { draft: Draft; contentHash: string } | null,
  profile: Pick<Profile, 'body' | 'submitFields' | 'disclosureWords'>,
  hash: (draft: Draft) => string,
): Comparison {
  if (released === null) return 'extra'
  const read = { ...released.draft }
  let complete = true
  const take = (name: string, put: (value: string) => void): void => {
    const value = sent.field(name)
    if (value === null || value === undefined) complete = false
    else put(value.replaceAll('\r\n', '\n'))
  }
  take(profile.body.submitField, (source) => {
    read.body = { ...read.body, source: submittedBody(source, profile.body) }
  })
  for (const [field, name] of Object.entries(profile.submitFields) as [keyof Profile['submitFields'], string][])
    take(name, (value) => Object.assign(read, { [field]: readingOf(field, value, profile) }))
  if (hash(read) !== released.contentHash) return 'differs'
  return complete ? 'match' : 'unverifiable'
}

function readingOf(field: keyof Profile['submitFields'], value: string, profile: Pick<Profile, 'disclosureWords'>) {
  const unread: Unread[] = []
  if (field === 'disclosureClass') return disclosureClassOf(value, profile, unread)
  return field === 'datedOn' ? civilDateIn(value) : value
}
