import { expectedRate } from '../../text/frequency.ts'
import { normalise } from '../../text/normalise.ts'
import type { Term } from '../term-list.ts'
import { type CsvRecord, csvRecords, formatCsvLine } from './csv.ts'
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

/** Told how many lines were read, every so many and at the end. */
export type OnLine = (lines: number, isLast: boolean) => void

export const MOST_TERMS = 200_000
export const LISTED = 200
const FREQUENT = 20
const FREQUENT_FROM = 0.1
const STEP = 10_000
/** Lines that are joined at once, so that 200,000 never stand in memory one by one. Joined, not added: what is added stays until the whole is read. */
const AT_ONCE = 1000

/** The rows of a sheet of terms, the header first. */
export function* formatTermRows(terms: readonly Term[]): Generator<string[]> {
  yield [...HEADER]
  for (const term of terms) yield formatTermCells(term)
}

/** A list of terms as CSV with a header. `parseTermFile ∘ formatTermFile` gives the same terms, for any that `parseTermFile` gives. */
export function formatTermFile(terms: readonly Term[]): string {
  const pieces: string[] = []
  let lines: string[] = []
  for (const row of formatTermRows(terms)) {
    lines.push(formatCsvLine(row))
    if (lines.length < AT_ONCE) continue
    pieces.push(`${lines.join('\r\n')}\r\n`)
    lines = []
  }
  return [...pieces, ...lines.map((line) => `${line}\r\n`)].join('')
}

/** Reads CSV (with or without a header) or a plain text of one term a line (错误写法, or 错误写法 and 改为 apart by a tab, => or →). */
export function parseTermFile(text: string, onLine?: OnLine): TermFile {
  const isCsv = columnsOf(csvRecords(text).next().value?.cells ?? []) !== null
  const reader = termReader(onLine)
  for (const record of csvRecords(isCsv ? text : asCsv(text))) reader.add(record)
  return reader.done()
}

/** A plain text has its own separators; commas there would be part of a term only in a CSV. */
function asCsv(text: string): string {
  if (!/\t|=>|→/.test(text)) return text
  return text.replace(/[^\r\n]+/g, (line) =>
    /\t|=>|→/.test(line) ? formatCsvLine(line.split(/\t|\s*(?:=>|→)\s*/)) : line,
  )
}

/**
 * Reads records of cells one by one, under a header or in its order. Nothing is dropped silently: every record is a term, blank, or left out with a
 * sentence. Keeps no record: a file of 200,000 terms must fit into a Worker.
 */
export function termReader(onLine?: OnLine): { add(record: CsvRecord): void; done(): TermFile } {
  const file: TermFile = {
    ...{ terms: [], lines: [], blank: 0, leftOut: [], moreLeftOut: 0, frequent: [], perTenThousand: 0 },
  }
  const seen = new Map<string, number>()
  let columns: number[] | null = null
  let read = 0
  return {
    add(record) {
      read += 1
      if (read % STEP === 0) onLine?.(read, false)
      if (columns !== null) return addRecord(file, record, columns, seen)
      const header = columnsOf(record.cells)
      columns = header ?? HEADER.map((_, column) => column)
      if (header === null) addRecord(file, record, columns, seen)
    },
    done() {
      onLine?.(read, true)
      file.frequent.sort((a, b) => b.perTenThousand - a.perTenThousand).splice(FREQUENT)
      return file
    },
  }
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
  const full = file.terms.length >= MOST_TERMS ? `超过 ${MOST_TERMS} 词，请分成几个词表` : null
  if (term === null || full !== null) {
    leaveOut(file, line, word, fault ?? full ?? '')
    return
  }
  seen.set(form, line)
  file.terms.push(term)
  file.lines.push(line)
  const perTenThousand = expectedRate(form) * 10_000
  file.perTenThousand += perTenThousand
  if (perTenThousand > FREQUENT_FROM) file.frequent.push({ term: term.term, perTenThousand })
}

function leaveOut(file: TermFile, line: number, text: string, sentence: string): void {
  if (file.leftOut.length < LISTED) file.leftOut.push({ line, text: text.slice(0, 64), sentence })
  else file.moreLeftOut += 1
}
