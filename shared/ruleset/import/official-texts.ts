import { compileTerms, scanTerms } from '../../text/matcher.ts'
import type { CleanDocument } from '../admission.ts'
import type { Library } from '../include.ts'
import type { Term } from '../term-list.ts'

/** A text that is known to be right, and what to call it. */
export interface OfficialText {
  name: string
  text: string
}

/** Whole documents, the names of the rosters, and the words that the shipped lists recommend. */
export function officialTexts(clean: readonly CleanDocument[], library: Library): OfficialText[] {
  const documents = clean.map(({ name, draft }) => ({
    name: `《${name}》`,
    text: `${draft.title}\n${draft.body.source}`,
  }))
  const names = Object.values(library).flatMap(({ rosters = [] }) =>
    rosters.flatMap(({ title, entries }) => entries.map((entry) => ({ name: `名录“${title}”`, text: entry.name }))),
  )
  const words = Object.values(library).flatMap(({ terms }) =>
    terms.flatMap((list) =>
      list.terms.flatMap(({ instead }) =>
        instead === undefined ? [] : [{ name: `词表“${list.title}”的改法`, text: instead }],
      ),
    ),
  )
  return [...documents, ...names, ...words]
}

/** Terms that one of the texts holds, by their number, each with the first such text. A term with conditions or exceptions knows why it is there. */
export function heldTerms(terms: readonly Term[], texts: readonly OfficialText[]): Map<number, string> {
  const held = new Map<number, string>()
  const compiled = compileTerms(terms.map(({ term }) => term))
  for (const { name, text } of texts)
    scanTerms(compiled, text, (_start, _end, index) => {
      const { with: needs, without, except } = terms[index]!
      if (needs === undefined && without === undefined && except === undefined && !held.has(index))
        held.set(index, name)
    })
  return held
}
