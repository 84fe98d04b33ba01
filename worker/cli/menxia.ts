#!/usr/bin/env node
import { check } from './check.ts'
import { exportLedger } from './export.ts'
import { importTerms } from './import.ts'
import { prove } from './prove.ts'
import { signin } from './signin.ts'
import { verify } from './verify.ts'
import { year } from './year.ts'

/** One verb a file. Each takes its own arguments and answers with the exit code. */
const VERBS: Readonly<Record<string, (argv: readonly string[]) => Promise<number>>> = {
  check,
  prove,
  verify,
  import: importTerms,
  export: exportLedger,
  signin,
  year,
}

const USAGE = `用法：menxia <命令> [参数]

  check  <文件或文件夹…>   检查稿件（--json、--sarif、--ruleset、--today …）
  prove  [规则集.json]     用例句验证规则
  import <词表文件>        预览词表，或向服务端提出（--worker 地址、--id、--title …）
  year   <通知文本>        读放假安排的通知，或向服务端提出加有这一年的规则集（--worker 地址、--notice 网址）
  verify <凭证.json>       离线验证存证证明（--key 公钥行、--checkpoint 树头）
  verify <台账.jsonl>      验证导出的台账
  verify --worker <地址>   验证运行中的台账（--token-file 文件、--keep 保存树头）
  export --worker <地址>   导出整本台账（--out 台账.jsonl；环境变量 MENXIA_TOKEN）
  signin --worker <地址>   在终端登录，输出令牌（--device 密钥文件；环境变量 MENXIA_INVITATION、MENXIA_PIN）`

const [verb = '', ...rest] = process.argv.slice(2)
const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined
if (run === undefined) {
  console.error(verb === '' ? USAGE : `没有“${verb}”这个命令。\n\n${USAGE}`)
  process.exitCode = 2
} else {
  process.exitCode = await run(rest)
}
