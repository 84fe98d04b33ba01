import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { CompactSign, exportJWK, generateKeyPair } from 'jose'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import type { Client, Outcome } from '#shared/api/client.ts'
import type { RuleSetBundle } from '#shared/api/contract/rulesets.ts'
import { canonicalBytes } from '#shared/ledger/canonical.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { exampleYear } from '../../test/support/example-year.ts'
import { account } from '../platform/account.ts'
import { memoryDatabase } from '../platform/memory-database.ts'
import { ruleCache } from './rules.ts'
import { type Sealed, vault } from './vault.ts'
import type { WorkerLink } from './worker-link.ts'

/** A link whose next answers are given in order. */
function linkOf(...outcomes: Outcome<unknown>[]): WorkerLink & { etags: (string | null | undefined)[] } {
  const etags: (string | null | undefined)[] = []
  const call = (async (_: string, ask: { etag?: string | null }) => {
    etags.push(ask.etag)
    return outcomes.shift() ?? { kind: 'unreachable', why: '' }
  }) as unknown as Client
  return { call, etags, reach: () => ({ state: 'online', refusal: null }) }
}

const pair = await generateKeyPair('ES256', { extractable: true })
const { x = '', y = '' } = await exportJWK(pair.publicKey)
const jwk = { kty: 'EC', crv: 'P-256', alg: 'ES256', x, y }

type Bundle = RuleSetBundle
/** A bundle as the Worker of bureau `quanzhou` signs it, with `change` made afterwards. */
async function bundle(
  version: string,
  ruleset: object = { ...starterRuleSet, version },
  change: Partial<Bundle> = {},
  profilesVersion = 0,
) {
  const content = { ruleset: ruleset as Bundle['ruleset'], profiles: [] }
  const digest = bytesToHex(sha256(canonicalBytes(content)))
  const claims = new TextEncoder().encode(JSON.stringify({ tenant: 'quanzhou', version, profilesVersion, digest }))
  const signer = new CompactSign(claims).setProtectedHeader({ alg: 'ES256', typ: 'ruleset+jwt' })
  const signature = await signer.sign(pair.privateKey)
  const answer = { version, profilesVersion, digest, publishedAt: null, signature, ...content, ...change }
  return { kind: 'answer', etag: `"${version}"`, answer } as const
}

beforeEach(async () => {
  fakeBrowser.reset()
  await account.set({
    ...{ worker: 'https://w.example', device: 'd', needsPin: false, ledgerKey: null, signingKeys: [jwk] },
    bureau: { id: 'quanzhou', name: '局' },
    member: { id: 'm', name: '林', roles: ['editor'], levels: [], emergency: false },
  })
})

describe('the rule set cache', () => {
  test('what ships is used until the Worker was reached', async () => {
    const database = memoryDatabase()
    const rules = ruleCache(database, vault(database), linkOf(), [])
    expect(await rules.refresh()).toBe('unreachable')
    expect(await rules.current()).toMatchObject({ version: 'v0', from: 'built-in', fetchedAt: null })
  })

  test('a fetched set survives the death of the service worker, and its ETag is sent', async () => {
    const database = memoryDatabase()
    expect(await ruleCache(database, vault(database), linkOf(await bundle('v3')), []).refresh()).toBe('changed')
    const link = linkOf({ kind: 'unchanged' })
    const later = ruleCache(database, vault(database), link, [], () => 99)
    expect(await later.current()).toMatchObject({ version: 'v3', from: 'worker' })
    expect(await later.refresh()).toBe('same')
    expect(link.etags).toEqual(['"v3"'])
    expect((await later.current()).fetchedAt).toBe(99)
  })

  test('years of a fetched set are counted by at once, and no longer when they are gone', async () => {
    const database = memoryDatabase()
    const more = { ...starterRuleSet, version: 'v3', calendar: [exampleYear] }
    const rules = ruleCache(database, vault(database), linkOf(await bundle('v3', more), await bundle('v4')), [])
    const due = async () => (await rules.current()).compiled.calendar.addWorkingDays('2026-12-30', 2)
    const seen = [await due()]
    for (let round = 0; round < 2; round += 1) {
      await rules.refresh()
      seen.push(await due())
    }
    expect(seen).toEqual(['unknown', '2027-01-04', 'unknown'])
  })

  test('a set that does not load, or an older one played again, is refused and the old one stays', async () => {
    const database = memoryDatabase()
    const link = linkOf(await bundle('v3'), await bundle('v4', { v: 99 }), await bundle('v2'))
    const rules = ruleCache(database, vault(database), link, [])
    expect(await rules.refresh()).toBe('changed')
    expect(await rules.refresh()).toBe('refused')
    expect(await rules.refresh()).toBe('refused')
    expect((await rules.current()).version).toBe('v3')
  })

  test('site profiles that were changed alone are taken, and older ones of the same version refused', async () => {
    const database = memoryDatabase()
    const at = async (profilesVersion: number) => await bundle('v3', undefined, {}, profilesVersion)
    const rules = ruleCache(database, vault(database), linkOf(await at(1), await at(2), await at(1), await at(2)), [])
    const outcomes = []
    for (let round = 0; round < 4; round += 1) outcomes.push(await rules.refresh())
    expect(outcomes).toEqual(['changed', 'changed', 'refused', 'same'])
    expect((await rules.current()).profilesVersion).toBe(2)
  })

  test('a bundle that was changed on its way, or is another bureau’s, is refused', async () => {
    const database = memoryDatabase()
    const off = [{ rule: 'privacy/resident-id', enabled: false }]
    const fewer = { ...starterRuleSet, version: 'v3', settings: off }
    const changes: Partial<Bundle>[] = [
      { ruleset: fewer },
      { version: 'v9' },
      { digest: 'a'.repeat(64) },
      { signature: 'eyJhbGciOiJub25lIn0.e30.' },
      { ruleset: fewer, digest: bytesToHex(sha256(canonicalBytes({ ruleset: fewer, profiles: [] }))) },
    ]
    for (const change of changes) {
      const rules = ruleCache(database, vault(database), linkOf(await bundle('v3', undefined, change)), [])
      expect(await rules.refresh()).toBe('refused')
    }
    await account.set({ ...(await account.get())!, bureau: { id: 'other', name: '' } })
    expect(await ruleCache(database, vault(database), linkOf(await bundle('v3')), []).refresh()).toBe('refused')
  })

  test('a flipped byte in the cached bytes is refused; what ships is used instead', async () => {
    const database = memoryDatabase()
    await ruleCache(database, vault(database), linkOf(await bundle('v3')), []).refresh()
    const said = vi.spyOn(console, 'error').mockImplementation(() => {})
    const sealed = (await database.get<Sealed>('kept', 'ruleset'))!
    for (const place of [0, 100, sealed.bytes.byteLength - 1]) {
      const bytes = sealed.bytes.slice(0)
      new Uint8Array(bytes)[place]! ^= 1
      await database.put('kept', { ...sealed, bytes }, 'ruleset')
      expect((await ruleCache(database, vault(database), linkOf(), []).current()).version).toBe('v0')
    }
    expect(said).toHaveBeenCalledTimes(3)
    said.mockRestore()
  })

  test('the word list does not lie on disk in the clear', async () => {
    const database = memoryDatabase()
    await ruleCache(database, vault(database), linkOf(await bundle('v3')), []).refresh()
    const sealed = (await database.get<Sealed>('kept', 'ruleset'))!
    expect(new TextDecoder().decode(sealed.bytes)).not.toContain('starter')
  })
})
