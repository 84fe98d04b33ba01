import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { previewImport } from '#shared/ruleset/import/preview.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { type Served, serve } from '../../test/support/serve.ts'
import { CURRENT, openTerminal, PROPOSED } from '../../test/support/terminal.ts'
import { cleanDocuments } from '../services/clean-drafts.ts'
import { importTerms } from './import.ts'

const terminal = openTerminal()
let worker: Served | null = null

afterEach(async () => {
  await worker?.close()
  worker = null
})

const HEAD = ['--id', 'bureau/exam', '--title', '高考用语']
async function file(content: string | Uint8Array): Promise<string> {
  const path = join(terminal.folder, 'terms.csv')
  await writeFile(path, content)
  return path
}

describe('menxia import, offline', () => {
  it('previews on stderr and gives the list on stdout, or in a file', async () => {
    const path = await file('高靠,高考\n的\n高靠\n')
    expect(await importTerms([path, ...HEAD])).toBe(0)
    expect(JSON.parse(terminal.out.join(''))).toMatchObject({
      id: 'bureau/exam',
      terms: [{ term: '高靠', instead: '高考' }],
    })
    expect(terminal.err.join('\n')).toMatch(/收入 1 词，没有收入 2 行[\s\S]*第 3 行“高靠”：与第 1 行重复/)
    const target = join(terminal.folder, 'list.json')
    expect(await importTerms([path, ...HEAD, '--out', target])).toBe(0)
    expect(JSON.parse(await readFile(target, 'utf8')).terms).toHaveLength(1)
  })

  it('exits 1 where a proposal would be refused, 2 for what it cannot read', async () => {
    const path = await file('学校\n')
    expect(await importTerms([path, ...HEAD])).toBe(1)
    expect(await importTerms([path, ...HEAD, '--finds', '没有这个词'])).toBe(1)
    expect(terminal.out).toEqual([])
    expect(await importTerms([await file(Uint8Array.from([0, 1, 2])), ...HEAD])).toBe(2)
    expect(await importTerms([join(terminal.folder, 'nothing.csv'), ...HEAD])).toBe(2)
    expect(await importTerms([path, '--title', '没有编号'])).toBe(2)
    expect(await importTerms([path, ...HEAD, '--token', 'mx'])).toBe(2)
  })
})

describe('menxia import, to a Worker', () => {
  it('needs a token, which no argument can carry', async () => {
    vi.stubEnv('MENXIA_TOKEN', '')
    expect(await importTerms([await file('高靠\n'), ...HEAD, '--worker', 'http://127.0.0.1:9'])).toBe(2)
    expect(terminal.err.join('')).toContain('MENXIA_TOKEN')
  })

  it('previews, proposes, and repeats what was not answered under the same key', async () => {
    const keys: (string | null)[] = []
    const seen: string[] = []
    worker = await serve(
      async (request) => {
        const { pathname } = new URL(request.url)
        seen.push(`${request.method} ${pathname} ${request.headers.get('authorization')}`)
        if (pathname.endsWith('/current')) return Response.json(CURRENT)
        const body = await request.json()
        if (pathname.endsWith('/import')) {
          const bytes = Uint8Array.from(atob(body.file.base64), (one) => one.charCodeAt(0))
          return Response.json(previewImport(bytes, body.list, { current: starterRuleSet, clean: cleanDocuments }))
        }
        keys.push(request.headers.get('idempotency-key'))
        if (keys.length === 1) throw new Error('the answer is lost')
        expect(body.ruleset.terms.at(-1).terms).toEqual([{ term: '高靠' }])
        return Response.json(PROPOSED, { status: 201 })
      },
      { port: 0, what: '', flag: '' },
    )
    await writeFile(join(terminal.folder, 'token'), 'mx_secret\n')
    const argv = [...HEAD, '--worker', `${worker.origin}/`, '--token-file', join(terminal.folder, 'token')]
    expect(await importTerms([await file('高靠\n'), ...argv])).toBe(0)
    expect(keys).toEqual([expect.stringMatching(/^import\.[0-9a-f]{64}$/), keys[0]])
    expect(terminal.out.join('\n')).toContain('已提出规则集 v1')
    expect(seen.every((line) => line.endsWith('Bearer mx_secret'))).toBe(true)
    seen.length = 0
    expect(await importTerms([await file('高靠\n'), ...argv, '--dry-run'])).toBe(0)
    expect(seen).toHaveLength(1)
  })
})
