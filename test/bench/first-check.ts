import { checkDraft } from '../../shared/ruleset/check-draft.ts'
import { compileRuleSet } from '../../shared/ruleset/compile.ts'
import { worked } from './measure.ts'
import { draft, ruleSet } from './office.ts'

// Run in a process of its own. Loading the modules is left out: the product ships them as one file without types.
const set = ruleSet()
const one = draft(false)
console.log(worked(() => checkDraft(one, compileRuleSet(set))))
