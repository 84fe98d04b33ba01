import type { Draft } from '#shared/draft/draft.ts'
import type { Finding } from '#shared/rules/finding.ts'

const FIELDS: Readonly<Record<string, string>> = {
  title: '标题',
  documentNumber: '发文字号',
  channel: '栏目',
  department: '科室',
  source: '来源',
  attachment: '附件名',
  'attachment-text': '附件',
}

/** Line and column, both from 1, of a place in the body: its offsets count in the file. */
export function lineAndColumn(draft: Draft, offset: number): { line: number; column: number } {
  const before = draft.body.source.slice(0, offset)
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') }
}

/** Where a finding stands, as a person looks for it. */
export function placeOf(finding: Finding, draft: Draft): string {
  if (finding.field !== 'body') {
    const [name = '', index] = finding.field.split(':')
    return `${FIELDS[name] ?? name}${index === undefined ? '' : Number(index) + 1}`
  }
  return `第 ${lineAndColumn(draft, finding.start).line} 行`
}
