import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { FileInJson, ImportPreview } from '#shared/api/contract/ruleset-files.ts'
import { FileRefusal } from '#shared/attachments/file-refusal.ts'
import { writeSpreadsheet } from '#shared/attachments/spreadsheet-write.ts'
import { toBase64 } from '#shared/ledger/base64.ts'
import { previewImport } from '#shared/ruleset/import/preview.ts'
import { formatTermFile, formatTermRows } from '#shared/ruleset/import/term-file.ts'
import { serialiseRuleSet } from '#shared/ruleset/load.ts'
import type { Refusal as RuleSetRefusal } from '#shared/ruleset/refusal.ts'
import type { TermList, TermListHead } from '#shared/ruleset/term-list.ts'
import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import { cleanDocuments } from './clean-drafts.ts'
import { versionOf, wholeOf } from './ruleset-bundle.ts'

/** Tries a file of terms in the rule set in force. Changes nothing. */
export function importTerms(asked: { file: FileInJson; list: TermListHead }, { tenant }: Call): ImportPreview {
  const current = wholeOf(tenant, versionOf({ number: tenant.rulesets.current }))
  try {
    const preview = previewImport(bytesOf(asked.file.base64), asked.list, { current, clean: cleanDocuments })
    return { ...preview, faults: preview.faults.slice(0, 100).map(faultOf) }
  } catch (error) {
    if (error instanceof FileRefusal) throw new Refusal('file-unreadable', error.message)
    throw error
  }
}

/** A word list as CSV or .xlsx, in which nothing is computed when it is opened, or the whole rule set as JSON. */
export function exportRuleSet(
  version: string,
  { list, format }: { list?: string | undefined; format: 'csv' | 'xlsx' | 'json' },
  { tenant }: Call,
): FileInJson {
  const set = wholeOf(tenant, version)
  if (format === 'json' && list === undefined)
    return { name: `${version}.json`, base64: toBase64(utf8ToBytes(serialiseRuleSet(set))) }
  const found = set.terms.find(({ id }) => id === list)
  if (format === 'json' || !found)
    throw new Refusal(
      'not-found',
      '没有这份词表，或格式与之不符。请用 list 写明词表编号，format 写 csv 或 xlsx；整个规则集用 json。',
    )
  return { name: `${found.id.replace('/', '-')}-${version}.${format}`, base64: toBase64(bytesAs(format, found)) }
}

function bytesAs(format: 'csv' | 'xlsx', { title, terms }: TermList): Uint8Array {
  // The mark tells spreadsheet programs that the text is UTF-8.
  if (format === 'csv') return utf8ToBytes(`\uFEFF${formatTermFile(terms)}`)
  return writeSpreadsheet(title, formatTermRows(terms))
}

function faultOf({ path, line, sentence }: RuleSetRefusal) {
  return { path, message: `${line === null ? '' : `第 ${line} 行：`}${sentence}`.slice(0, 2000) }
}

function bytesOf(base64: string): Uint8Array {
  const text = binaryOf(base64)
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at)
  return bytes
}

function binaryOf(base64: string): string {
  try {
    return atob(base64)
  } catch {
    const faults = [{ path: 'body.file.base64', message: '不是 Base64，应为带填充的标准写法' }]
    throw new Refusal('invalid-request', undefined, { faults })
  }
}
