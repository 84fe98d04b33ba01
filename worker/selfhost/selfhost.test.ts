import { cp, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { type Bureau, must, once, openBureau, ownText, type Site } from '../../test/contract/actors.ts'
import { draftOf, submissionOf } from '../../test/contract/drafts.ts'
import { verify } from '../cli/verify.ts'
import { buildSelfhost } from './build.ts'
import { NotServed, type Serving, serveSelfhost } from './serve.ts'

let folder: string
let data: string
let secret: string
let served: Serving | null = null

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'menxia-selfhost-'))
  data = join(folder, 'data')
  secret = (await buildSelfhost(folder)) ?? ''
}, 120_000)
afterEach(async () => {
  await served?.end('SIGKILL')
  served = null
})
afterAll(async () => await rm(folder, { recursive: true }))

async function start(from = data): Promise<Site> {
  served = await serveSelfhost({
    folder,
    data: from,
    host: '127.0.0.1',
    port: 0,
    quiet: true,
    env: { SWEEP_SECONDS: '1' },
  })
  return { base: served.origin, send: (url, request) => fetch(url, request), operatorSecret: secret }
}
/** The same person at a Worker that came up somewhere else. */
async function read(site: Site, token: string, path: string): Promise<unknown> {
  const answer = await fetch(`${site.base}${path}`, { headers: { authorization: `Bearer ${token}` } })
  expect(answer.status).toBe(200)
  return await answer.json()
}

/** A bureau that keeps texts no longer than it must. */
async function bureauAt(site: Site): Promise<Bureau> {
  const bureau = await openBureau(site)
  const { settings, version } = must(await bureau.admin.call('settings.read', {}))
  const body = { settings: { ...settings, draftText: 'stored' as const, keepTextDays: 0 }, version }
  must(await bureau.admin.call('settings.change', { body, idempotencyKey: once() }))
  return bureau
}

describe('the self-hosted service', () => {
  it('keeps its secret in a file that only its user can read, and makes it once', async () => {
    expect(secret).toMatch(/^[\w-]{32}$/)
    expect((await stat(join(folder, 'operator.secret'))).mode & 0o777).toBe(0o600)
    expect(await buildSelfhost(folder)).toBeNull()
    expect(await readFile(join(folder, 'operator.secret'), 'utf8')).toBe(secret)
  })

  it('finds what it acknowledged after kill -9, and in a copy of its data on another machine', async () => {
    let site = await start()
    const bureau = await bureauAt(site)
    const editor = await bureau.add(['editor'])
    const ask = { body: submissionOf(draftOf(ownText()), false), idempotencyKey: once() }
    const { review } = must(await editor.call('reviews.submit', ask))
    await served?.end('SIGKILL')

    site = await start()
    expect(await read(site, editor.token, `/v1/reviews/${review.id}`)).toMatchObject({
      id: review.id,
      state: 'submitted',
    })
    await served?.end('SIGTERM')

    const copy = join(folder, 'copy')
    await cp(data, copy, { recursive: true })
    site = await start(copy)
    expect(await read(site, editor.token, `/v1/reviews/${review.id}`)).toMatchObject({ id: review.id })
    const said = vi.spyOn(console, 'log').mockImplementation(() => {})
    vi.stubEnv('MENXIA_TOKEN', bureau.admin.token)
    expect(await verify(['--worker', site.base])).toBe(0)
    expect(String(said.mock.calls[0])).toContain('成立')
    vi.restoreAllMocks()
    vi.unstubAllEnvs()
  })

  it('sweeps by itself, also after a restart: a text whose time has come is erased', async () => {
    let site = await start()
    const bureau = await bureauAt(site)
    const editor = await bureau.add(['editor'])
    const submission = { body: submissionOf(draftOf(ownText()), true), idempotencyKey: once() }
    const { review } = must(await editor.call('reviews.submit', submission))
    const withdrawal = {
      params: { id: review.id },
      body: { version: review.version, reason: null },
      idempotencyKey: once(),
    }
    must(await editor.call('reviews.withdraw', withdrawal))
    await served?.end('SIGKILL')
    site = await start()
    await vi.waitFor(
      async () =>
        expect(await read(site, editor.token, `/v1/reviews/${review.id}`)).toMatchObject({
          draft: null,
          textErasedAt: expect.any(String),
        }),
      { timeout: 20_000, interval: 200 },
    )
  })

  it('says so when its port is taken', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as { port: number }
    await expect(serveSelfhost({ folder, data, host: '127.0.0.1', port })).rejects.toThrow(NotServed)
    await new Promise((resolve) => other.close(resolve))
  })

  it('runs with what wrangler.toml runs with', async () => {
    const [toml, capnp] = await Promise.all(
      ['../../wrangler.toml', './config.capnp'].map((path) => readFile(new URL(path, import.meta.url), 'utf8')),
    )
    const date = /compatibility_date = "([\d-]+)"/.exec(toml ?? '')?.[1]
    expect(capnp).toContain(`compatibilityDate = "${date}"`)
    expect(toml).not.toContain('compatibility_flags')
    for (const [, name] of (toml ?? '').matchAll(/^(?:name|class_name) = "([A-Z]\w*)"/gm))
      expect(capnp).toContain(`"${name}"`)
  })
})
