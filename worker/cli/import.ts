import { readFile, writeFile } from 'node:fs/promises'
import { FileRefusal } from '#shared/attachments/file-refusal.ts'
import { previewImport, withList } from '#shared/ruleset/import/preview.ts'
import { readTerms } from '#shared/ruleset/import/read-terms.ts'
import { refusalSentence } from '#shared/ruleset/refusal.ts'
import type { TermList } from '#shared/ruleset/term-list.ts'
import { cleanDocuments } from '../services/clean-drafts.ts'
import { UsageError } from './arguments.ts'
import { type ImportOptions, readImportOptions } from './import/options.ts'
import { previewLines, type Shown } from './import/words.ts'
import { showProgress } from './progress.ts'
import { clientFor, inForce, NotDone, previewThere, propose } from './propose.ts'
import { RefusedRuleSet, readRuleSet } from './ruleset-file.ts'
import { Unreadable } from './verify/unreadable.ts'

/**
 * `menxia import`: previews a file of terms here, or on a Worker and then proposes it there. Exit 0: it passed; 1: a proposal would be
 * refused; 2: the file, the Worker or the command was not right. The preview goes to stderr, the result to stdout.
 */
export async function importTerms(argv: readonly string[]): Promise<number> {
  try {
    const options = await readImportOptions(argv, process.env)
    const bytes = await readFile(options.file).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(`读不出文件 ${options.file}（${error.code}），请核对路径`)
    })
    return await (options.worker === null ? here(bytes, options) : there(bytes, options, options.worker))
  } catch (error) {
    const known = [UsageError, Unreadable, FileRefusal, NotDone, RefusedRuleSet].some((kind) => error instanceof kind)
    if (!known) throw error
    console.error((error as Error).message)
    return 2
  }
}

const onLine = (lines: number, isLast: boolean): void => showProgress(`读取 ${lines} 行`, isLast)

async function here(bytes: Uint8Array, options: ImportOptions): Promise<number> {
  const current = await readRuleSet(options.ruleset)
  const preview = previewImport(bytes, options.head, { current, clean: cleanDocuments }, onLine)
  const faults = preview.faults.map((fault) => ({ path: fault.path, message: refusalSentence({ ...fault, path: '' }) }))
  return await conclude({ ...preview, faults }, options)
}

async function there(
  bytes: Uint8Array,
  options: ImportOptions,
  worker: NonNullable<ImportOptions['worker']>,
): Promise<number> {
  // Read here first: a file that nobody can read need not be sent.
  readTerms(bytes, onLine)
  const client = clientFor(worker)
  const preview = await previewThere(client, options.file, bytes, options.head)
  const code = await conclude(preview, options)
  if (code !== 0 || options.dryRun || preview.list === null) return code
  const { base, set } = await inForce(client)
  console.log(await propose(client, base, withList(set, preview.list), worker.note))
  return 0
}

async function conclude(preview: Shown, options: ImportOptions): Promise<number> {
  for (const line of previewLines(preview)) console.error(line)
  if (preview.list === null || preview.faults.length > 0) return 1
  if (!options.dryRun) await write(preview.list, options)
  return 0
}

async function write(list: TermList, { out, worker }: ImportOptions): Promise<void> {
  const text = `${JSON.stringify(list, null, 1)}\n`
  if (out !== null) await writeFile(out, text)
  else if (worker === null) process.stdout.write(text)
}
