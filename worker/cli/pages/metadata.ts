import { isCivilDate } from '#shared/calendar/civil-date.ts'
import type { Canonical } from '#shared/draft/block.ts'

/** What the table at the head of a published document says. Absent: the page has no such row, or it is empty. */
export interface Metadata {
  title?: string
  documentNumber?: string
  datedOn?: string
  publishedOn?: string
  disclosure?: string
  department?: string
  source?: string
}

/** Words of the row heads, without spaces: 索 引 号, 标　　题. */
const LABELS: Readonly<Record<string, keyof Metadata>> = {
  标题: 'title',
  名称: 'title',
  信息名称: 'title',
  发文字号: 'documentNumber',
  文号: 'documentNumber',
  '备注/文号': 'documentNumber',
  成文日期: 'datedOn',
  公文生成日期: 'datedOn',
  生成日期: 'datedOn',
  发布日期: 'publishedOn',
  发布时间: 'publishedOn',
  公开属性: 'disclosure',
  公开方式: 'disclosure',
  发布机构: 'department',
  发文机关: 'department',
  来源: 'source',
  信息来源: 'source',
}

/** A head of 200 blocks is far more than any page's table has; a label further down is text. */
const HEAD = 200

/** Reads pairs of a label and a value from the head of a page: two cells, or 「发文字号：泉教办〔2018〕85号」 in one block. */
export function readMetadata({ blocks }: Canonical): Metadata {
  const found: Metadata = {}
  const head = blocks.slice(0, HEAD)
  for (const [index, { text, cell }] of head.entries()) {
    const [, label = '', rest = ''] = /^([^：:]{2,12})[：:]?(.*)$/s.exec(text) ?? []
    const name = LABELS[label.replace(/\s/g, '')]
    if (name === undefined || found[name] !== undefined) continue
    const next = head[index + 1]
    const isPair = cell !== null && next?.cell?.table === cell.table && next.cell.row === cell.row
    const value = rest.trim() !== '' ? rest.trim() : isPair && !isLabel(next?.text ?? '') ? (next?.text ?? '') : ''
    // A row with an empty value lets the next label slip into its place.
    const isValue = value !== '' && (name !== 'documentNumber' || /[\d号]/.test(value))
    if (isValue) found[name] = value
  }
  return found
}

function isLabel(text: string): boolean {
  return LABELS[text.replace(/[\s：:]/g, '')] !== undefined || /[：:]$/.test(text)
}

/** 2019年01月12日, 2019-1-12, 2019/01/12 10:30 as `2019-01-12`; null where it is no day. */
export function readDay(text: string | undefined): string | null {
  const [, year, month, day] = /(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})/.exec(text ?? '') ?? []
  if (year === undefined || month === undefined || day === undefined) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCivilDate(date) ? date : null
}
