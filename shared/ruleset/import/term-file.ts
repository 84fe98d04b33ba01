import { expectedRate } from '../../text/frequency.ts'
import { normalise } from '../../text/normalise.ts'
import type { Term } from '../term-list.ts'
import { type CsvRecord, formatCsvLine, parseCsv } from './csv.ts'
import { unguardCell } from './guard-cell.ts'
import { columnsOf, formatTermCells, HEADER, parseTermCells } from './term-cells.ts'

/** A line that was left out, and why. */
export interface LeftOut {
  line: number
  text: string
  sentence: string
}

/** What a file of terms holds, before anything is stored. */
export interface TermFile {
  terms: Term[]
  /** The line, from 1, of each of `terms`. */
  lines: number[]
  /** Lines with nothing on them. */
  blank: number
  leftOut: LeftOut[]
  /** Lines left out beyond those that are listed. */
  moreLeftOut: number
  /** Terms that ordinary official prose is expected to hold most often, with hits per ten thousand characters. */
  frequent: { term: string; perTenThousand: number }[]
  /** Expected hits of the whole list per ten thousand characters of official prose. */
  perTenThousand: number
}

/** Told every so many lines while a long file is read. */
export type OnLine = (done: number, all: number) => void

export const MOST_TERMS = 200_000
export const LISTED = 200
const FREQUENT = 20
const STEP = 10_000

/** The rows of a sheet of terms, the header first. */
export function formatTermRows(terms: readonly Term[]): string[][] {
  return [[...HEADER], ...terms.map(formatTermCells)]
}

/** A list of terms as CSV with a header. `parseTermFile ∘ formatTermFile` gives the same terms, for any that `parseTermFile` gives. */
export function formatTermFile(terms: readonly Term[]): string {
  return [...formatTermRows(terms).map(formatCsvLine), ''].join('\r\n')
}

/** Reads CSV (with or without a header) or a plain text of one term a line (错误写法, or 错误写法 and 改为 apart by a tab, => or →). */
export function parseTermFile(text: string, onLine?: OnLine): TermFile {
  const records = parseCsv(text)
  return parseTermRecords(columnsOf(records[0]?.cells ?? []) === null ? parseCsv(asCsv(text)) : records, onLine)
}

/** A plain text has its own separators; commas there would be part of a term only in a CSV. */
function asCsv(text: string): string {
  if (!/\t|=>|→/.test(text)) return text
  return text.replace(/[^\r\n]+/g, (line) =>
    /\t|=>|→/.test(line) ? formatCsvLine(line.split(/\t|\s*(?:=>|→)\s*/)) : line,
  )
}

/** Reads records of cells, under a header or in its order. Nothing is dropped silently: every record is a term, blank, or left out with a sentence. */
export function parseTermRecords(records: readonly CsvRecord[], onLine?: OnLine): TermFile {
  const header = columnsOf(records[0]?.cells ?? [])
  const columns = header ?? HEADER.map((_, column) => column)
  const file: TermFile = {
    ...{ terms: [], lines: [], blank: 0, leftOut: [], moreLeftOut: 0, frequent: [], perTenThousand: 0 },
  }
  const seen = new Map<string, number>()
  for (let at = header === null ? 0 : 1; at < records.length; at += 1) {
    addRecord(file, records[at]!, columns, seen)
    if (at % STEP === 0) onLine?.(at, records.length)
  }
  onLine?.(records.length, records.length)
  return withRates(file, [...seen.keys()])
}

/** `seen`: the line of each term by its plain form. */
function addRecord(
  file: TermFile,
  { line, cells }: CsvRecord,
  columns: readonly number[],
  seen: Map<string, number>,
): void {
  if (cells.every((cell) => cell.trim() === '')) {
    file.blank += 1
    return
  }
  const row = columns.map((column) => unguardCell(cells[column]?.trim() ?? ''))
  const word = row[0] ?? ''
  const form = normalise(word, 'plain').text.trim()
  const earlier = seen.get(form)
  const { term, fault } =
    earlier === undefined ? parseTermCells(row, form) : { term: null, fault: `与第 ${earlier} 行重复` }
  if (term === null) leaveOut(file, line, word, fault)
  else if (file.terms.length >= MOST_TERMS) leaveOut(file, line, word, `超过 ${MOST_TERMS} 词，请分成几个词表`)
  else {
    seen.set(form, line)
    file.terms.push(term)
    file.lines.push(line)
  }
}

function leaveOut(file: TermFile, line: number, text: string, sentence: string): void {
  if (file.leftOut.length < LISTED) file.leftOut.push({ line, text: text.slice(0, 64), sentence })
  else file.moreLeftOut += 1
}

/** `forms`: the plain forms of the terms, in their order. */
function withRates(file: TermFile, forms: readonly string[]): TermFile {
  const rates = forms.map((form) => expectedRate(form) * 10_000)
  const frequent = file.terms
    .map(({ term }, index) => ({ term, perTenThousand: rates[index]! }))
    .filter((one) => one.perTenThousand > 0.1)
    .sort((a, b) => b.perTenThousand - a.perTenThousand)
  const perTenThousand = rates.reduce((sum, rate) => sum + rate, 0)
  return { ...file, frequent: frequent.slice(0, FREQUENT), perTenThousand }
}
