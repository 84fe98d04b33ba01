import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { type Served, serve } from '../../test/support/serve.ts'
import { year } from './year.ts'

// Days as nobody decided them.
const NOTICE = `关于2027年部分节假日安排的通知
一、元旦：2026年12月31日（周四）至2027年1月2日（周六）放假调休，共3天。1月3日（周日）上班。
二、某节：5月1日（周六）至8日（周六）放假调休，共8天。5月9日（周日）上班。
2026年11月5日`
const AT = ['--notice', 'https://www.example.gov.cn/notice.htm']
const PLAN = {
  ...{ year: 2027, notices: [AT[1]] },
  off: ['01-01', '01-02', '05-01', '05-02', '05-03', '05-04', '05-05', '05-06', '05-07', '05-08'],
  work: ['01-03', '05-09'],
}

let folder: string
let out: string[]
let err: string[]
let worker: Served | null = null

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'menxia-year-'))
  out = []
  err = []
  vi.spyOn(console, 'log').mockImplementation((line) => void out.push(String(line)))
  vi.spyOn(console, 'error').mockImplementation((line) => void err.push(String(line)))
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => out.push(String(text)) > 0)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await worker?.close()
  worker = null
  await rm(folder, { recursive: true })
})

async function file(content: string): Promise<string> {
  const path = join(folder, 'notice.txt')
  await writeFile(path, content)
  return path
}

describe('menxia year', () => {
  it('shows what it read day by day, and gives the year on stdout or in a file', async () => {
    const path = await file(NOTICE)
    expect(await year([path, ...AT])).toBe(0)
    expect(JSON.parse(out.join(''))).toEqual(PLAN)
    expect(err.join('\n')).toMatch(/2027 年放假 10 天：01-01（周五）[\s\S]*属于别的年份，没有收入：2026-12-31/)
    expect(err.join('\n')).toContain('规则集变动：新增 2027 年放假安排：放假 10 天、调休上班 2 天')
    const target = join(folder, 'year.json')
    expect(await year([path, ...AT, '--out', target])).toBe(0)
    expect(JSON.parse(await readFile(target, 'utf8'))).toEqual(PLAN)
  })

  it('exits 1 where a proposal would be refused, 2 for what it cannot read', async () => {
    expect(await year([await file('1月1日至12日放假。'), ...AT, '--year', '2026'])).toBe(1)
    expect(await year([await file('1月1日放假。'), ...AT, '--year', '2027'])).toBe(1)
    expect(await year([await file('1月1日至2日放假。'), ...AT, '--year', '2029'])).toBe(1)
    expect(await year([await file(NOTICE.replace('（周日）', '（周一）')), ...AT])).toBe(2)
    expect(await year([await file('没有日期'), ...AT, '--year', '2027'])).toBe(2)
    expect(await year([await file(NOTICE)])).toBe(2)
    expect(await year([await file(NOTICE), ...AT, '--year', '明年'])).toBe(2)
    expect(await year([join(folder, 'nothing.txt'), ...AT])).toBe(2)
    expect(out).toEqual([])
  })

  it('proposes the rule set in force on a Worker with the year in it', async () => {
    const proposed: unknown[] = []
    worker = await serve(
      async (request) => {
        if (new URL(request.url).pathname.endsWith('/current')) return Response.json(CURRENT)
        proposed.push((await request.json()).ruleset)
        return Response.json(PROPOSED, { status: 201 })
      },
      { port: 0, what: '', flag: '' },
    )
    await writeFile(join(folder, 'token'), 'mx_secret\n')
    const there = [...AT, '--worker', worker.origin, '--token-file', join(folder, 'token')]
    expect(await year([await file(NOTICE), ...there, '--dry-run'])).toBe(0)
    expect(proposed).toEqual([])
    expect(await year([await file(NOTICE), ...there])).toBe(0)
    expect(proposed).toEqual([{ ...starterRuleSet, calendar: [PLAN] }])
    expect(out.join('\n')).toContain('已提出规则集 v1')
  })
})

const HEX = '0'.repeat(64)
const CURRENT = {
  ...{ version: 'v0', profilesVersion: 0, digest: HEX, publishedAt: null, signature: 's' },
  ...{ ruleset: starterRuleSet, profiles: [] },
}
const PROPOSED = {
  ruleset: {
    ...{ version: 'v1', state: 'proposed', digest: HEX, note: 'n', proposedBy: '黄敏' },
    ...{ proposedAt: '2026-11-24T03:00:00.000Z', publishedBy: null, publishedAt: null, consents: [] },
  },
  receipt: { seq: 1, entry: {}, proof: 'p' },
}
