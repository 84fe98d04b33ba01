import { readFile } from 'node:fs/promises'
import { formatKey } from '#shared/ledger/note.ts'
import { verifyEvidence } from './verify/evidence.ts'
import { keepHeld, readHeld } from './verify/held-file.ts'
import { auditLedger, type LedgerSource } from './verify/ledger.ts'
import { openExport } from './verify/ledger-file.ts'
import { openLive } from './verify/ledger-live.ts'
import { readOptions, type VerifyOptions } from './verify/options.ts'
import { Unreadable } from './verify/unreadable.ts'
import { sayFault } from './verify/words.ts'

/**
 * `menxia verify`: proves exported evidence, an exported ledger (`.jsonl`) or the ledger of a running Worker. Exit 0: it holds; 1: it does not, and what
 * is wrong; 2: it could not be read, which says nothing about it.
 */
export async function verify(argv: readonly string[]): Promise<number> {
  try {
    const options = await readOptions(argv, process.env)
    const held = (await Promise.all(options.checkpoints.map(readHeld))).flat()
    const ledger = await openLedger(options)
    if (ledger) return say(await audit(ledger, options, held))
    const { file } = options.source as { file: string }
    return say(verifyEvidence(await readText(file), file, options.key, held))
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    console.error(`没有验证：${error.message}。`)
    return 2
  }
}

/** The ledger that was asked for; null when the file is not one and is to be read as evidence. */
async function openLedger({ source }: VerifyOptions): Promise<LedgerSource | null> {
  if ('worker' in source) return await openLive(source.worker, source.token)
  try {
    return await openExport(source.file)
  } catch {
    throw new Unreadable(`读不到文件 ${source.file}：请核对路径`)
  }
}

async function audit(ledger: LedgerSource, options: VerifyOptions, held: Awaited<ReturnType<typeof readHeld>>) {
  const { key, checkpoint } = ledger.head
  if (options.key && formatKey(options.key) !== key)
    return { holds: false, lines: ['不成立。台账的公钥不是您给出的那一个：公钥被换过，或这是另一本台账。'] }
  const { size, faults } = await auditLedger(ledger, held)
  if (faults.length > 0)
    return { holds: false, lines: [`不成立。共 ${size} 条，${faults.length} 处不符：`, ...faults.map(sayFault)] }
  const lines = [
    `成立。${size} 条记录逐条重算，与签名的树头一致${held.length > 0 ? `，与您保存的 ${held.length} 个树头一致` : ''}。`,
  ]
  if (held.length === 0)
    lines.push(
      '没有给出以前保存的树头，只能说明台账前后一致，不能说明没有被整本改写。请用 --keep 保存，下次用 --checkpoint 给出。',
    )
  if (options.keep !== null) await keepHeld(options.keep, checkpoint, new Date())
  return { holds: true, lines }
}

function say({ holds, lines }: { holds: boolean; lines: readonly string[] }): number {
  for (const line of lines) (holds ? console.log : console.error)(line)
  return holds ? 0 : 1
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new Unreadable(`读不到文件 ${file}：请核对路径`)
  }
}
