import type { Refusal } from './refusal.ts'
import type { RuleSet } from './ruleset.ts'

/** What may be included by name: the lists of a set, without its settings and facts. */
export type RulePack = Pick<RuleSet, 'terms'> & Partial<Pick<RuleSet, 'includes' | 'rosters' | 'patterns'>>

/** Packs by name. */
export type Library = Readonly<Record<string, RulePack>>

export interface Resolved {
  terms: RuleSet['terms']
  rosters: NonNullable<RuleSet['rosters']>
  patterns: NonNullable<RuleSet['patterns']>
}

/**
 * The lists of a set and of everything that it includes, each once, included ones first. Refuses a name that is not in the library, a circle, and
 * one id for two rules, each with its path.
 */
export function resolveIncludes(set: RulePack, library: Library): { resolved: Resolved; refusals: readonly Refusal[] } {
  const resolved: Resolved = { terms: [], rosters: [], patterns: [] }
  const refusals: Refusal[] = []
  const done = new Set<string>()
  const refuse = (path: string, sentence: string) => refusals.push({ path, line: null, sentence })

  const add = (pack: RulePack, trail: readonly string[], path: string): void => {
    for (const [index, name] of (pack.includes ?? []).entries()) {
      const at = `${path}includes[${index}]`
      if (trail.includes(name)) refuse(at, `循环引用：${[...trail, name].join(' → ')}，请去掉其中一个`)
      else if (!Object.hasOwn(library, name)) refuse(at, `没有“${name}”这个词包`)
      else if (!done.has(name)) {
        done.add(name)
        add(library[name]!, [...trail, name], `${name}.`)
      }
    }
    resolved.terms.push(...pack.terms)
    resolved.rosters.push(...(pack.rosters ?? []))
    resolved.patterns.push(...(pack.patterns ?? []))
  }

  add(set, [], '')
  for (const sentence of repeatedIds(resolved)) refuse('', sentence)
  return { resolved, refusals }
}

function repeatedIds({ terms, rosters, patterns }: Resolved): string[] {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const { id } of [...terms, ...rosters, ...patterns]) {
    if (seen.has(id)) repeated.add(id)
    seen.add(id)
  }
  return [...repeated].map((id) => `有两条规则都叫“${id}”，请改名`)
}
