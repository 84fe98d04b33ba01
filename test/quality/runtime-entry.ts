import type { Draft } from '#shared/draft/draft.ts'
import type { CheckContext } from '#shared/rules/context.ts'
import { checkDraft } from '#shared/ruleset/check-draft.ts'
import { compileRuleSet } from '#shared/ruleset/compile.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'

/** One draft and what is known beyond it. */
export interface Input {
  draft: Draft
  context: CheckContext
}

/** What every runtime is asked: the JSON of a list of inputs in, the JSON of their reports out, byte for byte. */
export function reportsOf(json: string): string {
  const set = compileRuleSet(starterRuleSet)
  const inputs = JSON.parse(json) as Input[]
  return JSON.stringify(inputs.map(({ draft, context }) => checkDraft(draft, set, context)))
}
