import { env, runInDurableObject, SELF } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { etags, handlers, replays } from '../routes/index.ts'
import { front } from './front.ts'
import { tenantApp } from './tenant-app.ts'

const ask = async (bureau: (tenant: string) => { fetch(request: Request): Promise<Response> }) =>
  await front('1').fetch(new Request('https://menxia.test/v1/readyz'), { bureau, operatorSecret: '', log: () => {} })

describe('readyz', () => {
  it('writes, reads and leaves nothing', async () => {
    for (let times = 0; times < 2; times++) {
      const answer = await SELF.fetch('https://menxia.test/v1/readyz')
      expect([answer.status, await answer.json()]).toEqual([200, { ok: true, version: '0.1.0' }])
    }
    const stub = env.BUREAU.get(env.BUREAU.idFromName('_ready'))
    const left = await runInDurableObject(stub, (_, { storage }) =>
      storage.sql
        .exec("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'")
        .toArray(),
    )
    expect(left).toEqual([])
  })

  it('is 503 with a sentence where the storage is not there, fails, or cannot be written', async () => {
    const gone = () => ({ fetch: async () => Promise.reject(new Error('Network connection lost')) })
    const failing = () => ({ fetch: async () => new Response('', { status: 500 }) })
    for (const bureau of [gone, failing]) {
      const answer = await ask(bureau)
      expect(answer.status).toBe(503)
      expect(((await answer.json()) as { detail: string }).detail).toMatch(/。.*。$/)
    }
    const missing = await ask(() => {
      throw new Error('no binding')
    })
    expect(missing.status).toBe(503)
    const parts = { handlers, replays, etags, operatorSecret: '', log: () => {}, now: () => new Date() }
    const stuck = () => {
      throw new Error('database or disk is full')
    }
    const room = { tenant: null, found: stuck, transaction: stuck, probe: stuck }
    const app = tenantApp(room, parts)
    expect((await ask(() => ({ fetch: async (request) => await app.fetch(request) }))).status).toBe(503)
  })

  it('healthz says that the process lives whatever the storage does', async () => {
    expect((await SELF.fetch('https://menxia.test/v1/healthz')).status).toBe(200)
  })
})
