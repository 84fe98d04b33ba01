import { rules } from '#shared/rules/index.ts'
import type { Call } from '../http/call.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { sheetOf } from './sheet.ts'
import { findReview, viewReview } from './view-review.ts'

/** 发布审批单 of a review, as {@link sheetOf} lays it out. */
export function printSheet(id: string, call: Call): string {
  const { tenant, now } = call
  const review = viewReview(tenant, findReview(id, call))
  return sheetOf(review, {
    bureau: tenant.name,
    head: tenant.ledger.head().note,
    printedAt: now.toISOString(),
    titleOf: titlesOf(tenant, review.ruleset),
  })
}

/** Names of the rules that ship with the code and of those that version `version` of the rule set adds. */
function titlesOf(tenant: Tenant, version: string): (rule: string) => string {
  const row = tenant.rulesets.find(Number(version.slice(1)))
  const content = row ? tenant.rulesets.content(row.digest).ruleset : {}
  const added = ['terms', 'rosters', 'patterns'].flatMap((kind) => (content[kind] ?? []) as readonly Named[])
  const titles = new Map([...rules, ...added].map(({ id, title }) => [id, title]))
  return (rule) => titles.get(rule) ?? rule
}

interface Named {
  readonly id: string
  readonly title: string
}
