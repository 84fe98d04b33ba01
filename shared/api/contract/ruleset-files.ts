import * as z from 'zod'
import { TermList, TermListHead } from '../../ruleset/term-list.ts'
import { endpoints } from '../endpoint.ts'
import { Fault } from '../problem.ts'
import { Version } from './common.ts'

/** A file inside JSON: Base64 with padding. With the body at 8 MiB a file has at most about 6 MiB. */
export const FileInJson = z.strictObject({ name: z.string().min(1).max(255), base64: z.string().max(8 * 1024 * 1024) })
export type FileInJson = z.infer<typeof FileInJson>

const Count = z.int().nonnegative()
const Line = z.int().positive()
/** A term of the file that stands elsewhere too: in an official text, or in another list. */
const Elsewhere = z.strictObject({ line: Line, term: z.string().max(64), where: z.string().max(2200) })

/** What an import would do. Lists of lines are cut at 200; `more…` counts the rest. */
export const ImportPreview = z.strictObject({
  kind: z.enum(['text', 'xlsx']),
  /** How a text was encoded; GBK and GB 2312 are `gb18030`. Null for a workbook. */
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).nullable(),
  /** Goes into `ruleset.terms` of a proposal as it is; null where the file gives none. */
  list: TermList.nullable(),
  blank: Count,
  /** Lines that are no term: duplicates, single characters, words of every text, and why. */
  leftOut: z.array(z.strictObject({ line: Line, text: z.string().max(64), sentence: z.string().max(2000) })).max(200),
  moreLeftOut: Count,
  /** What ordinary official prose is expected to hold most often. */
  frequent: z.array(z.strictObject({ term: z.string().max(64), perTenThousand: z.number() })).max(20),
  perTenThousand: z.number(),
  official: z.array(Elsewhere).max(200),
  moreOfficial: Count,
  known: z.array(Elsewhere).max(200),
  moreKnown: Count,
  sentences: z.array(z.string().max(2000)).max(5000),
  /** Why a proposal with this list would be refused; empty where it would not. */
  faults: z.array(Fault).max(100),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const rulesetFiles = endpoints({
  'rulesets.import': {
    method: 'POST',
    path: '/v1/rulesets/import',
    who: ['admin'],
    summary: '读入一份词表文件（CSV、文本、.xlsx）并预览：重复、单字、预计命中、官方文件里的词；不改动规则集。',
    body: z.strictObject({ file: FileInJson, list: TermListHead }),
    answer: ImportPreview,
  },
  'rulesets.export': {
    method: 'GET',
    path: '/v1/rulesets/:version/export',
    who: ['admin', 'auditor'],
    summary: '导出：list 是词表的编号，format 为 csv 或 xlsx；不写 list 则导出整个规则集（json）。',
    params: z.strictObject({ version: Version }),
    query: z.strictObject({
      list: TermList.shape.id.optional(),
      format: z.enum(['csv', 'xlsx', 'json']).default('json'),
    }),
    answer: FileInJson,
  },
})
