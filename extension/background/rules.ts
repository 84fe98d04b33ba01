import * as z from 'zod'
import { RuleSetBundle } from '#shared/api/contract/rulesets.ts'
import { type CompiledRuleSet, compileRuleSet } from '#shared/ruleset/compile.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import type { Profile } from '#shared/ruleset/profile.ts'
import { RuleSet } from '#shared/ruleset/ruleset.ts'
import { account } from '../platform/account.ts'
import type { Database } from '../platform/database.ts'
import { isGenuine } from './bundle.ts'
import type { Sealed, Vault } from './vault.ts'
import type { WorkerLink } from './worker-link.ts'

/** One compiled rule set for this browser, and where it came from. */
export interface Rules {
  compiled: CompiledRuleSet
  profiles: readonly Profile[]
  /** The contract's name of the version: `v0` is the one that ships. */
  version: string
  /** Version of the bureau's site profiles; -1 before the Worker was reached. */
  profilesVersion: number
  from: 'built-in' | 'worker'
  /** When the Worker last said that this is the current one, ms. */
  fetchedAt: number | null
}

const Kept = z.strictObject({ bundle: RuleSetBundle, etag: z.string().nullable(), fetchedAt: z.number() })
type Kept = z.infer<typeof Kept>

export interface RuleCache {
  current(): Promise<Rules>
  /** Asks the Worker. A set that does not load, that the bureau's key did not sign, or that is older than the one in use is refused and changes nothing. */
  refresh(): Promise<'same' | 'changed' | 'refused' | 'unreachable'>
  /** The Worker's last set was refused; the one before is in use. */
  refused(): boolean
  /** Back to what ships: another person, perhaps of another bureau, signs in. */
  forget(): Promise<void>
}

export function ruleCache(
  database: Database,
  vault: Vault,
  link: WorkerLink,
  builtIn: readonly Profile[],
  now: () => number = Date.now,
): RuleCache {
  let held: Promise<Rules> | null = null
  let etag: string | null = null
  let refused = false

  async function load(): Promise<Rules> {
    const sealed = await database.get<Sealed>('kept', 'ruleset')
    if (sealed !== undefined) {
      try {
        const kept = Kept.parse(await vault.open(sealed))
        etag = kept.etag
        return fromBundle(kept)
      } catch (error) {
        // Changed on disk, or from a version of ours that wrote another shape: what ships is trusted, the next refresh brings the rest.
        console.error('menxia: the cached rule set does not load', error)
      }
    }
    return {
      compiled: compileRuleSet(starterRuleSet),
      profiles: builtIn,
      version: 'v0',
      profilesVersion: -1,
      from: 'built-in',
      fetchedAt: null,
    }
  }

  function fromBundle({ bundle, fetchedAt }: Kept): Rules {
    const compiled = compileRuleSet(RuleSet.parse(bundle.ruleset))
    const profiles = [...bundle.profiles, ...compiled.profiles, ...builtIn]
    const { version, profilesVersion } = bundle
    return { compiled, profiles, version, profilesVersion, from: 'worker', fetchedAt }
  }

  const current = (): Promise<Rules> => {
    held ??= load()
    return held
  }

  async function ask(): Promise<'same' | 'changed' | 'refused' | 'unreachable'> {
    const before = await current()
    const outcome = await link.call('rulesets.current', { etag })
    if (outcome.kind === 'unchanged') {
      held = Promise.resolve({ ...before, fetchedAt: now() })
      return 'same'
    }
    if (outcome.kind !== 'answer') return 'unreachable'
    const mine = await account.get()
    if (mine === null || !(await isGenuine(outcome.answer, mine))) return 'refused'
    const kept: Kept = { bundle: outcome.answer, etag: outcome.etag, fetchedAt: now() }
    let next: Rules
    try {
      next = fromBundle(kept)
    } catch {
      return 'refused'
    }
    if (isOlder(next, before)) return 'refused'
    await database.put('kept', await vault.seal(kept), 'ruleset')
    etag = outcome.etag
    held = Promise.resolve(next)
    return isOlder(before, next) || before.from === 'built-in' ? 'changed' : 'same'
  }

  async function refresh(): Promise<'same' | 'changed' | 'refused' | 'unreachable'> {
    const outcome = await ask()
    if (outcome !== 'unreachable') refused = outcome === 'refused'
    return outcome
  }

  async function forget(): Promise<void> {
    etag = null
    held = null
    refused = false
    await database.remove('kept', 'ruleset')
  }

  return { current, refresh, refused: () => refused, forget }
}

/** The Worker's versions only grow, also at a rollback: a smaller one is an old bundle played again. `v31` → 31. */
function isOlder(one: Rules, other: Rules): boolean {
  const by = Number(one.version.slice(1)) - Number(other.version.slice(1))
  return by < 0 || (by === 0 && one.profilesVersion < other.profilesVersion)
}
