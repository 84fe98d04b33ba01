import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { canonicalText } from '#shared/ledger/canonical.ts'
import { leafHash } from '#shared/ledger/entry.ts'
import { inclusionProof } from '#shared/ledger/merkle.ts'
import { formatProof } from '#shared/ledger/proof.ts'
import { entryAt, noteOver, REASON, SALT, signer, textsOf } from '../../../test/support/ledgers.ts'
import { storedTree } from '../../../test/support/stored-tree.ts'
import { verify } from '../verify.ts'

const own = signer(1)
const SIZE = 12
const entries = Array.from({ length: SIZE }, (_, seq) => entryAt(seq))
const texts = textsOf(entries)
const note = noteOver(texts, own)
let folder = ''
let said = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'menxia-verify-'))
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(() => {
  said = ''
  const keep = (line: string) => {
    said += `${line}\n`
  }
  vi.spyOn(console, 'log').mockImplementation(keep)
  vi.spyOn(console, 'error').mockImplementation(keep)
})
afterEach(() => vi.restoreAllMocks())

async function put(name: string, text: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}
const ledgerText = (lines: readonly string[], checkpoint = note) =>
  `${[JSON.stringify({ format: 'menxia-ledger', v: 1, key: own.keyLine, checkpoint }), ...lines].join('\n')}\n`

function evidence(): string {
  const tree = storedTree()
  for (const entry of entries) tree.append(leafHash(entry))
  const proof = formatProof({ index: 5, path: inclusionProof(5, SIZE, tree.read), checkpoint: note })
  const item = { entry: entries[5]!, openings: [{ field: 'reasonDigest', text: REASON, salt: SALT }], proof }
  return JSON.stringify({ format: 'menxia-evidence', v: 1, key: own.keyLine, items: [item] })
}

describe('evidence', () => {
  test('holds, and says who decided what and why', async () => {
    expect(await verify([await put('good.json', evidence())])).toBe(0)
    expect(said).toContain(`理由：${REASON}`)
    expect(said).toContain('--key')
    expect(await verify([await put('good.json', evidence()), '--key', own.keyLine])).toBe(0)
  })

  test('one character changed, another key, a checkpoint of another ledger', async () => {
    expect(await verify([await put('bad.json', evidence().replace('"m5"', '"m6"'))])).toBe(1)
    expect(said).toContain('第 1 项：记录不在台账中')
    expect(await verify([await put('good.json', evidence()), '--key', signer(2).keyLine])).toBe(1)
    const foreign = await put('foreign.note', noteOver(texts, signer(2)))
    expect(await verify([await put('good.json', evidence()), '--checkpoint', foreign])).toBe(1)
    expect(said).toContain('公钥被换过')
  })
})

describe('an exported ledger', () => {
  test('holds, keeps its checkpoint, and is held against it the next time', async () => {
    const file = await put('ledger.jsonl', ledgerText(texts))
    const kept = join(folder, 'kept.json')
    expect(await verify([file, '--keep', kept])).toBe(0)
    expect(await verify([file, '--keep', kept, '--checkpoint', kept])).toBe(0)
    expect(JSON.parse(await readFile(kept, 'utf8'))).toHaveLength(1)
    const other = texts.with(4, canonicalText({ ...entries[4]!, actor: 'm9' }))
    const rewritten = await put('rewritten.jsonl', ledgerText(other, noteOver(other, own)))
    expect(await verify([rewritten])).toBe(0)
    expect(said).toContain('不能说明没有被整本改写')
    expect(await verify([rewritten, '--checkpoint', kept])).toBe(1)
    expect(said).toContain('历史被改写')
  })

  test('a line missing, the end cut off', async () => {
    expect(await verify([await put('gap.jsonl', ledgerText(texts.toSpliced(3, 1)))])).toBe(1)
    expect(said).toContain('第 3 条：记录缺失')
    expect(await verify([await put('cut.jsonl', ledgerText(texts.slice(0, -2)))])).toBe(1)
    expect(said).toContain('第 10 至 11 条：记录比树头少')
  })
})

describe('a running Worker', () => {
  test('is read page by page; a refusal is exit 2 with its sentence', async () => {
    const server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://localhost')
      const allowed = request.headers.authorization === 'Bearer mx_auditor'
      response.statusCode = allowed ? 200 : 401
      const [from, to] = [Number(url.searchParams.get('from')), Number(url.searchParams.get('to'))]
      const checkpoint = { checkpoint: note, key: own.keyLine, size: SIZE }
      const page = { entries: entries.slice(from, to), size: SIZE }
      const problem = {
        type: 'about:blank',
        title: '未登录',
        status: 401,
        code: 'signed-out',
        detail: '未登录。',
        requestId: 'r',
      }
      response.end(JSON.stringify(allowed ? (url.pathname.endsWith('checkpoint') ? checkpoint : page) : problem))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const right = ['--worker', address, '--token-file', await put('right.token', 'mx_auditor\n')]
    const wrong = ['--worker', address, '--token-file', await put('wrong.token', 'mx_nobody')]
    expect(await verify(right)).toBe(0)
    expect(said).toContain(`${SIZE} 条记录逐条重算`)
    expect(await verify(wrong)).toBe(2)
    await new Promise((resolve) => server.close(resolve))
    expect(await verify(right)).toBe(2)
    expect(said).toContain('连不上 Worker')
  })
})

test.each([
  [[], '请给出一个文件'],
  [['a.json', 'b.json'], '请给出一个文件'],
  [['nowhere.json'], '读不到文件'],
  [['--worker', 'http://localhost:1'], '没有令牌'],
  // A list of processes would show it.
  [['--worker', 'http://localhost:1', '--token', 'mx'], '参数不对'],
  [['a.json', '--key', 'x'], '--key 不是有效的公钥行'],
  [['a.json', '--wrong'], '参数不对'],
  [['a.json', '--checkpoint', 'nowhere'], '读不到树头文件'],
])('%j is exit 2 with a sentence', async (argv, sentence) => {
  expect(await verify(argv)).toBe(2)
  expect(said).toContain(sentence)
})

test.each(['', 'x', '{}', '[]', '{"format":"menxia-evidence"}', '{"__proto__":{"x":1}}'])(
  'file %j is exit 2',
  async (text) => {
    expect(await verify([await put('odd.json', text)])).toBe(2)
    expect(said).toContain('odd.json')
  },
)
