import * as z from 'zod'
import { Severity } from '../rules/finding.ts'
import { defineRule, type Example, type Hit, type Rule } from '../rules/rule.ts'
import type { Place } from '../rules/text-view.ts'
import { compileTerms, scanTerms } from '../text/matcher.ts'

const Text = z.string().min(1).max(2000)

/** 词: a term is at least two characters; one character alone says nothing. */
export const Term = z.strictObject({
  term: z.string().min(2).max(64),
  /** What to write instead. */
  instead: z.string().max(200).optional(),
  /** Longer phrases in which the term is right: 职工代表大会报告 for 会报. */
  except: z.array(z.string().min(2).max(64)).max(100).optional(),
})
export type Term = z.infer<typeof Term>

/** 词表: a word list as data. Its examples are its admission check: `finds` must be hit, `passes` must not. */
export const TermList = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/),
  title: Text,
  severity: Severity,
  basis: Text,
  advice: Text,
  terms: z.array(Term).min(1).max(200_000),
  finds: z.array(Text).min(1),
  passes: z.array(Text).min(1),
})
export type TermList = z.infer<typeof TermList>

/** The rule that a word list is: one compiled matcher, an except phrase that covers the hit wins. */
export function termListRule(list: TermList): Rule {
  const excepts = [...new Set(list.terms.flatMap((one) => one.except ?? []))]
  const terms = compileTerms(list.terms.map((one) => one.term))
  const allowed = compileTerms(excepts)
  return defineRule({
    id: list.id,
    title: list.title,
    severity: list.severity,
    basis: list.basis,
    advice: list.advice,
    *check({ texts }) {
      for (const view of texts) for (const place of view.exact.places) yield* hitsIn(place)
    },
    finds: list.finds as [Example, ...Example[]],
    passes: list.passes as [Example, ...Example[]],
  })

  function hitsIn(place: Place): Hit[] {
    const covers: [number, number][] = []
    if (excepts.length > 0) scanTerms(allowed, place.text, (start, end) => covers.push([start, end]))
    const hits: Hit[] = []
    scanTerms(terms, place.text, (start, end, index) => {
      const { term, instead } = list.terms[index]!
      if (covers.some(([from, to]) => from <= start && end <= to)) return
      const change = instead === undefined ? {} : { advice: `改为“${instead}”` }
      hits.push({
        field: place.field,
        start: place.map.toSource(start),
        end: place.map.toSourceEnd(end),
        why: `词表中的“${term}”`,
        ...change,
      })
    })
    return hits
  }
}
