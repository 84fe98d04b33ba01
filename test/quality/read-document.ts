import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Parser } from 'htmlparser2'
import type { Draft } from '#shared/draft/draft.ts'

const NO_END = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '))
/** First lines that say where a document was found; they are no part of it. */
const PROVENANCE = /^(?:https?:|URL unknown|seed document|# )/

/** A page of the corpus as the draft that it was: the text of its content container, and the metadata of its table. */
export function readDocument(file: string): Draft {
  const raw = readFileSync(file, 'utf8')
  return file.endsWith('.html') ? fromPage(raw) : fromText(raw, basename(file))
}

function fromText(raw: string, name: string): Draft {
  const lines = raw.split('\n')
  while (lines.length > 0 && (PROVENANCE.test(lines[0]!.trim()) || lines[0]!.trim() === '')) lines.shift()
  const heads = lines.filter((line) => line.trim() !== '').slice(0, 6)
  // Scraped texts without breaks have no title line: their file is named after it.
  const head = heads.find((line) => line.trim().length <= 80 && /关于|公告|通知|报告|方案|制度|教育部/.test(line))
  const title =
    head ?? (/_(?:policy|interp)_(.*)\.txt$/.exec(name)?.[1]?.replaceAll('_', '') || heads[0] || '').slice(0, 80)
  return draftOf(title.trim(), null, null, { format: 'text', source: lines.join('\n') })
}

function fromPage(raw: string): Draft {
  const title = /title: (.*?) \|/.exec(raw)?.[1] ?? ''
  const number = /发文字号: (.*?) \|/.exec(raw)?.[1] ?? null
  const dated = /成文日期：<\/b><\/td>\s*<td>(\d{4})年(\d\d)月(\d\d)日/.exec(raw)
  const datedOn = dated === null ? null : `${dated[1]}-${dated[2]}-${dated[3]}`
  return draftOf(title, number, datedOn, { format: 'html', source: contentOf(raw) })
}

/** What stands inside the element `#UCAP-CONTENT`; the whole page where there is none. */
function contentOf(page: string): string {
  let depth = 0
  let from = -1
  let to = -1
  const parser = new Parser({
    onopentag(name, attributes) {
      if (from >= 0 && to < 0 && !NO_END.has(name)) depth += 1
      if (from < 0 && attributes.id === 'UCAP-CONTENT') from = parser.endIndex + 1
    },
    onclosetag(name) {
      if (from < 0 || to >= 0 || NO_END.has(name)) return
      if (depth === 0) to = parser.startIndex
      depth -= 1
    },
  })
  parser.end(page)
  return from < 0 ? page : page.slice(from, to < 0 ? page.length : to)
}

function draftOf(title: string, documentNumber: string | null, datedOn: string | null, body: Draft['body']): Draft {
  return {
    site: 'https://www.gov.cn/',
    title,
    documentNumber,
    channel: null,
    disclosureClass: null,
    datedOn,
    department: null,
    source: null,
    body,
    attachments: [],
    interpretations: [],
    unread: [],
  }
}
