import { normalise } from '../../text/normalise.ts'
import { admit, type CleanDocument } from '../admission.ts'
import { diffRuleSets } from '../diff.ts'
import { type Library, resolveIncludes } from '../include.ts'
import { packs } from '../packs/index.ts'
import type { Refusal } from '../refusal.ts'
import type { RuleSet } from '../ruleset.ts'
import type { Term, TermList, TermListHead } from '../term-list.ts'
import { heldTerms, officialTexts } from './official-texts.ts'
import { type ReadTerms, readTerms } from './read-terms.ts'
import { LISTED, type OnLine } from './term-file.ts'

/** A term of the file and where else it stands. */
export interface Elsewhere {
  line: number
  term: string
  /** Name of the official text, or title of the list. */
  where: string
}

/** What an import would do to a rule set, before anything is proposed. */
export interface ImportPreview extends Omit<ReadTerms, 'terms' | 'lines'> {
  /** To be put into a proposal with `withList`; null where the file has no term. */
  list: TermList | null
  /** Terms that an official text holds: each of them will hit what is right. */
  official: Elsewhere[]
  moreOfficial: number
  /** Terms that another list of the rule set has already. */
  known: Elsewhere[]
  moreKnown: number
  /** The change, as `diffRuleSets` tells it. */
  sentences: string[]
  /** Why a proposal with this list would be refused; `line` is the file's. */
  faults: Refusal[]
}

/** What the preview compares with. */
export interface Against {
  current: RuleSet
  clean: readonly CleanDocument[]
  library?: Library
}

/** Reads a file of terms as a word list under `head` and tries it in the rule set. Throws `FileRefusal` for a file that cannot be read. */
export function previewImport(bytes: Uint8Array, head: TermListHead, against: Against, onLine?: OnLine): ImportPreview {
  const { terms, lines, ...file } = readTerms(bytes, onLine)
  const { current, clean, library = packs } = against
  const held = heldTerms(terms, officialTexts(clean, library))
  const other = otherLists(terms, head.id, current, library)
  const place = (places: ReadonlyMap<number, string>) =>
    [...places].slice(0, LISTED).map(([at, where]) => ({ line: lines[at]!, term: terms[at]!.term, where }))
  const list = { ...head, ...examplesOf(head, terms), terms }
  const missing = terms.length === 0 ? EMPTY : list.finds.length === 0 ? NO_EXAMPLE : null
  const next = withList(current, list)
  return {
    ...file,
    list: missing === null ? list : null,
    official: place(held),
    moreOfficial: Math.max(0, held.size - LISTED),
    known: place(other),
    moreKnown: Math.max(0, other.size - LISTED),
    sentences: missing === null ? diffRuleSets(current, next) : [],
    faults: missing === null ? faultsOf(next, head.id, lines, clean, library) : [missing],
  }
}

const EMPTY: Refusal = { path: 'file', line: null, sentence: '文件里没有一个可用的词，请看各行没有收入的原因' }
const NO_EXAMPLE: Refusal = {
  path: 'list.finds',
  line: null,
  sentence: '每个词都带条件，无法自动举例，请给出一句应当命中的例句',
}
/** So many corrections are tried as examples. */
const TRIED = 20

/** The rule set with the list in it: in place of the list of the same id, else as the last. */
export function withList(set: RuleSet, list: TermList): RuleSet {
  const at = set.terms.findIndex(({ id }) => id === list.id)
  return { ...set, terms: at < 0 ? [...set.terms, list] : set.terms.with(at, list) }
}

/** Its own words are what a list must find, and its corrections what it must not; a sentence of neither where there are none. */
function examplesOf(head: TermListHead, terms: readonly Term[]): Pick<TermList, 'finds' | 'passes'> {
  const plain = terms.filter((one) => one.with === undefined && one.without === undefined)
  const corrections = plain
    .flatMap(({ instead }) => instead ?? [])
    .slice(0, TRIED)
    .filter((word) => !terms.some(({ term }) => word.includes(term)))
  const passes = corrections.length > 0 ? corrections.slice(0, 3) : ['会议总结了上一学期的教学情况。']
  return { finds: head.finds ?? plain.slice(0, 3).map(({ term }) => term), passes: head.passes ?? passes }
}

/** By number, the title of the list that has the term already. The list that is being replaced does not count. */
function otherLists(terms: readonly Term[], id: string, current: RuleSet, library: Library): Map<number, string> {
  const lists = resolveIncludes(current, library).resolved.terms.filter((list) => list.id !== id)
  const formOf = ({ term }: Term): string => normalise(term, 'plain').text
  const titles = new Map(lists.flatMap((list) => list.terms.map((one) => [formOf(one), list.title] as const)))
  return new Map(
    terms.flatMap((one, at) => {
      const title = titles.get(formOf(one))
      return title === undefined ? [] : [[at, title] as const]
    }),
  )
}

function faultsOf(
  next: RuleSet,
  id: string,
  lines: readonly number[],
  clean: readonly CleanDocument[],
  library: Library,
): Refusal[] {
  const own = `terms[${next.terms.findIndex((list) => list.id === id)}]`
  return admit(next, clean, library).map(({ path, sentence }) => {
    const term = /\.terms\[(\d+)\]/.exec(path)?.[1]
    const line = path.startsWith(own) && term !== undefined ? (lines[Number(term)] ?? null) : null
    return { path: path.startsWith(own) ? path.replace(own, 'list') : path, line, sentence }
  })
}
