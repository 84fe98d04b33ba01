import { parseArgs } from 'node:util'
import type * as z from 'zod'
import { CivilDate } from '#shared/calendar/civil-date.ts'

/** Options of `menxia check`, validated. */
export interface CheckOptions {
  inputs: readonly string[]
  format: 'text' | 'json' | 'sarif'
  ruleset: string | null
  today: string | undefined
  published: string | undefined
  channel: string | null
  /** `null`: not said; otherwise the links, none for `none`. */
  interpretations: readonly string[] | null
  /** `null`: not said; `''`: none; else a folder. */
  attachments: string | null
}

/** A mistake in the command line; the message is Chinese and says what to type. */
export class UsageError extends Error {}

export const CHECK_USAGE = `用法：menxia check <文件 | 文件夹 | -> … [选项]
  --json | --sarif            机器可读的结果
  --ruleset 文件              规则集（JSON）；不写用自带的
  --today / --published 日期  今天、发布日期，写作 2026-01-31
  --channel 栏目
  --interpretation 链接|none  已关联的政策解读，可写多次
  --attachments 文件夹|none   附件所在的文件夹
退出码：0 无禁止发布和需复核的命中，1 有，2 有文件或内容没有读到`

const Day = CivilDate

export function readCheckOptions(argv: readonly string[]): CheckOptions {
  const { values, positionals } = parsed(argv)
  if (positionals.length === 0) throw new UsageError(CHECK_USAGE)
  if (values.json && values.sarif) throw new UsageError('--json 与 --sarif 只能选一个')
  const interpretations = values.interpretation ?? null
  return {
    inputs: positionals,
    format: values.json ? 'json' : values.sarif ? 'sarif' : 'text',
    ruleset: values.ruleset ?? null,
    today: dayOf('--today', values.today),
    published: dayOf('--published', values.published),
    channel: values.channel ?? null,
    interpretations: interpretations?.filter((one) => one !== 'none') ?? null,
    attachments: values.attachments === 'none' ? '' : (values.attachments ?? null),
  }
}

function parsed(argv: readonly string[]) {
  const text = { type: 'string' } as const
  const flag = { type: 'boolean' } as const
  const options = {
    json: flag,
    sarif: flag,
    ruleset: text,
    today: text,
    published: text,
    channel: text,
    interpretation: { type: 'string', multiple: true } as const,
    attachments: text,
  }
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true })
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : ''}\n${CHECK_USAGE}`)
  }
}

function dayOf(name: string, value: string | undefined): z.infer<typeof Day> | undefined {
  if (value !== undefined && !Day.safeParse(value).success)
    throw new UsageError(`${name} 应写作 2026-01-31 这样的日期，现在是“${value}”`)
  return value
}
