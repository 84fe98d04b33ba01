import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { check } from './check.ts'
import { prove } from './prove.ts'

let folder: string
let out: string[]
let err: string[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'menxia-check-'))
  out = []
  err = []
  vi.spyOn(console, 'log').mockImplementation((line) => void out.push(String(line)))
  vi.spyOn(console, 'error').mockImplementation((line) => void err.push(String(line)))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

const CLEAN = '关于开学的通告\n各中小学于9月1日开学。\n'
const FAULTY = '关于开学的通告\n张三，身份证号11010519491231002X，请近一步核对。\n'

describe('menxia check', () => {
  it('exits 0 on a clean text, 1 on what holds a draft, 2 on what it cannot read', async () => {
    expect(await check([await file('a.txt', CLEAN)])).toBe(0)
    expect(await check([await file('b.txt', FAULTY)])).toBe(1)
    expect(await check([join(folder, 'nothing.txt')])).toBe(2)
    expect(await check([await file('c.txt', new Uint8Array([0, 1, 2]))])).toBe(2)
    expect(await check([await file('d.txt', '  \n')])).toBe(2)
    expect(out.join('\n')).toContain('没有这个文件')
  })

  it('counts offsets in the file itself, whatever stands around the document', async () => {
    const html = `<html><head><title>关于开学的通告_某局</title></head><body><div>导航 拔款</div><div class="TRS_Editor"><p>请<b>近一</b>步核对</p></div><p>页脚 拔款</p></body></html>`
    await check([await file('a.html', html), '--json'])
    const { findings } = JSON.parse(out[0] ?? '')
    expect(findings).toHaveLength(1)
    expect(html.slice(findings[0].start, findings[0].end)).toBe('近一</b>步')
    expect(findings[0]).toMatchObject({ rule: 'wording/sure-typos', severity: 'advise', field: 'body', text: '近一步' })
  })

  it('prints one line of JSON for one input, with what the terminal promises', async () => {
    await file('a.txt', CLEAN)
    await file('b.txt', FAULTY)
    await mkdir(join(folder, 'deep'))
    await file('deep/c.html', '<h1>关于开学的通告</h1><p>开学。</p>')
    await file('d.png', 'no page')
    expect(await check([folder, '--json'])).toBe(1)
    expect(out).toHaveLength(3)
    for (const line of out)
      expect(Object.keys(JSON.parse(line))).toEqual(['file', 'findings', 'coverage', 'ruleset', 'contentHash', 'ms'])
    expect(err.filter((line) => /^\[\d\/3\]/.test(line))).toHaveLength(3)
  })

  it('prints SARIF with regions in the file, and tells what was not read', async () => {
    const path = await file('b.txt', FAULTY)
    await check([path, join(folder, 'nothing.txt'), '--sarif'])
    const [run] = JSON.parse(out[0] ?? '').runs
    const result = run.results.find((one: { ruleId: string }) => one.ruleId === 'privacy/resident-id')
    expect(result).toMatchObject({
      level: 'error',
      locations: [{ physicalLocation: { region: { startLine: 2, startColumn: 8 } } }],
    })
    expect(JSON.stringify(run.invocations)).toContain('nothing.txt')
  })

  it('takes interpretations, attachments and the days from the command line', async () => {
    const path = await file('a.txt', '关于印发《泉州市义务教育招生工作意见》的通知\n现印发给你们。\n')
    const rules = async (...options: string[]) => {
      out.length = 0
      await check([path, '--json', ...options])
      return JSON.parse(out[0] ?? '').findings.map((one: { rule: string }) => one.rule)
    }
    expect(await rules()).not.toContain('interpretation/missing')
    expect(await rules('--interpretation', 'none')).toContain('interpretation/missing')
    expect(await rules('--interpretation', 'https://jyj.example.gov.cn/jd.htm')).not.toContain('interpretation/missing')
    await mkdir(join(folder, 'files'))
    await file('files/名单.txt', '11010519491231002X')
    expect(await rules('--attachments', join(folder, 'files'))).toContain('privacy/resident-id')
    expect(await check([path, '--today', '2026-13-01'])).toBe(2)
    expect(await check([path, '--json', '--sarif'])).toBe(2)
    expect(await check([])).toBe(2)
  })

  it('reads GB 18030 pages', async () => {
    // 通告 / 拔款 in GB 2312.
    const title = [0xcd, 0xa8, 0xb8, 0xe6]
    const typo = [0xb0, 0xce, 0xbf, 0xee]
    const latin = (text: string) => [...text].map((one) => one.charCodeAt(0))
    const bytes = [...latin('<meta charset="gb2312"><h1>'), ...title, ...latin('</h1><p>'), ...typo, ...latin('</p>')]
    await check([await file('a.html', Uint8Array.from(bytes)), '--json'])
    expect(JSON.parse(out[0] ?? '').findings[0]).toMatchObject({ text: '拔款' })
  })

  it('refuses a rule set with path and line', async () => {
    const ruleset = await file('rules.json', '{\n"v": 9\n}')
    expect(await check([await file('a.txt', CLEAN), '--ruleset', ruleset])).toBe(2)
    expect(err.join('\n')).toContain('第 2 行 v：规则集版本 9 比本程序')
    expect(await prove([ruleset])).toBe(2)
  })
})

describe('menxia prove', () => {
  it('proves what ships', async () => {
    expect(await prove([])).toBe(0)
    expect(out.at(-1)).toMatch(/条规则，\d+ 个例子，0 个不成立/)
  })

  it('names the example that a rule breaks', async () => {
    const list = {
      id: 'own/list',
      title: '词',
      severity: 'advise',
      basis: '规定',
      advice: '改',
      terms: [{ term: '布署' }],
      finds: ['部署'],
      passes: ['甲'],
    }
    const set = { v: 1, version: 'own', settings: [], terms: [list], bureau: null, profiles: [] }
    expect(await prove([await file('rules.json', JSON.stringify(set))])).toBe(1)
    expect(err.join('\n')).toContain('own/list finds[0]：应当命中')
  })
})
