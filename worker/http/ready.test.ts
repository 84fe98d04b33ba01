import { env, runInDurableObject, SELF } from 'cloudflare:test'
import { describe, expect, it } from 'vitest'
import { front } from './front.ts'
import type { BureauStub } from './onward.ts'

const ask = async (bureau: (tenant: string) => Pick<BureauStub, 'isReady'>) =>
  await front('1').fetch(new Request('https://menxia.test/v1/readyz'), {
    bureau: bureau as (tenant: string) => BureauStub,
    operatorSecret: '',
    log: () => {},
  })

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
    const gone = () => ({ isReady: async () => Promise.reject(new Error('Network connection lost')) })
    const failing = () => ({ isReady: async () => false })
    const missing = () => {
      throw new Error('no binding')
    }
    for (const bureau of [gone, failing, missing]) {
      const answer = await ask(bureau)
      expect(answer.status).toBe(503)
      expect(((await answer.json()) as { detail: string }).detail).toMatch(/。.*。$/)
    }
    const stub = env.BUREAU.get(env.BUREAU.idFromName('_full'))
    await runInDurableObject(stub, (instance) => {
      instance.probe = () => {
        throw new Error('database or disk is full')
      }
    })
    expect((await ask(() => stub)).status).toBe(503)
  })

  it('healthz says that the process lives whatever the storage does', async () => {
    expect((await SELF.fetch('https://menxia.test/v1/healthz')).status).toBe(200)
  })
})
