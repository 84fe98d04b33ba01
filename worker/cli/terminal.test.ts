import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type Bureau, must, once, type Site } from '../../test/contract/actors.ts'
import { openDesk } from '../../test/contract/desk.ts'
import { type RunningWorker, startWorker } from '../../test/support/worker.ts'
import { exportLedger } from './export.ts'
import { signin } from './signin.ts'
import { verify } from './verify.ts'

/** The three things that `menxia verify` proves, from a terminal against a Worker that runs: one decision, an export, the Worker itself. */
let folder: string
let worker: RunningWorker
let site: Site
let bureau: Bureau
let evidence: string
let out = ''
let said = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'menxia-terminal-'))
  worker = await startWorker({ port: 0, folder: join(folder, 'worker'), operatorSecret: 'of-the-terminal-test' })
  const send: Site['send'] = (url, request) => fetch(url, request)
  site = { base: worker.origin, send, operatorSecret: 'of-the-terminal-test' }
  const desk = await openDesk(site)
  bureau = desk.bureau
  const { review } = await desk.approve()
  evidence = JSON.stringify(must(await desk.reviewer.call('reviews.evidence', { params: { id: review.id } })))
}, 90_000)
afterAll(async () => {
  await worker?.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(() => {
  out = ''
  said = ''
  vi.unstubAllEnvs()
  vi.spyOn(console, 'log').mockImplementation((line: string) => {
    out += `${line}\n`
  })
  vi.spyOn(console, 'error').mockImplementation((line: string) => {
    said += `${line}\n`
  })
  return () => vi.restoreAllMocks()
})
const at = (name: string) => join(folder, name)

async function invitation(): Promise<string> {
  const wanted = { body: { name: '监督员', roles: ['auditor' as const] }, idempotencyKey: once() }
  const { member } = must(await bureau.admin.call('members.create', wanted))
  const ask = { params: { id: member.id }, body: {}, idempotencyKey: once() }
  return must(await bureau.admin.call('members.invite', ask)).invitation
}
async function signedIn(): Promise<string> {
  vi.stubEnv('MENXIA_INVITATION', await invitation())
  expect(await signin(['--worker', worker.origin, '--device', at('auditor.key')])).toBe(0)
  return out.trim()
}

describe('one proof', () => {
  test('holds; with one character changed it says what is wrong', async () => {
    await writeFile(at('good.json'), evidence)
    const { ledgerKey } = must(await bureau.admin.call('bureaus.jwks', { params: { id: bureau.id } }))
    expect(await verify([at('good.json'), '--key', ledgerKey])).toBe(0)
    expect(out).toContain('成立')
    await writeFile(at('bad.json'), evidence.replace('"verdict":"approve"', '"verdict":"refuse"'))
    expect(await verify([at('bad.json')])).toBe(1)
    expect(said).toContain('记录不在台账中')
  })
})

describe('a person at the terminal', () => {
  test('signs in with an invitation once, then with the key alone; only the token is on standard output', async () => {
    const token = await signedIn()
    expect(token).toMatch(/^mx_session_\S+$/)
    expect((await stat(at('auditor.key'))).mode & 0o077).toBe(0)
    expect(await readFile(at('auditor.key'), 'utf8')).not.toContain(token)
    vi.unstubAllEnvs()
    out = ''
    expect(await signin(['--worker', worker.origin, '--device', at('auditor.key')])).toBe(0)
    expect(out.trim()).toMatch(/^mx_session_\S+$/)
    expect(out.trim()).not.toBe(token)
  })

  test('the live ledger holds, is exported, and the export holds without the Worker', async () => {
    await rm(at('auditor.key'), { force: true })
    vi.stubEnv('MENXIA_TOKEN', await signedIn())
    expect(await verify(['--worker', worker.origin, '--keep', at('kept.json')])).toBe(0)
    expect(await exportLedger(['--worker', worker.origin, '--out', at('ledger.jsonl')])).toBe(0)
    expect(said).toContain('menxia verify')
    expect(await verify([at('ledger.jsonl'), '--checkpoint', at('kept.json')])).toBe(0)
    const lines = (await readFile(at('ledger.jsonl'), 'utf8')).trim().split('\n')
    await writeFile(at('cut.jsonl'), `${lines.toSpliced(2, 1).join('\n')}\n`)
    expect(await verify([at('cut.jsonl'), '--checkpoint', at('kept.json')])).toBe(1)
    expect(said).toContain('记录缺失')
  })

  test('what cannot be done is exit 2 with the reason, and spends no invitation', async () => {
    const good = await invitation()
    vi.stubEnv('MENXIA_INVITATION', good)
    expect(await signin(['--worker', worker.origin, '--device', at('no/such/folder/key')])).toBe(2)
    expect(said).toContain('写不了密钥文件')
    expect(await signin(['--worker', worker.origin, '--device', at('later.key')])).toBe(0)
    vi.stubEnv('MENXIA_INVITATION', 'mx_invite_wrong')
    expect(await signin(['--worker', worker.origin, '--device', at('wrong.key')])).toBe(2)
    expect(said).toContain('邀请码')
    vi.stubEnv('MENXIA_INVITATION', '')
    expect(await signin(['--worker', worker.origin, '--device', at('none.key')])).toBe(2)
    expect(said).toContain('MENXIA_INVITATION')
    await writeFile(at('odd.key'), '{}')
    expect(await signin(['--worker', worker.origin, '--device', at('odd.key')])).toBe(2)
    expect(await signin([])).toBe(2)
    expect(await signin(['--wrong'])).toBe(2)

    const { token } = await bureau.add(['editor'])
    vi.stubEnv('MENXIA_TOKEN', token)
    expect(await exportLedger(['--worker', worker.origin, '--out', at('x.jsonl')])).toBe(2)
    expect(said).toContain('您的角色不能做这一步')
    await expect(stat(at('x.jsonl'))).rejects.toThrow()
    await expect(stat(at('x.jsonl.part'))).rejects.toThrow()
    expect(await exportLedger(['--worker', 'http://127.0.0.1:1', '--out', at('x.jsonl')])).toBe(2)
    expect(said).toContain('连不上 Worker')
    expect(await exportLedger(['--worker', worker.origin])).toBe(2)
    vi.stubEnv('MENXIA_TOKEN', `${token}x`)
    expect(await verify(['--worker', worker.origin])).toBe(2)
  })
})
