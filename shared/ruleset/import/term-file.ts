import { expectedRate } from '../../text/frequency.ts'
import { normalise } from '../../text/normalise.ts'
import { Term } from '../term-list.ts'
import { formatConditions, parseConditions } from './condition-cell.ts'
import { type CsvRecord, formatCsvLine, parseCsv } from './csv.ts'
import { joinSeparated, splitSeparated } from './separated.ts'

/** A line that was left out, and why. */
export interface LeftOut {
  line: number
  text: string
  sentence: string
}

/** What an import would do, before anything is stored. */
export interface ImportPreview {
  terms: Term[]
  blank: number
  leftOut: LeftOut[]
  /** Lines left out beyond those that are listed. */
  moreLeftOut: number
  /** Terms that ordinary official prose is expected to hold most often, with hits per ten thousand characters. */
  frequent: { term: string; perTenThousand: number }[]
  /** Expected hits of the whole list per ten thousand characters of official prose. */
  perTenThousand: number
}

const HEADER = ['错误写法', '改为', '例外', '同现', '排除'] as const
/** Words by which the columns are known, whatever their order. */
const COLUMNS: readonly RegExp[] = [
  /^(?:错误写法|词|词语|敏感词|错词|term)$/i,
  /^(?:改为|正确写法|正词|建议|instead)$/i,
  /^(?:例外|except)$/i,
  /^(?:同现|with)$/i,
  /^(?:排除|without)$/i,
]
export const MOST_TERMS = 200_000
const LISTED = 200
const FREQUENT = 20

/** A list of terms as CSV with a header. `parseTermFile ∘ formatTermFile` gives the same terms. */
export function formatTermFile(terms: readonly Term[]): string {
  const lines = terms.map(({ term, instead, except, with: needs, without }) =>
    formatCsvLine([
      term,
      instead ?? '',
      joinSeparated(except ?? [], '|'),
      formatConditions(needs),
      formatConditions(without),
    ]),
  )
  return [HEADER.join(','), ...lines, ''].join('\r\n')
}

/**
 * Reads CSV (with or without a header) or a plain text of one term a line (错误写法, or 错误写法 and 改为 apart by a tab, => or →). Nothing is dropped
 * silently: every line is a term, blank, or left out with a sentence.
 */
export function parseTermFile(text: string): ImportPreview {
  const records = parseCsv(text)
  const columns = columnsOf(records[0]?.cells ?? [])
  if (columns !== null) return preview(records.slice(1), columns)
  return preview(parseCsv(asCsv(text)), [0, 1, 2, 3, 4])
}

/** A plain text has its own separators; commas there would be part of a term only in a CSV. */
function asCsv(text: string): string {
  if (!/\t|=>|→/.test(text)) return text
  return text.replace(/[^\r\n]+/g, (line) =>
    /\t|=>|→/.test(line) ? formatCsvLine(line.split(/\t|\s*(?:=>|→)\s*/)) : line,
  )
}

function columnsOf(cells: readonly string[]): number[] | null {
  const columns = COLUMNS.map((pattern) => cells.findIndex((cell) => pattern.test(cell.trim())))
  return columns[0] === -1 ? null : columns
}

function preview(records: readonly CsvRecord[], columns: readonly number[]): ImportPreview {
  const result: ImportPreview = { terms: [], blank: 0, leftOut: [], moreLeftOut: 0, frequent: [], perTenThousand: 0 }
  const seen = new Map<string, number>()
  const leave = (line: number, text: string, sentence: string) => {
    if (result.leftOut.length < LISTED) result.leftOut.push({ line, text: text.slice(0, 64), sentence })
    else result.moreLeftOut += 1
  }
  for (const { line, cells } of records) {
    if (cells.every((cell) => cell.trim() === '')) {
      result.blank += 1
      continue
    }
    const row = columns.map((column) => cells[column]?.trim() ?? '')
    const word = row[0] ?? ''
    const form = normalise(word, 'plain').text
    const earlier = seen.get(form)
    const { term, fault } = earlier === undefined ? termOf(row, form) : { term: null, fault: `与第 ${earlier} 行重复` }
    if (term === null) leave(line, word, fault)
    else if (result.terms.length >= MOST_TERMS) leave(line, word, `超过 ${MOST_TERMS} 词，请分成几个词表`)
    else {
      seen.set(form, line)
      result.terms.push(term)
    }
  }
  return withRates(result, [...seen.keys()])
}

function termOf(
  [word = '', instead = '', ...others]: readonly string[],
  form: string,
): { term: Term | null; fault: string } {
  if (form.length < 2 || word.length < 2) return { term: null, fault: '只有一个字，会到处命中' }
  if (word.length > 64) return { term: null, fault: '超过 64 个字' }
  if (instead.length > 200) return { term: null, fault: '改法超过 200 个字' }
  const plain: Term = instead === '' ? { term: word } : { term: word, instead }
  return others.every((cell) => cell === '') ? { term: plain, fault: '' } : withConditions(plain, others)
}

function withConditions(
  plain: Term,
  [except = '', needs = '', without = '']: readonly string[],
): ReturnType<typeof termOf> {
  const [together, apart] = [parseConditions(needs), parseConditions(without)]
  if (together === null || apart === null) return { term: null, fault: '条件写法不对，应如 同句:涉嫌/抓获' }
  const phrases = splitSeparated(except, '|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
  const parsed = Term.safeParse({
    ...plain,
    ...(phrases.length === 0 ? {} : { except: phrases }),
    ...(together.length === 0 ? {} : { with: together }),
    ...(apart.length === 0 ? {} : { without: apart }),
  })
  return parsed.success
    ? { term: parsed.data, fault: '' }
    : { term: null, fault: '例外只有一个字，或例外、条件太长、太多' }
}

/** `forms`: the plain forms of the terms, in their order. */
function withRates(result: ImportPreview, forms: readonly string[]): ImportPreview {
  const rates = forms.map((form) => expectedRate(form) * 10_000)
  const frequent = result.terms
    .map(({ term }, index) => ({ term, perTenThousand: rates[index]! }))
    .filter((one) => one.perTenThousand > 0.1)
    .sort((a, b) => b.perTenThousand - a.perTenThousand)
  const perTenThousand = rates.reduce((sum, rate) => sum + rate, 0)
  return { ...result, frequent: frequent.slice(0, FREQUENT), perTenThousand }
}
