import type { Agreement } from '#shared/api/contract/checks.ts'
import { type CheckClaim, type FindingClaim, toClaim } from '#shared/api/contract/claims.ts'
import type { Settings } from '#shared/api/contract/settings.ts'
import { readBlocks } from '#shared/draft/blocks.ts'
import { classify } from '#shared/draft/classify.ts'
import { DocumentKind } from '#shared/draft/document-kind.ts'
import { canonicalText } from '#shared/ledger/canonical.ts'
import type { Coverage, Report } from '#shared/rules/finding.ts'
import { checkDraft } from '#shared/ruleset/check-draft.ts'
import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import { compiledOf } from './ruleset-bundle.ts'
import { shanghaiDay } from './shanghai-day.ts'
import { countsOf } from './view-review.ts'

/** The Worker's own verdict on a claim. `findings` are those that decide: its own where it got the text, else the claim's. */
export interface Judgement {
  agreement: Agreement
  report: Report | null
  findings: readonly FindingClaim[]
  counts: { block: number; review: number; advise: number; unread: number }
}

const SECRECY = 'confidentiality/'

/**
 * Checks what a client claims. Never believes a verdict: with the text it checks again with the current rule set and its own clock; without
 * it the claim is only that. Refuses text where the bureau's setting or a secrecy mark forbids it, a rule set that was never in force (an older
 * one is taken: a submission may have waited offline), and a hash that is not the text's.
 */
export function judge(claim: CheckClaim, settings: Settings, call: Call): Judgement {
  if (claim.draft && settings.draftText === 'none') throw new Refusal('text-not-allowed')
  if (settings.draftText === 'none') assertMasked(claim.findings)
  assertInUse(claim.ruleset, call)
  if (claim.draft && claim.findings.some(({ rule }) => rule.startsWith(SECRECY))) throw new Refusal('secrecy-mark')
  if (!claim.draft) return judged('unchecked', null, claim.findings, partsUnread(claim.coverage))
  const report = recheck(claim, call.now, call)
  if (report.findings.some(({ rule }) => rule.startsWith(SECRECY))) throw new Refusal('secrecy-mark')
  if (report.contentHash !== claim.contentHash) throw new Refusal('content-changed')
  const own = report.findings.map(toClaim)
  const agrees = canonicalText(own.map(placeOf)) === canonicalText(claim.findings.map(placeOf))
  return judged(agrees ? 'agrees' : 'differs', report, own, partsUnread(report.coverage))
}

/** The Worker's own check of the claim's draft with the rule set in force, as of `now`. */
export function recheck(
  claim: Pick<CheckClaim, 'kind' | 'interpretationPlan' | 'draft'>,
  now: Date,
  { tenant }: Call,
): Report {
  if (!claim.draft) throw new Error('nothing to check')
  const kind = kindOf(claim)
  const plan = claim.interpretationPlan
  const context = {
    today: shanghaiDay(now),
    ...(kind ? { kind } : {}),
    ...(plan ? { interpretationPlan: plan } : {}),
  }
  return checkDraft(claim.draft, compiledOf(tenant, tenant.rulesets.find(tenant.rulesets.current)!), context)
}

/** Whether it is a 政策性文件: the Worker's own classification where it has the text, else what was said. */
export function isPolicy(claim: CheckClaim & { policy: boolean }): boolean {
  const { draft } = claim
  if (!draft) return claim.policy
  return classify(draft, readBlocks(draft.body, draft.site), kindOf(claim)).kind === 'policy'
}

function kindOf({ kind }: Pick<CheckClaim, 'kind'>): DocumentKind | undefined {
  return kind === null ? undefined : DocumentKind.safeParse(kind).data
}

function assertInUse(version: string, { tenant }: Call): void {
  const row = tenant.rulesets.find(Number(version.slice(1)))
  if (row?.state !== 'published' && row?.state !== 'superseded') throw new Refusal('ruleset-outdated')
}

/** The findings as the ledger commits to them: rule, severity and place, no words. */
export function findingsText(findings: readonly FindingClaim[]): string {
  return canonicalText(findings.map(placeOf))
}

function placeOf({ rule, severity, field, start, end }: FindingClaim) {
  return { rule, severity, field, start, end }
}

/** Parts of the draft that nobody read. A rule that lacked what it compares with is no part of the draft. */
function partsUnread({ unread }: Coverage): number {
  return unread.filter(({ rule }) => rule === undefined).length
}

function judged(
  agreement: Agreement,
  report: Report | null,
  findings: readonly FindingClaim[],
  unread: number,
): Judgement {
  return { agreement, report, findings, counts: countsOf(findings, unread) }
}

/** Under `none` a snippet may hold its first and last character, no more: a longer run of the draft's own characters is refused. */
function assertMasked(findings: readonly FindingClaim[]): void {
  const at = findings.findIndex(({ snippet }) => /[^＊]{2}/u.test(snippet))
  if (at < 0) return
  const faults = [{ path: `body.findings[${at}].snippet`, message: '摘录没有遮盖，只能保留首尾各一个字' }]
  throw new Refusal('text-not-allowed', undefined, { faults })
}
