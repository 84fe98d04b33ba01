import { env, runInDurableObject } from 'cloudflare:test'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { Settings } from '#shared/api/contract/settings.ts'
import { LedgerAudit } from '#shared/ledger/audit.ts'
import rows from '../../test/fixtures/bureau-v1.jsonl?raw'
import { sweepBureau } from '../services/sweep-bureau.ts'
import { viewReview } from '../services/view-review.ts'
import { MIGRATIONS, migrate, schemaVersion } from './schema.ts'
import { type Sql, sqlOf } from './sql.ts'
import { tenantOf } from './tenant.ts'

type Value = string | number | null | { base64: string }
type Row = Readonly<Record<string, Value>>

/** A bureau as the first version left it: people, sessions, settings, two reviews, a release that was published, 20 entries. */
function fill(sql: Sql): void {
  migrate(sql, 1)
  for (const line of rows.trim().split('\n')) {
    const [table, row] = JSON.parse(line) as [string, Row]
    const names = Object.keys(row)
    const values = Object.values(row).map((value) =>
      typeof value === 'object' && value !== null
        ? Uint8Array.from(atob(value.base64), (character) => character.charCodeAt(0))
        : value,
    )
    sql.run(
      `INSERT OR REPLACE INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ...values,
    )
  }
}

async function inDatabase<T>(name: string, work: (sql: Sql) => T): Promise<T> {
  const stub = env.BUREAU.get(env.BUREAU.idFromName(name))
  return await runInDurableObject(stub, (_, { storage }) => work(sqlOf(storage.sql)))
}

/** fsck: every entry hashed again, against the signed head. */
function faultsOf(sql: Sql): number {
  const { ledger } = tenantOf(sql)
  const audit = new LedgerAudit({ key: ledger.key, checkpoint: ledger.head().note }, [])
  for (const { json } of sql.all<{ json: string }>('SELECT json FROM entries ORDER BY seq')) audit.add(json)
  return audit.finish().length
}

const TABLES = ['members', 'sessions', 'devices', 'pins', 'entries', 'hashes', 'checkpoints', 'openings', 'answers']
const contents = (sql: Sql) => TABLES.map((table) => JSON.stringify(sql.all(`SELECT * FROM ${table} ORDER BY 1, 2`)))

describe('a database of the first version', () => {
  it('migrates step by step: nothing lost, the same signed root, every entry still under it', async () => {
    await inDatabase('from-v1', (sql) => {
      fill(sql)
      expect(faultsOf(sql)).toBe(0)
      const before = { contents: contents(sql), head: tenantOf(sql).ledger.head() }
      expect(before.head.size).toBe(20)
      for (let step = 2; step <= MIGRATIONS.length; step++) migrate(sql, step)
      expect(schemaVersion(sql)).toBe(MIGRATIONS.length)
      expect({ contents: contents(sql), head: tenantOf(sql).ledger.head() }).toEqual(before)
      expect(faultsOf(sql)).toBe(0)
    })
  })

  it('is read by the code of today: settings with what came later, reviews, releases, a sweep', async () => {
    await inDatabase('read-v1', (sql) => {
      fill(sql)
      migrate(sql)
      const tenant = tenantOf(sql)
      const { settings, version } = tenant.settings.current()
      expect(Settings.parse(settings)).toMatchObject({ draftText: 'stored', approvalDays: 5 })
      expect([version, settings.deadlines.emergencyReview.workingDays]).toEqual([1, 1])
      const reviews = tenant.reviews.inStates(['published', 'submitted'])
      expect(reviews.map((stored) => viewReview(tenant, stored).draft === null)).toEqual([false, true])
      const [release] = tenant.releases.ofReview(reviews[0]!.review.id)
      expect(release).toMatchObject({ outcome: 'match', retractedAt: null })
      expect(tenant.documents.current('profiles').content).toEqual([])
      const later = new Date(Date.parse(reviews[0]!.changedAt) + 31 * 24 * 3600_000)
      expect(sweepBureau(tenant, later)).toMatchObject({ erased: 1, forgotten: 19, expired: 0 })
      expect(faultsOf(sql)).toBe(0)
    })
  })

  it('an approval from before its date was written beside it lapses all the same, and no sooner', async () => {
    await inDatabase('lapse-v1', (sql) => {
      fill(sql)
      migrate(sql)
      const tenant = tenantOf(sql)
      const [stored] = tenant.reviews.inStates(['published'])
      const approvedUntil = '2026-12-10T00:00:00.000Z'
      tenant.reviews.put({ ...stored!, review: { ...stored!.review, state: 'approved' }, approvedUntil })
      sql.run('UPDATE reviews SET due = NULL')
      expect(sweepBureau(tenant, new Date('2026-12-01T00:00:00Z')).expired).toBe(0)
      expect(tenant.reviews.inStates(['approved'])).toHaveLength(1)
      expect(sweepBureau(tenant, new Date(approvedUntil)).expired).toBe(1)
      expect(tenant.reviews.inStates(['expired'])).toHaveLength(1)
    })
  })
})

describe('a step that has shipped', () => {
  it('is never edited: the statements of the first are what they were', () => {
    const text = MIGRATIONS[0]!.join('\n')
    expect(bytesToHex(sha256(utf8ToBytes(text))).slice(0, 16)).toBe('ba508e428edde852')
  })
})
