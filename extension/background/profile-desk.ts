import { Profile } from '#shared/ruleset/profile.ts'
import type { ProfileRow } from '../messages/panel.ts'
import { Refused } from '../messages/wire.ts'
import { learnText as text } from '../platform/text/learning.ts'
import { isOverridden } from './local-profiles.ts'
import type { Office } from './office.ts'
import { goRound } from './rounds.ts'
import { sentenceOf } from './session.ts'

/** Every profile that this browser has: the bureau's first, for they win. */
export async function listProfiles({ rules, locals }: Office): Promise<ProfileRow[]> {
  const above = (await rules.current()).profiles
  const row = ({ id, name, matches, publish }: Profile) => ({ id, name, matches, lock: publish.lock })
  const theirs = above.map((one) => ({
    ...row(one),
    from: 'worker' as const,
    off: false,
    overridden: false,
    gone: null,
  }))
  const ours = (await locals.all()).map((one) => ({
    ...row(one.profile),
    from: 'here' as const,
    off: one.off,
    overridden: isOverridden(one, above),
    gone: one.gone,
  }))
  return [...theirs, ...ours]
}

/** A profile as a file: two spaces, so that an admin can read it. Refused where there is none of that id. */
export async function exportText({ rules, locals }: Office, id: string): Promise<string> {
  const mine = (await locals.all()).map(({ profile }) => profile)
  const found = [...mine, ...(await rules.current()).profiles].find((profile) => profile.id === id)
  if (found === undefined) throw new Refused(text.gone)
  return `${JSON.stringify(found, null, 2)}\n`
}

/** The profile in a file of ours. Refused with a sentence for anything else. */
export function importText(file: string): Profile {
  let json: unknown
  try {
    json = JSON.parse(file)
  } catch {
    throw new Refused(text.badFile)
  }
  const version = (json as { v?: unknown } | null)?.v
  if (typeof version === 'number' && version > 1) throw new Refused(text.tooNew)
  const parsed = Profile.safeParse(json)
  if (!parsed.success) throw new Refused(text.badFile)
  return parsed.data
}

/** 下发: before all others, so that it is used for its pages, in place of one of the same id. The Worker decides who may. */
export async function publishProfile(office: Office, id: string): Promise<void> {
  const profile = importText(await exportText(office, id))
  const now = await office.link.call('profiles.read', {})
  if (now.kind !== 'answer') throw new Refused(sentenceOf(now))
  const others = now.answer.profiles.filter((one) => one.profile.id !== id)
  const body = { profiles: [{ profile, enabled: true }, ...others], version: now.answer.version }
  const outcome = await office.link.call('profiles.change', { body, idempotencyKey: crypto.randomUUID() })
  if (outcome.kind === 'problem' && outcome.problem.code === 'forbidden') throw new Refused(text.notAdmin)
  if (outcome.kind !== 'answer') throw new Refused(sentenceOf(outcome))
  await goRound(office)
}
