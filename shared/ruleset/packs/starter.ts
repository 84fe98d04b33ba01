import type { RuleSet } from '../ruleset.ts'

/** The rule set that a new bureau starts with, and that the extension checks with before it has reached its Worker. */
export const starterRuleSet: RuleSet = {
  v: 1,
  version: 'starter-1',
  includes: ['typos', 'dignity', 'names-quanzhou'],
  settings: [],
  terms: [],
  bureau: null,
  profiles: [],
}
