import type { CivilDate } from '#shared/calendar/civil-date.ts'
import type { Canonical } from '#shared/draft/block.ts'
import { readBlocks } from '#shared/draft/blocks.ts'
import { classify } from '#shared/draft/classify.ts'
import type { DocumentKind } from '#shared/draft/document-kind.ts'
import type { Draft, InterpretationForm } from '#shared/draft/draft.ts'
import type { InterpretationPlan } from '#shared/draft/interpretation-plan.ts'
import { absoluteTarget } from '#shared/draft/target.ts'
import type { Finding, Report } from '#shared/rules/finding.ts'
import { DraftChecker } from '#shared/ruleset/check-draft.ts'
import type { CompiledRuleSet } from '#shared/ruleset/compile.ts'
import type { InterpretationView } from '../messages/interpretation-view.ts'
import type { Marks } from '../messages/messages.ts'
import { stampOf } from '../messages/stamp.ts'
import type { AttachmentView, CheckView } from '../messages/view.ts'
import { viewFinding } from './finding-view.ts'

/** Findings that the panel lists; the rest are counted, and the Worker gets all. */
const LISTED = 300

export interface Checked {
  report: Report
  view: CheckView
  marks: Marks
}

/** 误报, by the finding's key. */
export type Disputes = Readonly<Record<string, string>>

/** Names a finding from one check to the next, as long as its place stays. */
export function findingKey(finding: { rule: string; field: string; start: number }): string {
  return `${finding.rule}@${finding.field}:${finding.start}`
}

/** 稿件类型 that an editor chose, and why. */
export interface ChosenKind {
  kind: DocumentKind
  because: string
}

/** What was said about this draft: by a person, and, when it is about to go, by the editor about what it would submit. */
export interface Said {
  disputes: Disputes
  kind: ChosenKind | null
  also?: Finding | null
  plan: InterpretationPlan | null
}

/** One check, and what the panel and the page may show of it. `now` in ms; `clock` measures the check. `checker` holds an open draft's last reading. */
export function runCheck(
  draft: Draft,
  rules: CompiledRuleSet,
  { disputes, kind, plan, also = null }: Said,
  now: number,
  clock: () => number = () => performance.now(),
  checker: DraftChecker = new DraftChecker(rules),
): Checked {
  const from = clock()
  const context = { ...(kind && { kind: kind.kind }), ...(plan && { interpretationPlan: plan }) }
  const checked = checker.check(draft, { today: shanghaiDay(now), ...context })
  const report = also === null ? checked : { ...checked, findings: [also, ...checked.findings] }
  const ms = clock() - from
  const canonical = readBlocks(draft.body, draft.site)
  const listed = report.findings.slice(0, LISTED)
  return {
    report,
    marks: marksOf(report, draft),
    view: {
      at: now,
      ms,
      contentHash: report.contentHash,
      ruleset: report.ruleset,
      title: draft.title,
      documentNumber: draft.documentNumber,
      department: draft.department,
      kind: kindOf(draft, canonical, kind),
      characters: canonical.blocks.reduce((sum, { text }) => sum + text.length, 0),
      findings: listed.map((finding) => viewFinding(finding, draft, canonical, disputes[findingKey(finding)] ?? null)),
      total: report.findings.length,
      coverage: report.coverage,
      attachments: attachmentsOf(draft, report),
      interpretation: interpretationOf(draft, plan),
    },
  }
}

function kindOf(draft: Draft, canonical: Canonical, chosen: ChosenKind | null): CheckView['kind'] {
  const { kind, sign } = classify(draft, canonical, chosen?.kind)
  return { is: kind, sign, because: chosen?.because ?? null }
}

function marksOf({ findings }: Report, draft: Draft): Marks {
  const spans = findings.map(({ field, start, end }) => ({ field, start, end }))
  return { spans, count: spans.length, stamp: stampOf(draft.body.source) }
}

/** The day in Asia/Shanghai at an instant. */
export function shanghaiDay(at: number): CivilDate {
  return new Date(at + 8 * 3_600_000).toISOString().slice(0, 10)
}

function attachmentsOf(draft: Draft, report: Report): AttachmentView[] | null {
  if (draft.attachments === null) return null
  return draft.attachments.map(({ name, size, sha256 }) => ({
    name,
    size,
    sha256,
    unread: report.coverage.unread.filter(({ what }) => what.startsWith(`附件“${name}”`)),
  }))
}

const FORMS: readonly InterpretationForm[] = ['text', 'image', 'video', 'interview', 'media']

function interpretationOf(draft: Draft, plan: InterpretationPlan | null): InterpretationView {
  const linked = draft.interpretations ?? []
  return {
    known: draft.interpretations !== null,
    plan,
    forms: FORMS.map((form) => {
      const one = linked.find((candidate) => candidate.form === form)
      const url = one?.url == null ? null : absoluteTarget(one.url, draft.site)
      return { form, state: one?.status ?? 'missing', title: one?.title ?? '', dueOn: one?.dueOn ?? null, url }
    }),
  }
}
