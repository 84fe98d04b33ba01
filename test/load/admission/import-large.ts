import { spawn } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { readTerms } from '#shared/ruleset/import/read-terms.ts'
import { type Bureau, must, once, type Person, type Site } from '../../contract/actors.ts'
import { claimOf, draftOf } from '../../contract/drafts.ts'
import { LARGEST, largestFile, largestWords } from './large.ts'

const cli = fileURLToPath(new URL('../../../worker/cli/menxia.ts', import.meta.url))
const LIST = 'bureau/large'

export interface Imported {
  version: string
  seconds: number
  faults: string[]
}

/** `menxia import` of the largest list, as a person runs it; its progress must tell of reading, sending and waiting. */
export async function importLargest(site: Site, folder: string, admin: Person): Promise<Imported> {
  const { text, leftOut, blank } = largestFile()
  const file = join(folder, 'largest.csv')
  await writeFile(file, text)
  const began = performance.now()
  const { code, out, err } = await menxia(
    ['import', file, '--id', LIST, '--title', '大词表', '--worker', site.base],
    admin.token,
  )
  const seconds = (performance.now() - began) / 1000
  const wanted = [/读取 \d+ 行/, /上传 [\d.]+ \/ [\d.]+ MB/, /服务端预览/, /服务端检验并提出/]
  const faults = wanted.filter((line) => !line.test(err)).map((line) => `no progress like ${line}`)
  if (!err.includes(`收入 ${LARGEST} 词，没有收入 ${leftOut} 行，空行 ${blank}`))
    faults.push(`another preview: ${err.slice(0, 300)}`)
  const version = /规则集 (v\d+)/.exec(out)?.[1] ?? ''
  if (code !== 0 || version === '') faults.push(`exit ${code}: ${err.slice(-500)}`)
  return { version, seconds, faults }
}

/** The same command once more, as after an answer that was lost: no second proposal. */
export async function importAgain(site: Site, folder: string, admin: Person): Promise<string> {
  const argv = ['import', join(folder, 'largest.csv'), '--id', LIST, '--title', '大词表', '--worker', site.base]
  return /规则集 (v\d+)/.exec((await menxia(argv, admin.token)).out)?.[1] ?? ''
}

function menxia(argv: readonly string[], token: string): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, MENXIA_TOKEN: token }
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, ...argv], { env })
    let [out, err] = ['', '']
    child.stdout.on('data', (piece) => (out += String(piece)))
    child.stderr.on('data', (piece) => (err += String(piece)))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, out, err }))
  })
}

/** The list in force: the Worker itself finds its last word in a draft, and gives every word back in CSV and .xlsx. */
export async function useLargest(bureau: Bureau, other: Person, version: string): Promise<string[]> {
  const { digest } = must(await other.call('rulesets.list', { query: {} })).items.find(
    (one) => one.version === version,
  )!
  must(await other.call('rulesets.publish', { params: { version }, body: { digest }, idempotencyKey: once() }))
  const faults: string[] = []
  for (const format of ['csv', 'xlsx'] as const) {
    const where = { params: { version }, query: { list: LIST, format } }
    const { name, base64 } = must(await bureau.admin.call('rulesets.export', where))
    const { terms } = readTerms(Buffer.from(base64, 'base64'))
    const same = terms.length === LARGEST && largestWords().every((word, index) => terms[index]?.term === word)
    if (!same) faults.push(`${name} gives other words back`)
  }
  const { settings, version: at } = must(await bureau.admin.call('settings.read', {}))
  const body = { settings: { ...settings, draftText: 'stored' as const }, version: at }
  must(await bureau.admin.call('settings.change', { body, idempotencyKey: once() }))
  const editor = await bureau.add(['editor'])
  const claim = claimOf(draftOf(`会议提到${largestWords().at(-1)}。`), true, version)
  const { report } = must(await editor.call('checks.record', { body: claim, idempotencyKey: once() }))
  if (!report?.findings.some(({ rule }) => rule === LIST)) faults.push('the last word is not found')
  return faults
}

/** Bytes of the longest value in any bureau's database. Production refuses over 2 MB, local workerd does not. */
export async function longestValue(data: string): Promise<number> {
  const files = (await readdir(data, { recursive: true })).filter((name) => name.endsWith('.sqlite'))
  const lengths = files.map((name) => {
    const database = new DatabaseSync(join(data, name), { readOnly: true })
    try {
      const row = database.prepare('SELECT MAX(LENGTH(bytes)) AS n FROM blobs').get() as { n: number | null }
      return row.n ?? 0
    } catch {
      // Not a bureau: workerd's own list of alarms.
      return 0
    } finally {
      database.close()
    }
  })
  return Math.max(0, ...lengths)
}
