import { type CheckClaim, toClaim } from '#shared/api/contract/claims.ts'
import type { Submission } from '#shared/api/contract/reviews.ts'
import type { Draft } from '#shared/draft/draft.ts'
import type { InterpretationPlan } from '#shared/draft/interpretation-plan.ts'
import type { Report } from '#shared/rules/finding.ts'
import type { ChosenKind } from './check-service.ts'

interface ClaimParts {
  draft: Draft
  report: Report
  /** The contract's name of the rule set version. */
  ruleset: string
  mayStoreText: boolean
  kind: ChosenKind | null
  plan: InterpretationPlan | null
  at: number
}

/** What may be said of a draft outside this browser: places and masked snippets; the text only where the bureau keeps it, and never with a secrecy mark. */
export function claimOf({ draft, report, ruleset, mayStoreText, kind, plan, at }: ClaimParts): CheckClaim {
  const secret = report.findings.some(({ rule }) => rule.startsWith('confidentiality/'))
  return {
    contentHash: report.contentHash,
    ruleset,
    channel: draft.channel,
    findings: report.findings.slice(0, 10_000).map(toClaim),
    coverage: report.coverage,
    kind: kind?.kind ?? null,
    interpretationPlan: plan,
    draft: mayStoreText && !secret ? draft : null,
    clientAt: new Date(at).toISOString(),
  }
}

interface SubmissionParts extends ClaimParts {
  policy: boolean
  page: string
  confirmed: readonly string[]
  words: string
  /** What the editor said about the check: 误报, 稿件类型. */
  notes: readonly string[]
  replaces: string | null
}

/** 送审 as the contract has it. Notes go with the words: the reviewer reads them beside the findings. */
export function submissionOf({
  policy,
  page,
  confirmed,
  words,
  notes,
  replaces,
  ...parts
}: SubmissionParts): Submission {
  const { draft, report } = parts
  const said = [words, ...notes].filter((line) => line !== '').join('\n')
  return {
    ...claimOf(parts),
    title: draft.title === '' ? '（无标题）' : draft.title,
    department: draft.department,
    policy,
    site: draft.site,
    page,
    confirmed: report.coverage.unread.filter(({ what }) => confirmed.includes(what)),
    replaces,
    words: said === '' ? null : said.slice(0, 4000),
    cmsUser: null,
  }
}
