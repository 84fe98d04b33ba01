import type { Draft } from '../draft/draft.ts'
import { check } from '../rules/check.ts'
import type { CheckContext } from '../rules/context.ts'
import type { Report } from '../rules/finding.ts'
import { Rechecker } from '../rules/recheck.ts'
import type { CompiledRuleSet } from './compile.ts'

/** Checks one draft again and again while it is edited; the same reports as `checkDraft`. */
export class DraftChecker {
  readonly #set: CompiledRuleSet
  readonly #rechecker: Rechecker

  constructor(set: CompiledRuleSet) {
    this.#set = set
    this.#rechecker = new Rechecker(set)
  }

  check(draft: Draft, context: CheckContext = {}): Report {
    return this.#rechecker.check(draft, withFacts(this.#set, context))
  }
}

/** Checks a draft with a bureau's rule set; the bureau's own facts come from the set unless the context has others. */
export function checkDraft(draft: Draft, set: CompiledRuleSet, context: CheckContext = {}): Report {
  return check(draft, set, withFacts(set, context))
}

function withFacts(set: CompiledRuleSet, context: CheckContext): CheckContext {
  const bureau = context.bureau ?? set.bureau
  return bureau === undefined ? context : { ...context, bureau }
}
