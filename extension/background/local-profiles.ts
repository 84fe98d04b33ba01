import * as z from 'zod'
import { Profile } from '#shared/ruleset/profile.ts'
import { profileFor } from '../adapters/profiles/profile-for.ts'
import type { Database } from '../platform/database.ts'
import type { Sealed, Vault } from './vault.ts'

/** A profile that was learnt in this browser or brought in as a file. */
export const LocalProfile = z.strictObject({
  profile: Profile,
  /** The page it was learnt on; null for one from a file. */
  page: z.string().nullable(),
  off: z.boolean(),
  keptAt: z.number(),
  /** What the first look after a load of the page found: null before that, else the parts that were not there. */
  gone: z.array(z.string()).nullable(),
})
export type LocalProfile = z.infer<typeof LocalProfile>

/** 本机学习的适配. Kept sealed, so that neither a copied profile folder nor a content script can change what is guarded. */
export interface LocalProfiles {
  all(): Promise<readonly LocalProfile[]>
  /** In place of the one of the same id. */
  keep(profile: Profile, page: string | null): Promise<void>
  change(id: string, part: Partial<Pick<LocalProfile, 'off' | 'gone'>> & { name?: string }): Promise<boolean>
  /** What a look at the page found missing. Nothing is written where that is known already. */
  note(id: string, gone: string[]): Promise<void>
  remove(id: string): Promise<LocalProfile | null>
  /** The ones in use: not switched off, and of no page that `above` knows. The bureau's own profile of a page always wins. */
  inUse(above: readonly Profile[]): Promise<Profile[]>
}

const Stored = z.array(LocalProfile)

export function localProfiles(database: Database, vault: Vault, now: () => number = Date.now): LocalProfiles {
  let held: Promise<LocalProfile[]> | null = null

  async function load(): Promise<LocalProfile[]> {
    const sealed = await database.get<Sealed>('kept', 'profiles')
    if (sealed === undefined) return []
    try {
      return Stored.parse(await vault.open(sealed))
    } catch (error) {
      console.error('menxia: the learnt profiles do not load', error)
      return []
    }
  }
  const all = (): Promise<LocalProfile[]> => {
    held ??= load()
    return held
  }
  const write = async (next: LocalProfile[]): Promise<void> => {
    await database.put('kept', await vault.seal(next), 'profiles')
    held = Promise.resolve(next)
  }

  return {
    all,
    async keep(profile, page) {
      const others = (await all()).filter((one) => one.profile.id !== profile.id)
      await write([{ profile, page, off: false, keptAt: now(), gone: null }, ...others])
    },
    async change(id, { name, ...part }) {
      const before = await all()
      if (!before.some(({ profile }) => profile.id === id)) return false
      const named = (profile: Profile): Profile => (name === undefined ? profile : { ...profile, name })
      await write(before.map((one) => (one.profile.id === id ? { ...one, ...part, profile: named(one.profile) } : one)))
      return true
    },
    async note(id, gone) {
      const one = (await all()).find(({ profile }) => profile.id === id)
      if (one !== undefined && JSON.stringify(one.gone) !== JSON.stringify(gone)) await this.change(id, { gone })
    },
    async remove(id) {
      const before = await all()
      await write(before.filter(({ profile }) => profile.id !== id))
      return before.find(({ profile }) => profile.id === id) ?? null
    },
    async inUse(above) {
      return (await all()).filter((one) => !one.off && !isOverridden(one, above)).map(({ profile }) => profile)
    },
  }
}

/** Whether the bureau has a profile of the page that this one was learnt on. For one from a file: of a page that both name. */
export function isOverridden({ profile, page }: LocalProfile, above: readonly Profile[]): boolean {
  if (page !== null) return profileFor(page, above) !== null
  const named = new Set(above.flatMap(({ matches }) => matches))
  return profile.matches.some((glob) => named.has(glob))
}
