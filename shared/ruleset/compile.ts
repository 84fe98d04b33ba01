import { type Calendar, calendarOf } from '../calendar/working-days.ts'
import type { CheckRules } from '../rules/check.ts'
import type { BureauFacts } from '../rules/context.ts'
import { rules as shipped } from '../rules/index.ts'
import type { Rule } from '../rules/rule.ts'
import { exempted } from './exemption.ts'
import { type Library, resolveIncludes } from './include.ts'
import { packs } from './packs/index.ts'
import { patternRule } from './pattern.ts'
import type { Profile } from './profile.ts'
import { refusalSentence } from './refusal.ts'
import { rosterRule } from './roster.ts'
import type { RuleSet } from './ruleset.ts'
import { termListRule } from './term-list.ts'

/** A rule set made ready: what `check` runs with, and what else it carries. */
export interface CompiledRuleSet extends CheckRules {
  /** The years that ship, and those of the set that go on from them. */
  calendar: Calendar
  bureau: BureauFacts | undefined
  profiles: readonly Profile[]
}

/**
 * Shipped rules with the bureau's settings, then its own lists, rosters and patterns, each with its exemptions. Deterministic; costs what the
 * matcher's compile costs. Throws a RangeError, in Chinese, for a set whose includes do not resolve: half a rule set would be a hole.
 */
export function compileRuleSet(set: RuleSet, library: Library = packs): CompiledRuleSet {
  const { resolved, refusals } = resolveIncludes(set, library)
  if (refusals.length > 0) throw new RangeError(refusals.map(refusalSentence).join('；'))
  const settings = new Map(set.settings.map((one) => [one.rule, one]))
  const own = [
    ...resolved.terms.map(termListRule),
    ...resolved.rosters.map(rosterRule),
    ...resolved.patterns.map(patternRule),
  ]
  const rules = [...shipped, ...own].flatMap((rule): Rule[] => {
    const setting = settings.get(rule.id)
    if (setting?.enabled === false) return []
    const graded = setting?.severity === undefined ? rule : { ...rule, severity: setting.severity }
    return [exempted(graded, set.exemptions ?? [])]
  })
  return {
    version: set.version,
    rules,
    calendar: calendarOf(set.calendar ?? []),
    optionsOf: (rule) => settings.get(rule)?.options ?? {},
    bureau: set.bureau ?? undefined,
    profiles: set.profiles,
  }
}
