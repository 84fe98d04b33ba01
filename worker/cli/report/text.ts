import type { Severity } from '#shared/rules/finding.ts'
import type { Checked } from '../inputs.ts'
import { placeOf } from './place.ts'

const SEVERITIES: Readonly<Record<Severity, string>> = { block: '禁止发布', review: '需复核', advise: '提示' }

/** What one input came to, for a person: findings first, then what was not looked at. */
export function textOf({ file, draft, report, problem }: Checked): string {
  if (report === null || draft === null) return `${file}\n  没有读到：${problem}`
  const lines = [file]
  for (const finding of report.findings) {
    const { severity, message, text, why, advice, basis } = finding
    const shown = text === '' ? '' : `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`
    lines.push(`  ${SEVERITIES[severity]}　${placeOf(finding, draft)}　${message}${shown}　[${finding.rule}]`)
    lines.push(`      ${why}${why === '' ? '' : '。'}${advice}。依据：${basis}`)
  }
  if (report.findings.length === 0) lines.push('  没有命中')
  for (const { what, why } of report.coverage.unread) lines.push(`  未检查　${what}：${why}`)
  return lines.join('\n')
}

/** One line at the end. */
export function summaryOf(all: readonly Checked[]): string {
  const findings = all.flatMap((one) => one.report?.findings ?? [])
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length
  const unreadable = all.filter((one) => one.report === null).length
  const parts = [
    `共 ${all.length} 份`,
    `禁止发布 ${count('block')}`,
    `需复核 ${count('review')}`,
    `提示 ${count('advise')}`,
  ]
  return [...parts, `读不出 ${unreadable} 份`].join('，')
}
