import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { decodePlainText } from '#shared/attachments/decode-text.ts'
import { FileRefusal } from '#shared/attachments/file-refusal.ts'
import { type Notice, NoticeRefusal, readNotice } from '#shared/calendar/read-notice.ts'
import { weekdayOf } from '#shared/calendar/weekday.ts'
import type { YearPlan } from '#shared/calendar/year-plan.ts'
import { loadDocument } from '#shared/ruleset/load.ts'
import { refusalSentence } from '#shared/ruleset/refusal.ts'
import { withYear, yearSentences, yearsOverruled } from '#shared/ruleset/years.ts'
import { UsageError } from './arguments.ts'
import { clientFor, inForce, NotDone, propose } from './propose.ts'
import { RefusedRuleSet, readRuleSet } from './ruleset-file.ts'
import { readToken } from './token.ts'
import { Unreadable } from './verify/unreadable.ts'

const YEAR_USAGE = `用法：menxia year <通知文本> --notice 网址 [选项]
  文件是国务院办公厅放假安排通知的文字，从网页复制下来存成文本即可
  --notice 网址             通知的网址，可写多次
  --year 2027               通知里没有写年份时
  --ruleset 规则集.json     与它比较；不写用自带的规则集
  --out 文件                把这一年写成 JSON；不写则输出到标准输出
  --worker 地址 --note 说明 向服务端提出；令牌放在环境变量 MENXIA_TOKEN，或用 --token-file 文件
  --dry-run                 只看读成了什么
退出码：0 通过，1 提案会被拒绝，2 文件读不了、连不上或命令有误`

/**
 * `menxia year`: reads a 放假安排 notice, shows its days, and proposes the rule set in force with that year on a Worker, or writes the year. Exit 0: it
 * passed; 1: a proposal would be refused; 2: the file, the Worker or the command was not right. What was read goes to stderr, the result to stdout.
 */
export async function year(argv: readonly string[]): Promise<number> {
  try {
    return await run(argv)
  } catch (error) {
    const kinds = [UsageError, Unreadable, FileRefusal, NoticeRefusal, NotDone, RefusedRuleSet]
    if (!kinds.some((kind) => error instanceof kind)) throw error
    console.error((error as Error).message)
    return 2
  }
}

async function run(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parsed(argv)
  const [file, ...more] = positionals
  const { worker, out, notice: notices = [] } = values
  if (file === undefined || more.length > 0 || notices.length === 0 || !/^\d{4}$/.test(values.year ?? '2000'))
    throw new UsageError(YEAR_USAGE)
  const token = worker === undefined ? '' : await readToken(values['token-file'], process.env)
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`读不出文件 ${file}（${error.code}），请核对路径`)
  })
  const read = readNotice(decodePlainText(bytes).text, values.year === undefined ? undefined : Number(values.year))
  const plan: YearPlan = { year: read.year, notices, off: read.off, work: read.work }
  for (const line of linesOf(read)) console.error(line)

  const client = worker === undefined ? null : clientFor({ base: worker.replace(/\/+$/, ''), token })
  const { base, set } = client ? await inForce(client) : { base: '', set: await readRuleSet(values.ruleset ?? null) }
  const next = withYear(set, plan)
  const faults = [...(loadDocument(next).refusals ?? []), ...yearsOverruled(next)]
  for (const sentence of yearSentences(set, next)) console.error(`规则集变动：${sentence}`)
  for (const fault of faults) console.error(`不能通过 ${refusalSentence(fault)}`)
  if (faults.length > 0) return 1
  if (values['dry-run']) return 0

  const text = `${JSON.stringify(plan, null, 1)}\n`
  if (out !== undefined) await writeFile(out, text)
  else if (client === null) process.stdout.write(text)
  if (client) console.log(await propose(client, base, next, values.note ?? `加 ${plan.year} 年放假安排`))
  return 0
}

function linesOf({ year, off, work, elsewhere, unused }: Notice): string[] {
  const days = (all: readonly string[]) =>
    all.map((day) => `${day}（周${weekdayOf(`${year}-${day}`)}）`).join('、') || '无'
  return [
    `${year} 年放假 ${off.length} 天：${days(off)}`,
    `${year} 年调休上班 ${work.length} 天：${days(work)}`,
    ...(elsewhere.length > 0 ? [`属于别的年份，没有收入：${elsewhere.join('、')}`] : []),
    ...(unused.length > 0 ? [`没有说放假或上班，没有收入：${unused.join('、')}`] : []),
    '请与通知逐日核对。',
  ]
}

function parsed(argv: readonly string[]) {
  const text = { type: 'string' } as const
  const where = { ruleset: text, out: text, worker: text, note: text, 'token-file': text }
  try {
    const options = {
      notice: { type: 'string', multiple: true },
      year: text,
      ...where,
      'dry-run': { type: 'boolean' },
    } as const
    return parseArgs({ args: [...argv], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : ''}\n${YEAR_USAGE}`)
  }
}
