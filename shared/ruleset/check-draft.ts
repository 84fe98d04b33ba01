import type { Draft } from '../draft/draft.ts'
import { check } from '../rules/check.ts'
import type { CheckContext } from '../rules/context.ts'
import type { Report } from '../rules/finding.ts'
import type { CompiledRuleSet } from './compile.ts'

/** Checks a draft with a bureau's rule set; the bureau's own facts come from the set unless the context has others. */
export function checkDraft(draft: Draft, set: CompiledRuleSet, context: CheckContext = {}): Report {
  const bureau = context.bureau ?? set.bureau
  return check(draft, set, bureau === undefined ? context : { ...context, bureau })
}
