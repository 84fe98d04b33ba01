import type { Finding, Severity } from '#shared/rules/finding.ts'
import type { CompiledRuleSet } from '#shared/ruleset/compile.ts'
import type { Checked } from '../inputs.ts'
import { lineAndColumn } from './place.ts'

const LEVELS: Readonly<Record<Severity, string>> = { block: 'error', review: 'warning', advise: 'note' }

/** SARIF 2.1.0: one run, a rule's help is its advice, regions count in UTF-16 units. */
export function sarifOf(all: readonly Checked[], set: CompiledRuleSet) {
  const rules = set.rules.map(({ id, title, severity, advice, basis }) => ({
    id,
    shortDescription: { text: title },
    help: { text: `${advice}。依据：${basis}` },
    defaultConfiguration: { level: LEVELS[severity] },
  }))
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'menxia', version: set.version, rules } },
        columnKind: 'utf16CodeUnits',
        results: all.flatMap((one) => one.report?.findings.map((finding) => resultOf(finding, one)) ?? []),
        invocations: [{ executionSuccessful: true, toolExecutionNotifications: all.flatMap(notificationsOf) }],
      },
    ],
  }
}

function resultOf(finding: Finding, { file, draft }: Checked) {
  const region =
    finding.field === 'body' && draft !== null ? regionOf(finding, draft) : { startLine: 1, startColumn: 1 }
  return {
    ruleId: finding.rule,
    level: LEVELS[finding.severity],
    message: { text: [finding.message, finding.why, finding.advice].filter((part) => part !== '').join('。') },
    locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(file) }, region } }],
    properties: { field: finding.field, start: finding.start, end: finding.end, basis: finding.basis },
  }
}

function regionOf({ start, end }: Finding, draft: NonNullable<Checked['draft']>) {
  const from = lineAndColumn(draft, start)
  const to = lineAndColumn(draft, end)
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column, charOffset: start }
}

/** What was not read is told here: a missing result is never "nothing found". */
function notificationsOf({ file, report, problem }: Checked) {
  const unread = report === null ? [{ what: file, why: problem ?? '' }] : report.coverage.unread
  return unread.map(({ what, why }) => ({
    level: 'warning',
    message: { text: `未检查 ${what}：${why}` },
    locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(file) } } }],
  }))
}
