import { env, runInDurableObject, SELF } from 'cloudflare:test'
import { compactVerify, importJWK } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SiteProfile } from '#shared/api/contract/profiles.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { type Bureau, must, once, openBureau, type Person, siteBehind } from '../../test/contract/actors.ts'
import { codeOf } from '../../test/contract/desk.ts'
import { profileOf } from '../../test/contract/profiles.ts'
import { Blobs } from '../tenant/blobs.ts'
import { MIGRATIONS, migrate } from '../tenant/schema.ts'
import { sqlOf } from '../tenant/sql.ts'

let bureau: Bureau
let editor: Person
const learned: SiteProfile[] = ['a', 'b', 'c'].map((id) => ({ profile: profileOf(id), enabled: true }))

beforeAll(async () => {
  bureau = await openBureau(siteBehind(SELF, env.OPERATOR_SECRET))
  editor = await bureau.add(['editor'])
})

const read = async () => must(await editor.call('profiles.read', {}))
const bundle = async () => must(await editor.call('rulesets.current', {}))
const change = (profiles: SiteProfile[], version: number, idempotencyKey = once()) =>
  bureau.admin.call('profiles.change', { body: { profiles, version }, idempotencyKey })

describe('site profiles', () => {
  it('are changed without a rule set, reach the bundle under a new digest, and a retry changes nothing', async () => {
    const before = await bundle()
    const key = once()
    const changed = must(await change(learned, (await read()).version, key))
    expect(must(await change(learned, changed.version - 1, key))).toEqual(changed)
    expect(changed.receipt.entry).toMatchObject({ type: 'profiles.changed', subject: `p${changed.version}` })
    const after = await bundle()
    expect(after.profiles).toEqual(learned.map(({ profile }) => profile))
    expect([after.version, after.profilesVersion]).toEqual([before.version, changed.version])
    expect(after.digest).not.toBe(before.digest)
    const { keys } = must(await editor.call('bureaus.jwks', { params: { id: bureau.id } }))
    const { payload } = await compactVerify(after.signature, await importJWK(keys[0]!, 'ES256'))
    const { version, profilesVersion, digest } = after
    expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({
      tenant: bureau.id,
      version,
      profilesVersion,
      digest,
    })
  })

  it('that are switched off stay listed and reach no browser', async () => {
    const { version } = await read()
    const off = learned.map((one, index) => ({ ...one, enabled: index > 0 }))
    must(await change(off, version))
    expect((await read()).profiles).toEqual(off)
    expect((await bundle()).profiles).toEqual(learned.slice(1).map(({ profile }) => profile))
  })

  it('survive the publication of a rule set that was proposed before them', async () => {
    const reviewer = await bureau.add(['reviewer'])
    const body = { ruleset: { ...starterRuleSet }, note: '原样' }
    const { ruleset } = must(await bureau.admin.call('rulesets.propose', { body, idempotencyKey: once() }))
    const { version, digest } = ruleset
    must(await change(learned, (await read()).version))
    const agreed = { params: { version }, body: { digest } }
    must(await reviewer.call('rulesets.consent', { ...agreed, idempotencyKey: once() }))
    must(await bureau.admin.call('rulesets.publish', { ...agreed, idempotencyKey: once() }))
    expect(await bundle()).toMatchObject({ version, profiles: learned.map(({ profile }) => profile) })
  })

  it('are refused where somebody else was first, and where an address is unsafe, with its path', async () => {
    const { version } = await read()
    expect(codeOf(await change(learned, version - 1))).toBe('stale-version')
    const [{ profile }] = learned as [SiteProfile]
    const unsafe = await change([{ profile: { ...profile, matches: ['*://*/*'] }, enabled: false }], version)
    expect(unsafe).toMatchObject({ kind: 'problem', problem: { code: 'invalid-request' } })
    expect(unsafe.kind === 'problem' && unsafe.problem.faults?.[0]?.path).toBe('body.profiles[0].profile.matches[0]')
    expect((await read()).version).toBe(version)
  })

  it('of a database from before they had versions of their own are kept', async () => {
    const stub = env.BUREAU.get(env.BUREAU.idFromName('older'))
    const rows = await runInDurableObject(stub, (_, { storage }) => {
      const sql = sqlOf(storage.sql)
      migrate(sql, 1)
      const [{ profile }] = learned as [SiteProfile]
      new Blobs(sql).put('ruleset/abc', { ruleset: {}, profiles: [profile] })
      const json = JSON.stringify({ proposedAt: '2026-11-24T03:00:00.000Z' })
      sql.run("INSERT INTO rulesets (version, state, digest, json) VALUES (7, 'published', 'abc', ?)", json)
      sql.run("INSERT INTO meta (key, value) VALUES ('ruleset', '7')")
      migrate(sql, MIGRATIONS.length)
      const kept = new Blobs(sql).get('document/profiles/0')
      return [kept, sql.one("SELECT value FROM meta WHERE key = 'bundle'")]
    })
    expect(rows).toEqual([[learned[0]], { value: 'abc' }])
  })
})
