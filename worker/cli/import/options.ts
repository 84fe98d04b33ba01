import { parseArgs } from 'node:util'
import { TermListHead } from '#shared/ruleset/term-list.ts'
import { UsageError } from '../arguments.ts'
import { readToken } from '../token.ts'

export const IMPORT_USAGE = `用法：menxia import <词表文件> --id 主题/名称 --title 标题 [选项]
  文件为 CSV、文本（一行一词）或 .xlsx；UTF-8、GBK 都可以
  --severity block|review|advise  默认 review
  --basis 依据  --advice 建议     --level exact|plain|loose
  --finds 例句  --passes 例句     应当命中、不应命中的句子，可写多次；不写则用词表自己的词
  --ruleset 规则集.json           与它比较；不写用自带的规则集
  --out 文件                      把词表写成 JSON；不写则输出到标准输出
  --worker 地址 --note 说明       在服务端预览，通过后提出提案；令牌放在环境变量 MENXIA_TOKEN，或用 --token-file 文件
  --dry-run                       只预览
退出码：0 通过，1 提案会被拒绝，2 文件读不了、连不上或命令有误`

/** What `menxia import` was asked. */
export interface ImportOptions {
  readonly file: string
  readonly head: TermListHead
  readonly ruleset: string | null
  readonly out: string | null
  readonly dryRun: boolean
  /** Null: offline. */
  readonly worker: { readonly base: string; readonly token: string; readonly note: string } | null
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the arguments, or throws `UsageError`. */
export async function readImportOptions(argv: readonly string[], environment: Environment): Promise<ImportOptions> {
  const { values, positionals } = parsed(argv)
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0) throw new UsageError(IMPORT_USAGE)
  const { worker, note, out = null, ruleset = null } = values
  const token = worker === undefined ? '' : await readToken(values['token-file'], environment)
  return {
    ...{ file, head: headOf(values), ruleset, out, dryRun: values['dry-run'] ?? false },
    worker: worker === undefined ? null : { base: worker.replace(/\/+$/, ''), token, note: note ?? `导入词表 ${file}` },
  }
}

function headOf(values: ReturnType<typeof parsed>['values']): TermListHead {
  const { id, title, severity = 'review', basis = '本单位规定', advice = '请核对后改正', level, finds, passes } = values
  const given = Object.entries({ id, title, severity, basis, advice, level, finds, passes })
  const result = TermListHead.safeParse(Object.fromEntries(given.filter(([, value]) => value !== undefined)))
  if (result.success) return result.data
  const names = result.error.issues.map(({ path }) => `--${String(path[0])}`).join('、')
  throw new UsageError(
    `${names} 没有写，或写法不对（--id 应为 主题/名称，只用小写字母、数字和连字符）\n${IMPORT_USAGE}`,
  )
}

function parsed(argv: readonly string[]) {
  const text = { type: 'string' } as const
  const many = { type: 'string', multiple: true } as const
  const lists = { finds: many, passes: many }
  const head = { id: text, title: text, severity: text, basis: text, advice: text, level: text }
  const where = { ruleset: text, out: text, worker: text, note: text, 'token-file': text }
  try {
    const options = { ...lists, ...head, ...where, 'dry-run': { type: 'boolean' } as const }
    return parseArgs({ args: [...argv], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : ''}\n${IMPORT_USAGE}`)
  }
}
