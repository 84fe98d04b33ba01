import type { CivilDate } from '../calendar/civil-date.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { Canonical } from '../draft/block.ts'
import type { Classification } from '../draft/classify.ts'
import type { DocumentKind } from '../draft/document-kind.ts'
import type { Attachment, Draft, Interpretation } from '../draft/draft.ts'
import type { Span } from '../draft/span.ts'
import type { CheckContext } from './context.ts'
import type { Severity } from './finding.ts'
import { type Match, spanOf, type TextView } from './text-view.ts'

/** What a rule is given. Everything is read-only; there is no clock, no network and no state. */
export interface RuleInput {
  draft: Draft
  canonical: Canonical
  classification: Classification
  title: TextView
  body: TextView
  /** Every text of the draft: title, fields, body, attachments' names, and attachments' texts where they were read. */
  texts: readonly TextView[]
  today: CivilDate | undefined
  /** The working days of the rule set: past its last year the answer is `unknown`. */
  calendar: Calendar
  context: CheckContext
  /** Settings of this rule in the rule set; a rule has a sane default for each. */
  options: Readonly<Record<string, unknown>>
}

/** A place that breaks the rule. What is left out is taken from the rule. */
export interface Hit extends Span {
  /** Why it fired, in Chinese: the words or figures that decided. */
  why?: string
  message?: string
  advice?: string
  basis?: string
  severity?: Severity
}

/** The rule could not judge: what was missing and why, in Chinese. Never a finding, never silence. */
export interface NotJudged {
  unread: string
  why: string
}

/** An example of a draft: text of the body (HTML when it starts with `<`), or a draft with the parts that matter. `[[…]]` marks the expected places. */
export type Example = string | ExampleDraft

export interface ExampleDraft {
  title?: string
  documentNumber?: string
  channel?: string
  disclosureClass?: Draft['disclosureClass']
  datedOn?: CivilDate
  department?: string
  source?: string
  body?: string
  attachments?: readonly (string | Attachment)[]
  interpretations?: readonly Interpretation[]
  context?: CheckContext
  options?: Readonly<Record<string, unknown>>
}

export interface Rule {
  /** `topic/name`: also the path of its file and, in camel case, the name of its export. */
  id: string
  /** Chinese, as the editor reads it. */
  title: string
  severity: Severity
  /** Law or standard, with the article where it is certain. */
  basis: string
  /** What to do, one sentence. */
  advice: string
  /** Kinds of document it applies to; all where absent. */
  kinds?: readonly DocumentKind[]
  /**
   * True where the rule looks at each block by itself, and at nothing else of the draft to judge it: an edit elsewhere cannot change what it
   * says of a block, so `Rechecker` does not ask again.
   */
  local?: boolean
  check(input: RuleInput): Iterable<Hit | NotJudged>
  finds: readonly [Example, ...Example[]]
  passes: readonly [Example, ...Example[]]
}

/** Declares a rule. Its examples are its tests, its documentation and its admission check. */
export function defineRule<const R extends Rule>(rule: R): R {
  return rule
}

/** The place of a match, or of one of its groups (the pattern then needs the `d` flag). */
export function span(match: Match, group: number | string = 0): Span {
  if (group === 0) return spanOf(match.place, match.index, match.index + match[0].length)
  const range = typeof group === 'number' ? match.indices?.[group] : match.indices?.groups?.[group]
  if (range === undefined) throw new RangeError(`no indices for group ${group}: the pattern needs the d flag`)
  return spanOf(match.place, range[0], range[1])
}

/** The whole of a field of one line: where a finding about the whole document is shown. */
export function wholeOf(view: TextView): Span {
  const place = view.places[0]
  return place === undefined ? { field: view.field, start: 0, end: 0 } : spanOf(place, 0, place.text.length)
}
