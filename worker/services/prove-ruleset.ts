import type { Fault } from '#shared/api/problem.ts'
import { admit } from '#shared/ruleset/admission.ts'
import { checkDraft } from '#shared/ruleset/check-draft.ts'
import { compileRuleSet } from '#shared/ruleset/compile.ts'
import { loadDocument } from '#shared/ruleset/load.ts'
import { profileFaults } from '#shared/ruleset/profile-safety.ts'
import type { Refusal } from '#shared/ruleset/refusal.ts'
import { cleanDocuments, cleanDrafts } from './clean-drafts.ts'

export interface RuleSetProof {
  ok: boolean
  faults: Fault[]
  rules: number
  terms: number
  tried: { documents: number; flagged: number }
}

/**
 * Proves a rule set before it may be used: it loads, and `admit` has nothing against it: size, examples, terms that fire on ordinary prose, and
 * the share of clean documents that it flags. A list that flags everything stops an office as surely as an outage.
 */
export function proveRuleSet(document: unknown): RuleSetProof {
  const loaded = loadDocument(document)
  if (!loaded.set) return refused(loaded.refusals, 0, 0)
  const terms = loaded.set.terms.reduce((sum, list) => sum + list.terms.length, 0)
  const refusals = [...profileFaults(loaded.set.profiles), ...admit(loaded.set, cleanDocuments)]
  if (refusals.length > 0) return refused(refusals, 0, terms)
  const compiled = compileRuleSet(loaded.set)
  const flagged = cleanDrafts.filter((draft) =>
    checkDraft(draft, compiled).findings.some(({ severity }) => severity !== 'advise'),
  ).length
  const tried = { documents: cleanDrafts.length, flagged }
  return { ok: true, faults: [], rules: compiled.rules.length, terms, tried }
}

function refused(refusals: readonly Refusal[], rules: number, terms: number): RuleSetProof {
  const faults = refusals.map(({ path, sentence }) => ({ path, message: sentence.slice(0, 1900) }))
  return { ok: false, faults, rules, terms, tried: { documents: 0, flagged: 0 } }
}
