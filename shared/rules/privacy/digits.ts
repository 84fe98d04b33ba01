import type { Span } from '../../draft/span.ts'
import { gridsOf } from '../tables.ts'
import { type Match, matchesIn, type Place, spanOf, type TextView } from '../text-view.ts'

/** A number as a reader sees it: digits only, spaces and hyphens between them taken out, and where it stands. */
export interface DigitRun {
  /** Digits; the last may be X. */
  digits: string
  /** The letter right before it, upper case, or empty. */
  before: string
  place: Place
  start: number
  end: number
  span: Span
}

const RUN = /\d(?:[\d \u2010-\u2015-]*\d)?X?/g
const WORD = /\d+X?/g
const longRuns = new Map<number, RegExp>()

/** What a text with a `RUN` of so many units has in it. */
function longRun(least: number): RegExp {
  const known = longRuns.get(least) ?? new RegExp(`\\d[\\d \\u2010-\\u2015-]{${least - 2}}`)
  longRuns.set(least, known)
  return known
}

/**
 * Every number of `least` to `most` digits in a view: a group of digits, or neighbouring groups with one space or hyphen between them
 * that make that length together, or the lines of one table cell.
 */
export function* digitRuns(view: TextView, least: number, most: number): Generator<DigitRun, void, undefined> {
  const long = longRun(least)
  // Prose is full of short numbers, and a match of each is dear.
  if (long.test(view.whole))
    for (const place of view.places)
      if (long.test(place.text))
        for (const match of matchesIn(place, RUN)) if (match[0].length >= least) yield* runsIn(match, least, most)
  for (const grid of gridsOf(view))
    for (const cell of grid.rows.flat()) {
      if (cell.places.length < 2 || !/^[A-Z]?\d+X?$/.test(cell.text)) continue
      const digits = cell.text.replace(/^[A-Z]/, '')
      const place = cell.places[0]!
      if (digits.length < least || digits.length > most) continue
      const before = cell.text.slice(0, cell.text.length - digits.length)
      yield { digits, before, place, start: 0, end: place.text.length, span: cell.span }
    }
}

function* runsIn(match: Match, least: number, most: number): Generator<DigitRun, void, undefined> {
  const words = [...match[0].matchAll(WORD)]
  for (let first = 0; first < words.length; first += 1) {
    let digits = ''
    let end = words[first]!.index
    for (let last = first; last < words.length && digits.length <= most; last += 1) {
      const word = words[last]!
      if (word.index - end > 1) break
      digits += word[0]
      end = word.index + word[0].length
      if (digits.length < least || digits.length > most) continue
      const { place } = match
      const start = match.index + words[first]!.index
      const before = /[A-Z]/.exec(place.text[start - 1] ?? '')?.[0] ?? ''
      yield { digits, before, place, start, end: match.index + end, span: spanOf(place, start, match.index + end) }
      if (digits.endsWith('X')) break
    }
  }
}
