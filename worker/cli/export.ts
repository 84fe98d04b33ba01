import { open, rename, rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { ExportHead } from '#shared/ledger/export.ts'
import { readToken } from './token.ts'
import { openLive } from './verify/ledger-live.ts'
import { Unreadable } from './verify/unreadable.ts'

/**
 * `menxia export`: the whole ledger of a running Worker as one `.jsonl`, which `menxia verify` and anybody's own code can read later without the Worker.
 * The file appears under its name only when it is whole. Exit 0, or 2 with a sentence.
 */
export async function exportLedger(argv: readonly string[]): Promise<number> {
  try {
    const { worker, token, out } = await readOptions(argv, process.env)
    const { head, entries } = await openLive(worker, token)
    const first: ExportHead = { format: 'menxia-ledger', v: 1, ...head }
    console.error(`已导出 ${await write(out, first, entries)} 条到 ${out}。请用 menxia verify ${out} 验证。`)
    return 0
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    console.error(`没有导出：${error.message}。`)
    return 2
  }
}

/** Answers how many entries there were. A download that breaks off leaves no file that looks like a ledger. */
async function write(out: string, head: ExportHead, entries: AsyncIterable<string> | Iterable<string>) {
  const part = `${out}.part`
  const file = await open(part, 'w').catch(() => {
    throw new Unreadable(`写不了文件 ${out}：请核对路径和权限`)
  })
  let count = 0
  try {
    await file.write(`${JSON.stringify(head)}\n`)
    for await (const entry of entries) {
      await file.write(`${entry}\n`)
      count += 1
    }
  } catch (error) {
    await file.close()
    await rm(part, { force: true })
    throw error
  }
  await file.close()
  await rename(part, out)
  return count
}

async function readOptions(argv: readonly string[], environment: Readonly<Record<string, string | undefined>>) {
  const { values } = parse(argv)
  if (values.worker === undefined || values.out === undefined)
    throw new Unreadable('请给出 Worker 和文件：menxia export --worker 地址 --out 台账.jsonl')
  return { worker: values.worker, out: values.out, token: await readToken(values['token-file'], environment) }
}

function parse(argv: readonly string[]) {
  try {
    const text = { type: 'string' } as const
    const options = { worker: text, out: text, 'token-file': text }
    return parseArgs({ args: [...argv], options })
  } catch (error) {
    throw new Unreadable(`参数不对：${error instanceof Error ? error.message : String(error)}`)
  }
}
