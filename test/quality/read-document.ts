import { readFileSync } from 'node:fs'
import type { Draft } from '#shared/draft/draft.ts'
export function readDocument(file: string): Draft {
  const raw = readFileSync(file, 'utf8')
  const html = file.endsWith('.html')
  const lines = raw.split('\n').filter((l) => !/^(https?:|URL unknown|seed document|# )/.test(l.trim()))
  const source = lines.join('\n')
  const title = html ? (/title: (.*?) \|/.exec(raw)?.[1] ?? '') : (lines.find((l) => l.trim()) ?? '').slice(0,200)
  const number = html ? (/发文字号: (.*?) \|/.exec(raw)?.[1] ?? null) : null
  const m = /成文日期：<\/b><\/td>\s*<td>(\d{4})年(\d\d)月(\d\d)日/.exec(raw)
  return { site: 'https://www.gov.cn/', title, documentNumber: number, channel: null, disclosureClass: null,
    datedOn: m ? `${m[1]}-${m[2]}-${m[3]}` : null, department: null, source: null,
    body: { format: html ? 'html' : 'text', source }, attachments: [], interpretations: [], unread: [] }
}
