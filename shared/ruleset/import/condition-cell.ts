import { Condition } from '../condition.ts'
import { joinSeparated, splitSeparated } from './separated.ts'

/** 同句:涉嫌/抓获;近20后:释放 — conditions as one cell that a person can write in a spreadsheet. */
const REACHES = { sentence: '同句', block: '同段', draft: '全文' } as const
const CONDITION = /^(?:(同句|同段|全文)|近(\d{1,4}))?(前|后)?[:：]([\s\S]+)$/

export function formatConditions(conditions: readonly Condition[] | undefined): string {
  const written = (conditions ?? []).map(({ any, within, order }) => {
    const reach = within === undefined ? '' : typeof within === 'number' ? `近${within}` : REACHES[within]
    const side = order === undefined ? '' : order === 'before' ? '前' : '后'
    return `${reach}${side}:${joinSeparated(any, '/')}`
  })
  return joinSeparated(written, ';')
}

/** The conditions of a cell; null where the cell cannot be read. */
export function parseConditions(cell: string): Condition[] | null {
  const conditions: Condition[] = []
  for (const part of splitSeparated(cell.replaceAll('；', ';'), ';')) {
    const [, reach, near, side, words = ''] = CONDITION.exec(part) ?? []
    const within = near === undefined ? Object.entries(REACHES).find(([, word]) => word === reach)?.[0] : Number(near)
    const parsed = Condition.safeParse({
      any: splitSeparated(words, '/'),
      ...(within === undefined ? {} : { within }),
      ...(side === undefined ? {} : { order: side === '前' ? 'before' : 'after' }),
    })
    if (!parsed.success) return null
    conditions.push(parsed.data)
  }
  return conditions
}
