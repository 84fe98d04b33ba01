import { env, runDurableObjectAlarm, runInDurableObject, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type Bureau, openBureau, siteBehind } from '../../test/contract/actors.ts'
import { Blobs, PART_BYTES } from './blobs.ts'
import { MIGRATIONS, migrate, schemaVersion } from './schema.ts'
import { type Sql, sqlOf } from './sql.ts'

let bureau: Bureau
beforeAll(async () => {
  bureau = await openBureau(siteBehind(SELF, env.OPERATOR_SECRET))
})

/** Runs `work` over the database of a bureau that was made, or of one that was not. */
async function inDatabase<T>(name: string, work: (sql: Sql, storage: DurableObjectStorage) => T): Promise<T> {
  const stub = env.BUREAU.get(env.BUREAU.idFromName(name))
  return await runInDurableObject(stub, (_, { storage }) => work(sqlOf(storage.sql), storage))
}

describe('schema', () => {
  it('migrates forward from every earlier version, and then not at all', async () => {
    for (let from = 0; from <= MIGRATIONS.length; from++) {
      const [before, after, again] = await inDatabase(`migrate-${from}`, (sql) => {
        if (from > 0) migrate(sql, from)
        const start = schemaVersion(sql)
        migrate(sql)
        const end = schemaVersion(sql)
        migrate(sql)
        return [start, end, schemaVersion(sql)]
      })
      expect([before, after, again]).toEqual([from, MIGRATIONS.length, MIGRATIONS.length])
    }
  })

  it('refuses a database that is newer than the code', async () => {
    await inDatabase('newer', (sql) => {
      migrate(sql)
      sql.run("UPDATE meta SET value = '999' WHERE key = 'schema'")
      expect(() => migrate(sql)).toThrow(/999/)
    })
  })

  it('leaves nothing behind for a bureau that was not made', async () => {
    await SELF.fetch('https://menxia.test/v1/bureaus/guessed/jwks.json')
    expect(await inDatabase('guessed', schemaVersion)).toBe(0)
  })
})

describe('append-only', () => {
  it.each(['entries', 'hashes', 'checkpoints'])('the database itself refuses to change or delete %s', async (table) => {
    const column = { entries: 'json', hashes: 'hash', checkpoints: 'note' }[table]
    await inDatabase(bureau.id, (sql) => {
      const rows = sql.all(`SELECT * FROM ${table}`)
      expect(rows.length).toBeGreaterThan(0)
      expect(() => sql.run(`UPDATE ${table} SET ${column} = 'x'`)).toThrow(/append-only/)
      expect(() => sql.run(`DELETE FROM ${table}`)).toThrow(/append-only/)
      expect(sql.all(`SELECT * FROM ${table}`)).toEqual(rows)
    })
  })
})

describe('blobs', () => {
  it('keeps long values whole, no part over 1 MB, and erases all of them', async () => {
    const text = `门下${'审'.repeat(1_200_001)}𠀀`
    await inDatabase(bureau.id, (sql) => {
      const blobs = new Blobs(sql)
      blobs.put('long', { text })
      expect(blobs.get<{ text: string }>('long')?.text === text).toBe(true)
      const parts = sql.all<{ n: number }>("SELECT LENGTH(bytes) AS n FROM blobs WHERE id = 'long'")
      expect(parts.length).toBeGreaterThan(3)
      expect(Math.max(...parts.map(({ n }) => n))).toBeLessThanOrEqual(PART_BYTES)
      blobs.put('long', 'short')
      expect(blobs.get('long')).toBe('short')
      blobs.erase('long')
      expect(blobs.get('long')).toBeNull()
    })
  })
})

describe('a transaction', () => {
  it('that fails anywhere leaves neither state nor entry', async () => {
    const count = async () =>
      await inDatabase(bureau.id, (sql) => [
        sql.all('SELECT * FROM members').length,
        sql.all('SELECT * FROM entries').length,
      ])
    const before = await count()
    const stub = env.BUREAU.get(env.BUREAU.idFromName(bureau.id))
    await runInDurableObject(stub, (instance) => {
      const fail = () =>
        instance.transaction(() => {
          const { members, ledger } = instance.tenant!
          const [admin] = members.all()
          members.put({ ...admin!, id: 'half' }, new Date().toISOString())
          const said = { type: 'member.added' as const, actor: 'x', role: 'admin', subject: 'half', idem: 'half-done' }
          const none = { contentHash: null, ruleset: null, clientAt: null, detail: {}, reason: null, findings: null }
          ledger.append({ ...said, ...none }, new Date())
          throw new Error('the process dies here')
        })
      expect(fail).toThrow('dies here')
    })
    expect(await count()).toEqual(before)
  })
})

describe('the sweep', () => {
  const alarmOf = async () =>
    await runInDurableObject(env.BUREAU.get(env.BUREAU.idFromName(bureau.id)), (_, { storage }) => storage.getAlarm())

  it('is set when the bureau is made, and again before each run, so that one that throws is not the last', async () => {
    const first = await alarmOf()
    expect(first).toBeGreaterThan(Date.now())
    const stub = env.BUREAU.get(env.BUREAU.idFromName(bureau.id))
    await runInDurableObject(stub, (instance) =>
      Object.assign(instance, {
        sweep: () => {
          throw new Error('the disk is full')
        },
      }),
    )
    await expect(runDurableObjectAlarm(stub)).rejects.toThrow('the disk is full')
    expect(await alarmOf()).toBeGreaterThan(Date.now())
    await runInDurableObject(stub, (instance) => void Reflect.deleteProperty(instance, 'sweep'))
  })

  it('is wound up again by whoever uses a bureau whose alarm was lost', async () => {
    const stub = env.BUREAU.get(env.BUREAU.idFromName(bureau.id))
    await runInDurableObject(stub, async (instance, state) => {
      await state.storage.deleteAlarm()
      const Bureau = instance.constructor as new (ctx: DurableObjectState, bindings: typeof env) => unknown
      new Bureau(state, env)
    })
    await vi.waitFor(async () => expect(await alarmOf()).not.toBeNull())
  })
})
