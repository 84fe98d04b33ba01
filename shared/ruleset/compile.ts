import type { CheckRules } from '../rules/check.ts'
import type { BureauFacts } from '../rules/context.ts'
import { rules as shipped } from '../rules/index.ts'
import type { Rule } from '../rules/rule.ts'
import type { Profile } from './profile.ts'
import type { RuleSet } from './ruleset.ts'
import { termListRule } from './term-list.ts'

/** A rule set made ready: what `check` runs with, and what else it carries. */
export interface CompiledRuleSet extends CheckRules {
  bureau: BureauFacts | undefined
  profiles: readonly Profile[]
}

/** Shipped rules with the bureau's settings, then its word lists. Deterministic; costs what the matcher's compile costs. */
export function compileRuleSet(set: RuleSet): CompiledRuleSet {
  const settings = new Map(set.settings.map((one) => [one.rule, one]))
  const own = set.terms.map(termListRule)
  const rules = [...shipped, ...own].flatMap((rule): Rule[] => {
    const setting = settings.get(rule.id)
    if (setting?.enabled === false) return []
    return setting?.severity === undefined ? [rule] : [{ ...rule, severity: setting.severity }]
  })
  return {
    version: set.version,
    rules,
    optionsOf: (rule) => settings.get(rule)?.options ?? {},
    bureau: set.bureau ?? undefined,
    profiles: set.profiles,
  }
}
