import * as z from 'zod'
import type { Example, Hit, Rule, RuleInput } from '../rules/rule.ts'
import { type Place, spanOf } from '../rules/text-view.ts'
import { zonesOf } from '../rules/zones.ts'
import { compileTerms, scanTerms } from '../text/matcher.ts'
import { RuleData } from './common.ts'
import { Condition, holds } from './condition.ts'
import { type Scope, scoped } from './scope.ts'

/** 词: a term is at least two characters; one character alone says nothing. */
export const Term = z.strictObject({
  term: z.string().min(2).max(64),
  /** What to write instead. */
  instead: z.string().max(200).optional(),
  /** Longer phrases in which the term is right: 职工代表大会报告 for 会报. */
  except: z.array(z.string().min(2).max(64)).max(100).optional(),
  /** All of these must hold. */
  with: z.array(Condition).max(10).optional(),
  /** None of these may hold. */
  without: z.array(Condition).max(10).optional(),
})
export type Term = z.infer<typeof Term>

/** 词表: a word list as data. */
export const TermList = z.strictObject({
  ...RuleData.shape,
  /** How far two ways of writing count as one. Default `plain`; `loose` only for lists that people try to evade. */
  level: z.enum(['exact', 'plain', 'loose']).optional(),
  terms: z.array(Term).min(1).max(200_000),
})
export type TermList = z.infer<typeof TermList>

/** A word list before its words: what an admin says of a file. Examples that are left out are made from the words. */
export const TermListHead = z.strictObject({
  ...TermList.omit({ terms: true }).shape,
  finds: TermList.shape.finds.optional(),
  passes: TermList.shape.passes.optional(),
})
export type TermListHead = z.infer<typeof TermListHead>

/** The rule that a word list is: one compiled matcher; an except phrase that covers the hit wins. */
export function termListRule(list: TermList): Rule {
  const level = list.level ?? 'plain'
  const terms = compileTerms(
    list.terms.map(({ term }) => term),
    { level },
  )
  const excepts = exceptsOf(list)
  const allowed = compileTerms(excepts, { level })
  const { id, title, severity, basis, advice, finds, passes, scope } = list
  const rule: Rule = {
    id,
    title,
    severity,
    basis,
    advice,
    local: list.terms.every((term) => isLocal(term.with) && isLocal(term.without)),
    *check(input) {
      for (const view of input.texts)
        for (const place of (level === 'exact' ? view.exact : view).places) yield* hitsIn(place, input)
    },
    finds: finds as readonly ExampleOf[] as readonly [Example, ...Example[]],
    passes: passes as readonly ExampleOf[] as readonly [Example, ...Example[]],
  }
  return scoped(rule, scope)

  function hitsIn(place: Place, { texts }: RuleInput): Hit[] {
    const hits: Hit[] = []
    let covers: [number, number][] | null = null
    scanTerms(terms, place.text, (start, end, index) => {
      covers ??= coversIn(place.text)
      if (covers.some(([from, to]) => from <= start && end <= to)) return
      const entry = list.terms[index]!
      if (isOutOfZone(place, start, end, scope) || !fits(entry, place.text, start, end, texts)) return
      const change = entry.instead === undefined ? {} : { advice: `改为“${entry.instead}”` }
      hits.push({ ...spanOf(place, start, end), why: whyOf(entry.term, place.text.slice(start, end)), ...change })
    })
    return hits
  }

  function coversIn(text: string): [number, number][] {
    const covers: [number, number][] = []
    if (excepts.length > 0) scanTerms(allowed, text, (start, end) => covers.push([start, end]))
    return covers
  }
}

type ExampleOf = TermList['finds'][number]

// Of 200,000 terms most have neither: nothing is made for those.
function isLocal(conditions: readonly Condition[] | undefined): boolean {
  return conditions === undefined || conditions.every((one) => one.within !== 'draft')
}

function exceptsOf({ terms }: TermList): string[] {
  const excepts = new Set<string>()
  for (const { except } of terms) if (except !== undefined) for (const phrase of except) excepts.add(phrase)
  return [...excepts]
}

function fits(entry: Term, text: string, start: number, end: number, texts: RuleInput['texts']): boolean {
  const isMet = (condition: Condition) => holds(condition, text, start, end, texts)
  return (entry.with ?? []).every(isMet) && !(entry.without ?? []).some(isMet)
}

/** Whether the scope leaves out what stands in (or outside of) quotations, titles and cited articles. */
export function isOutOfZone(place: Place, start: number, end: number, scope: Scope | undefined): boolean {
  if (scope?.quotation === undefined) return false
  const isQuoted = zonesOf(place).some((zone) => zone.start <= start && end <= zone.end)
  return scope.quotation === 'never' ? isQuoted : !isQuoted
}

function whyOf(term: string, written: string): string {
  return written === term ? `词表中的“${term}”` : `词表中的“${term}”，此处写作“${written}”`
}
