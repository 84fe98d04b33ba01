import { type Calendar, shippedCalendar } from '../calendar/working-days.ts'
import type { Canonical } from '../draft/block.ts'
import { readBlocks } from '../draft/blocks.ts'
import { classify } from '../draft/classify.ts'
import { contentHash } from '../draft/content-hash.ts'
import type { Draft, Unread } from '../draft/draft.ts'
import type { CheckContext } from './context.ts'
import { coverageOf } from './coverage.ts'
import type { Finding, Report } from './finding.ts'
import { originalText } from './original.ts'
import type { Hit, NotJudged, Rule, RuleInput } from './rule.ts'
import { viewsOf } from './views.ts'

/** What a check runs with: the rules that are on, already compiled, and the name of their version. */
export interface CheckRules {
  version: string
  rules: readonly Rule[]
  /** The working days that rules count by; those that ship where absent. */
  calendar?: Calendar
  optionsOf(rule: string): Readonly<Record<string, unknown>>
}

/**
 * The whole engine. Pure: the same draft, rules and context give byte-equal reports in every runtime. A rule that throws is reported as
 * unread by name; it never turns into "nothing found".
 */
export function check(draft: Draft, rules: CheckRules, context: CheckContext = {}): Report {
  const canonical = readBlocks(draft.body, draft.site)
  return report(draft, canonical, rules, context, (rule, input) => rule.check(input), contentHash(draft, canonical))
}

type Outcomes = Iterable<Hit | NotJudged>

/** The report of a draft that was read already; `run` asks one rule. */
export function report(
  draft: Draft,
  canonical: Canonical,
  rules: CheckRules,
  context: CheckContext,
  run: (rule: Rule, input: RuleInput) => Outcomes,
  hash: string,
): Report {
  const views = viewsOf(draft, canonical, context)
  const classification = classify(draft, canonical, context.kind)
  const { calendar = shippedCalendar } = rules
  const findings: Finding[] = []
  const notJudged: Unread[] = []
  for (const rule of rules.rules) {
    if (rule.kinds && !rule.kinds.includes(classification.kind)) continue
    const options = rules.optionsOf(rule.id)
    const { today } = context
    const input: RuleInput = { draft, canonical, classification, ...views, today, calendar, context, options }
    try {
      for (const hit of run(rule, input)) {
        if ('unread' in hit) notJudged.push(unreadOf(rule, hit))
        else findings.push(findingOf(rule, hit, draft, context))
      }
    } catch (error) {
      notJudged.push({
        what: rule.title,
        why: `规则运行出错（${error instanceof Error ? error.name : '未知'}），请告知管理员`,
        rule: rule.id,
      })
    }
  }
  findings.sort(inReadingOrder)
  const coverage = coverageOf(draft, canonical, context, notJudged)
  return { findings, coverage, ruleset: rules.version, contentHash: hash }
}

function unreadOf(rule: Rule, { unread, why }: NotJudged): Unread {
  return { what: unread, why, rule: rule.id }
}

function findingOf(rule: Rule, hit: Hit, draft: Draft, context: CheckContext): Finding {
  const { field, start, end } = hit
  return {
    rule: rule.id,
    severity: hit.severity ?? rule.severity,
    field,
    start,
    end,
    text: originalText(draft, context, hit).slice(0, 2000),
    message: hit.message ?? rule.title,
    advice: hit.advice ?? rule.advice,
    basis: hit.basis ?? rule.basis,
    why: hit.why ?? '',
  }
}

const FIELD_ORDER = ['title', 'documentNumber', 'channel', 'disclosureClass', 'datedOn', 'department', 'source', 'body']

function inReadingOrder(a: Finding, b: Finding): number {
  const place = (field: string) => (FIELD_ORDER.includes(field) ? FIELD_ORDER.indexOf(field) : FIELD_ORDER.length)
  const byField = place(a.field) - place(b.field) || compare(a.field, b.field)
  return byField || a.start - b.start || a.end - b.end || compare(a.rule, b.rule) || compare(a.why, b.why)
}

/** By UTF-16 units: `localeCompare` differs between runtimes. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
