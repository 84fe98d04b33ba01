import type { RuleSet } from '../ruleset.ts'
import { dignity } from './dignity.ts'
import { typos } from './typos.ts'

/** The rule set that a new bureau starts with, and that the extension checks with before it has reached its Worker. */
export const starterRuleSet: RuleSet = {
  v: 1,
  version: 'starter-1',
  settings: [],
  terms: [typos, dignity],
  bureau: null,
  profiles: [],
}
