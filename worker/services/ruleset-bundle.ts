import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { RuleSetBundle, RuleSetSummary } from '#shared/api/contract/rulesets.ts'
import { canonicalBytes } from '#shared/ledger/canonical.ts'
import { type CompiledRuleSet, compileRuleSet } from '#shared/ruleset/compile.ts'
import { migrate } from '#shared/ruleset/migrate.ts'
import type { RuleSet } from '#shared/ruleset/ruleset.ts'
import { Refusal } from '../http/refusal.ts'
import type { RuleSetContent, RuleSetRow } from '../tenant/ruleset-store.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { signJws } from './sign-jws.ts'

/** SHA-256 of the canonical bytes: what a version is. A flipped byte is another digest. */
export function digestOf(content: RuleSetContent | Pick<RuleSetBundle, 'ruleset' | 'profiles'>): string {
  return bytesToHex(sha256(canonicalBytes(content)))
}

/** Names what a browser gets from now on. To be called whenever the rule set in force or the profiles change: hashing it for every fetch would be slow. */
export function sealBundle(tenant: Tenant): void {
  const { ruleset } = tenant.rulesets.content(tenant.rulesets.find(tenant.rulesets.current)!.digest)
  tenant.meta.set('bundle', digestOf({ ruleset, profiles: enabledProfiles(tenant).profiles }))
}

/** The rule bundle in force, signed by the bureau's key. Unchanged, it has the same bytes each time (ES256 is deterministic here). */
export function bundleOf(tenant: Tenant): RuleSetBundle {
  const row = tenant.rulesets.find(tenant.rulesets.current)!
  const version = versionOf(row)
  const digest = tenant.meta.need('bundle')
  const { ruleset } = tenant.rulesets.content(row.digest)
  const { profiles, profilesVersion } = enabledProfiles(tenant)
  const signature = signJws(tenant.keys, 'ruleset+jwt', { tenant: tenant.id, version, profilesVersion, digest })
  return { version, profilesVersion, digest, publishedAt: row.publishedAt, signature, ruleset, profiles }
}

function enabledProfiles(tenant: Tenant): Pick<RuleSetBundle, 'profiles' | 'profilesVersion'> {
  const { version, content } = tenant.documents.current('profiles')
  return { profilesVersion: version, profiles: content.flatMap(({ profile, enabled }) => (enabled ? [profile] : [])) }
}

/** What the bundle in force is known by, without making it. */
export function etagOf(tenant: Tenant): string {
  const { number, bundle } = tenant.rulesets.inForce
  return `"v${number}-${bundle}"`
}

export function versionOf({ number }: { number: number }): string {
  return `v${number}`
}

export function summaryOf(tenant: Tenant, row: RuleSetRow): RuleSetSummary {
  const { number: _, baseNumber: __, ...rest } = row
  const name = (id: string) => (id === 'operator' ? '运维' : tenant.members.nameOf(id))
  return {
    ...rest,
    version: versionOf(row),
    proposedBy: name(row.proposedBy),
    publishedBy: row.publishedBy && name(row.publishedBy),
    consents: row.consents.map(({ by, at }) => ({ by: name(by), at })),
  }
}

/** The row of a version such as `v31`, or 404. */
export function rowOf(tenant: Tenant, version: string): RuleSetRow {
  const row = tenant.rulesets.find(Number(version.slice(1)))
  if (!row) throw new Refusal('not-found', `没有规则集版本 ${version}。请先列出已有版本。`)
  return row
}

/** The rule set of a version. */
export function wholeOf(tenant: Tenant, version: string): RuleSet {
  return storedSet(tenant, rowOf(tenant, version))
}

/** Proved when it was proposed, so it is not parsed again: a Worker has no room for another copy of 200,000 terms. */
function storedSet(tenant: Tenant, row: RuleSetRow): RuleSet {
  return migrate(tenant.rulesets.content(row.digest).ruleset).value as RuleSet
}

/**
 * Compiled rule sets of this isolate, by digest: compiling 100,000 terms for every check would be slow. The newest are kept, as many as have this many terms
 * together, and always the last.
 */
const compiled = new Map<string, { made: CompiledRuleSet; terms: number }>()
const KEPT_TERMS = 250_000
const MOST_KEPT = 4

export function compiledOf(tenant: Tenant, row: RuleSetRow): CompiledRuleSet {
  const known = compiled.get(row.digest)
  if (known) return known.made
  const set = storedSet(tenant, row)
  const made = compileRuleSet(set)
  compiled.set(row.digest, { made, terms: set.terms.reduce((sum, list) => sum + list.terms.length, 0) })
  let kept = 0
  for (const [digest, { terms }] of [...compiled].reverse()) {
    kept += terms
    if (digest !== row.digest && (kept > KEPT_TERMS || compiled.size > MOST_KEPT)) compiled.delete(digest)
  }
  return made
}
