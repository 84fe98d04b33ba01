import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Draft } from '../draft/draft.ts'
import { check } from '../rules/check.ts'
import type { CheckContext } from '../rules/context.ts'
import { prove } from '../rules/prove.ts'
import { type CompiledRuleSet, compileRuleSet } from './compile.ts'
import { type Library, resolveIncludes } from './include.ts'
import { MAX_BYTES } from './load.ts'
import { packs } from './packs/index.ts'
import type { Refusal } from './refusal.ts'
import type { RuleSet } from './ruleset.ts'
import { termFault } from './term-fault.ts'
import { yearsOverruled } from './years.ts'

/** A document that is known to be right. */
export interface CleanDocument {
  name: string
  draft: Draft
  context?: CheckContext
}

/** A rule of the bureau may flag at most this share of the clean documents. */
export const MOST_FLAGGED = 0.2
/** Fewer clean documents than this say nothing about a share. */
const FEWEST_DOCUMENTS = 5
const SHOWN = 50

/**
 * Whether a rule set may be published: it resolves, is within its size, overrules no year that ships, breaks none of its examples, has no term that
 * would fire on ordinary prose, and no rule of the bureau flags more than a fifth of the clean documents. An empty answer admits it. Expensive: seconds for large lists.
 */
export function admit(set: RuleSet, clean: readonly CleanDocument[], library: Library = packs): Refusal[] {
  // As long as the canonical form, whose keys only stand in another order, and far cheaper to make.
  if (utf8ToBytes(JSON.stringify(set)).length > MAX_BYTES)
    return [{ path: '', line: null, sentence: '超过 8 MiB，请拆分词表' }]
  const { refusals } = resolveIncludes(set, library)
  if (refusals.length > 0) return [...refusals]
  const compiled = compileRuleSet(set, library)
  return [
    ...yearsOverruled(set),
    ...tooFrequent(set),
    ...brokenExamples(set, compiled),
    ...tooMany(set, clean, compiled),
  ].slice(0, SHOWN)
}

/** Where each rule of the bureau stands in its set. */
function pathsOf({ terms, rosters = [], patterns = [] }: RuleSet): ReadonlyMap<string, string> {
  return new Map([
    ...terms.map(({ id }, index) => [id, `terms[${index}]`] as const),
    ...rosters.map(({ id }, index) => [id, `rosters[${index}]`] as const),
    ...patterns.map(({ id }, index) => [id, `patterns[${index}]`] as const),
  ])
}

function tooFrequent({ terms }: RuleSet): Refusal[] {
  return terms.flatMap((list, at) =>
    list.terms.flatMap(({ term, with: conditions }, index): Refusal[] => {
      const sentence = conditions === undefined ? termFault(term) : null
      return sentence === null ? [] : [{ path: `terms[${at}].terms[${index}].term`, line: null, sentence }]
    }),
  )
}

function brokenExamples(set: RuleSet, { rules }: CompiledRuleSet): Refusal[] {
  const paths = pathsOf(set)
  return prove(rules).map(({ rule, path, sentence }) => ({
    path: paths.has(rule) ? `${paths.get(rule)}.${path}` : `${rule}.${path}`,
    line: null,
    sentence,
  }))
}

function tooMany(set: RuleSet, clean: readonly CleanDocument[], compiled: CompiledRuleSet): Refusal[] {
  if (clean.length < FEWEST_DOCUMENTS) return []
  const paths = pathsOf(set)
  const own = { ...compiled, rules: compiled.rules.filter((rule) => paths.has(rule.id)) }
  const flagged = new Map<string, string[]>()
  for (const { name, draft, context } of clean) {
    const { findings } = check(draft, own, context)
    for (const rule of new Set(findings.map((one) => one.rule))) flagged.set(rule, [...(flagged.get(rule) ?? []), name])
  }
  return [...flagged].flatMap(([rule, names]): Refusal[] => {
    if (names.length <= clean.length * MOST_FLAGGED) return []
    const some = names.slice(0, 3).join('、')
    const sentence = `在 ${clean.length} 份无误的文件中命中 ${names.length} 份（如${some}），上限是五分之一，请收窄这条规则`
    return [{ path: paths.get(rule) ?? rule, line: null, sentence }]
  })
}
