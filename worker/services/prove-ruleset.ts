import type { Fault } from '#shared/api/problem.ts'
import { prove } from '#shared/rules/prove.ts'
import { checkDraft } from '#shared/ruleset/check-draft.ts'
import { type CompiledRuleSet, compileRuleSet } from '#shared/ruleset/compile.ts'
import { loadRuleSet } from '#shared/ruleset/load.ts'
import type { RuleSet } from '#shared/ruleset/ruleset.ts'
import { cleanDrafts } from './clean-drafts.ts'

/** A rule set may flag at most this share of the clean documents it is tried on. */
export const MAX_FLAGGED = 0.2

export interface RuleSetProof {
  ok: boolean
  faults: Fault[]
  rules: number
  terms: number
  tried: { documents: number; flagged: number }
}

/**
 * Proves a rule set before it may be used: it loads, every rule holds its own examples, and it does not flag more than a fifth of documents
 * that are known to be clean. A list that flags everything stops an office as surely as an outage.
 */
export function proveRuleSet(document: unknown): RuleSetProof {
  const loaded = loadRuleSet(JSON.stringify(document))
  const nothing = { rules: 0, terms: 0, tried: { documents: 0, flagged: 0 } }
  if (!loaded.set)
    return { ok: false, faults: loaded.refusals.map(({ path, sentence }) => ({ path, message: sentence })), ...nothing }
  const compiled = compileRuleSet(loaded.set)
  const terms = loaded.set.terms.reduce((sum, list) => sum + list.terms.length, 0)
  const counts = { rules: compiled.rules.length, terms }
  const faults = brokenExamples(loaded.set, compiled)
  if (faults.length > 0) return { ok: false, faults, ...nothing, ...counts }
  const flags = flagsOf(compiled)
  const tried = { documents: cleanDrafts.length, flagged: flags.documents }
  if (flags.documents > cleanDrafts.length * MAX_FLAGGED) faults.push(tooMany(flags, loaded.set))
  return { ok: faults.length === 0, faults, ...counts, tried }
}

function brokenExamples(set: RuleSet, compiled: CompiledRuleSet): Fault[] {
  return prove(compiled.rules).map(({ rule, path, sentence }) => {
    const list = set.terms.findIndex(({ id }) => id === rule)
    return { path: list < 0 ? rule : `terms[${list}].${path}`, message: sentence.slice(0, 1900) }
  })
}

interface Flags {
  documents: number
  byRule: Map<string, number>
}

/** How many clean documents have a finding that would hold them (`advise` holds nothing), and by which rule. */
function flagsOf(compiled: CompiledRuleSet): Flags {
  const byRule = new Map<string, number>()
  let documents = 0
  for (const draft of cleanDrafts) {
    const held = checkDraft(draft, compiled).findings.filter(({ severity }) => severity !== 'advise')
    if (held.length > 0) documents += 1
    for (const rule of new Set(held.map((finding) => finding.rule))) byRule.set(rule, (byRule.get(rule) ?? 0) + 1)
  }
  return { documents, byRule }
}

function tooMany({ documents, byRule }: Flags, set: RuleSet): Fault {
  const [worst, count] = [...byRule].sort((a, b) => b[1] - a[1])[0]!
  const list = set.terms.findIndex(({ id }) => id === worst)
  return {
    path: list < 0 ? '' : `terms[${list}]`,
    message: `在 ${cleanDrafts.length} 篇没有问题的文稿中有 ${documents} 篇被拦下，超过五分之一；其中“${worst}”拦下 ${count} 篇。请缩小词表或改为提示`,
  }
}
