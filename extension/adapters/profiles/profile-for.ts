import { matchesGlob } from '#shared/ruleset/glob.ts'
import type { Profile } from '#shared/ruleset/profile.ts'

/** The first profile that says it knows this page, or null: then nothing of ours stays in it. `url` without its fragment. */
export function profileFor(url: string, profiles: readonly Profile[]): Profile | null {
  const page = url.split('#', 1)[0] ?? url
  return profiles.find((profile) => profile.matches.some((glob) => matchesGlob(glob, page))) ?? null
}
