import { compileRuleSet } from '#shared/ruleset/compile.ts'
import { type CheckOptions, readCheckOptions, UsageError } from './arguments.ts'
import { readAttachments } from './attachments.ts'
import { type Checked, checkInput, listInputs } from './inputs.ts'
import { jsonOf } from './report/json.ts'
import { sarifOf } from './report/sarif.ts'
import { summaryOf, textOf } from './report/text.ts'
import { RefusedRuleSet, readRuleSet } from './ruleset-file.ts'

/** Exit codes: 0 clean, 1 `block` or `review` findings, 2 something could not be read (or the command was wrong). */
export const CLEAN = 0
export const FOUND = 1
export const UNREAD = 2

/** `menxia check`: the same engine from a terminal. Prints results to stdout, progress and complaints to stderr. */
export async function check(argv: readonly string[]): Promise<number> {
  try {
    return await run(readCheckOptions(argv))
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof RefusedRuleSet)) throw error
    console.error(error.message)
    return UNREAD
  }
}

async function run(options: CheckOptions): Promise<number> {
  const set = compileRuleSet(await readRuleSet(options.ruleset))
  const attachments = await readAttachments(options.attachments)
  const paths = await listInputs(options.inputs)
  const all: Checked[] = []
  for (const [index, path] of paths.entries()) {
    if (paths.length > 1) showProgress(index + 1, paths.length, path)
    const checked = await checkInput(path, set, options, attachments)
    all.push(checked)
    if (options.format === 'json') console.log(jsonOf(checked))
    if (options.format === 'text') console.log(textOf(checked))
  }
  if (options.format === 'sarif') console.log(JSON.stringify(sarifOf(all, set), null, 2))
  if (options.format === 'text' || paths.length > 1) console.error(summaryOf(all))
  return exitCodeOf(all)
}

function showProgress(done: number, total: number, path: string): void {
  const line = `[${done}/${total}] ${path}`
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${line}${done === total ? '\n' : ''}`)
  else console.error(line)
}

/**
 * A file that was not read makes the whole answer incomplete. Then findings count, then parts of a draft that were not read; what a single
 * rule could not judge is shown, and is no failure to read.
 */
function exitCodeOf(all: readonly Checked[]): number {
  if (all.length === 0 || all.some((one) => one.report === null)) return UNREAD
  if (all.some((one) => one.report?.findings.some((finding) => finding.severity !== 'advise'))) return FOUND
  return all.some((one) => one.report?.coverage.unread.some((part) => part.rule === undefined)) ? UNREAD : CLEAN
}
