import { readBlocks } from '#shared/draft/blocks.ts'
import type { Unread } from '#shared/draft/draft.ts'
import { readDay, readMetadata } from './metadata.ts'
import { DEFAULT_SITE, type ReadPage } from './read-page.ts'
import { TITLE, TITLE_KIND } from './title.ts'

/** A first line that says where the text came from: an address, 「URL unknown」, a remark behind `#`. */
const PROVENANCE = /^(?:https?:\/\/\S+|URL\b.*|seed document:.*|#.*)$/
const DOCUMENT_NUMBER = /^[\u4E00-\u9FFF]{1,12}[〔［[【﹝(（]\s*\d{4}\s*[〕］\]】﹞)）]\s*第?\s*\d{1,5}\s*号$/
/** Rows above the text; further down they are text. */
const HEAD = 2000

interface Line {
  text: string
  start: number
  end: number
}

/** A plain text as a draft: the first line is the title, or the second under a 发文字号 of its own line. Offsets count in the file. */
export function readPlainText(source: string): ReadPage {
  const lines = [...source.matchAll(/[^\r\n]+/g)]
    .map(({ 0: text, index }): Line => ({ text: text.trim(), start: index, end: index + text.length }))
    .filter((line) => line.text !== '')
  const provenance = lines.slice(0, 3).findLastIndex((line) => PROVENANCE.test(line.text)) + 1
  const [first, second] = lines.slice(provenance)
  const number = first !== undefined && DOCUMENT_NUMBER.test(first.text) ? first : null
  const titleLine = titleIn(number === null ? [first, second] : [second])
  const start = titleLine?.end ?? number?.end ?? first?.start ?? source.length
  const metadata = readMetadata(readBlocks({ format: 'text', source: source.slice(0, HEAD) }, DEFAULT_SITE))
  const title = metadata.title ?? titleLine?.text ?? ''
  const unread: Unread[] = title === '' ? [{ what: '标题', why: '没有单独成行的标题' }] : []
  const address = lines[0]?.text ?? ''
  return {
    draft: {
      site: /^https?:/.test(address) && URL.canParse(address) ? address : DEFAULT_SITE,
      title,
      documentNumber: number?.text ?? metadata.documentNumber ?? null,
      channel: null,
      disclosureClass: null,
      datedOn: readDay(metadata.datedOn),
      department: metadata.department ?? null,
      source: null,
      body: { format: 'text', source: ' '.repeat(start) + source.slice(start) },
      attachments: null,
      interpretations: null,
      unread,
    },
    publishedOn: readDay(metadata.publishedOn),
  }
}

function titleIn([first, second]: readonly (Line | undefined)[]): Line | null {
  if (first === undefined || !TITLE.test(first.text)) return null
  const isLetterhead = first.text.length <= 16 && !TITLE_KIND.test(first.text) && second !== undefined
  return isLetterhead && TITLE.test(second.text) && TITLE_KIND.test(second.text) ? second : first
}
