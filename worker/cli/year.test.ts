import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { type Served, serve } from '../../test/support/serve.ts'
import { CURRENT, openTerminal, PROPOSED } from '../../test/support/terminal.ts'
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

const terminal = openTerminal()
let worker: Served | null = null

afterEach(async () => {
  await worker?.close()
  worker = null
})

async function file(content: string): Promise<string> {
  const path = join(terminal.folder, 'notice.txt')
  await writeFile(path, content)
  return path
}

describe('menxia year', () => {
  it('shows what it read day by day, and gives the year on stdout or in a file', async () => {
    const path = await file(NOTICE)
    expect(await year([path, ...AT])).toBe(0)
    expect(JSON.parse(terminal.out.join(''))).toEqual(PLAN)
    expect(terminal.err.join('\n')).toMatch(/2027 年放假 10 天：01-01（周五）[\s\S]*属于别的年份，没有收入：2026-12-31/)
    expect(terminal.err.join('\n')).toContain('规则集变动：新增 2027 年放假安排：放假 10 天、调休上班 2 天')
    const target = join(terminal.folder, 'year.json')
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
    expect(await year([join(terminal.folder, 'nothing.txt'), ...AT])).toBe(2)
    expect(terminal.out).toEqual([])
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
    await writeFile(join(terminal.folder, 'token'), 'mx_secret\n')
    const there = [...AT, '--worker', worker.origin, '--token-file', join(terminal.folder, 'token')]
    expect(await year([await file(NOTICE), ...there, '--dry-run'])).toBe(0)
    expect(proposed).toEqual([])
    expect(await year([await file(NOTICE), ...there])).toBe(0)
    expect(proposed).toEqual([{ ...starterRuleSet, calendar: [PLAN] }])
    expect(terminal.out.join('\n')).toContain('已提出规则集 v1')
  })
})
