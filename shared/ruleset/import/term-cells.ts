import { termFault } from '../term-fault.ts'
import { Term } from '../term-list.ts'
import { formatConditions, parseConditions } from './condition-cell.ts'
import { guardCell } from './guard-cell.ts'
import { joinSeparated, splitSeparated } from './separated.ts'

export const HEADER = ['错误写法', '改为', '例外', '同现', '排除'] as const
/** Words by which the columns are known, whatever their order. */
const COLUMNS: readonly RegExp[] = [
  /^(?:错误写法|词|词语|敏感词|错词|term)$/i,
  /^(?:改为|正确写法|正词|建议|instead)$/i,
  /^(?:例外|except)$/i,
  /^(?:同现|with)$/i,
  /^(?:排除|without)$/i,
]

/** Where each column of `HEADER` stands, -1 for one that is missing; null where these cells are no header. */
export function columnsOf(cells: readonly string[]): number[] | null {
  const columns = COLUMNS.map((pattern) => cells.findIndex((cell) => pattern.test(cell.trim())))
  return columns[0] === -1 ? null : columns
}

/** A term as the cells under `HEADER`, none of which a spreadsheet would compute. */
export function formatTermCells({ term, instead, except, with: needs, without }: Term): string[] {
  const cells = [
    term,
    instead ?? '',
    joinSeparated(except ?? [], '|'),
    formatConditions(needs),
    formatConditions(without),
  ]
  return cells.map(guardCell)
}

export type ParsedTerm = { term: Term; fault: null } | { term: null; fault: string }

/** The term of trimmed cells under `HEADER`, or why they are none. `form`: the first cell in the plain form. */
export function parseTermCells([word = '', instead = '', ...others]: readonly string[], form: string): ParsedTerm {
  if (form.length < 2 || word.length < 2) return refused('只有一个字，会到处命中，请写成词语')
  if (word.length > 64) return refused('超过 64 个字')
  if (instead.length > 200) return refused('改法超过 200 个字')
  const plain: Term = instead === '' ? { term: word } : { term: word, instead }
  const parsed: ParsedTerm = others.every((cell) => cell === '')
    ? { term: plain, fault: null }
    : withConditions(plain, others)
  // A condition narrows a common word to where it means something.
  const common = parsed.term?.with === undefined ? termFault(word, form) : null
  return common === null ? parsed : refused(common)
}

function withConditions(plain: Term, [except = '', needs = '', without = '']: readonly string[]): ParsedTerm {
  const [together, apart] = [parseConditions(needs), parseConditions(without)]
  if (together === null || apart === null) return refused('条件写法不对，应如 同句:涉嫌/抓获')
  const phrases = splitSeparated(except, '|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
  const parsed = Term.safeParse({
    ...plain,
    ...(phrases.length === 0 ? {} : { except: phrases }),
    ...(together.length === 0 ? {} : { with: together }),
    ...(apart.length === 0 ? {} : { without: apart }),
  })
  return parsed.success ? { term: parsed.data, fault: null } : refused('例外只有一个字，或例外、条件太长、太多')
}

function refused(fault: string): ParsedTerm {
  return { term: null, fault }
}
