import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lineView } from '../text-view.ts'
import { digitRuns } from './digits.ts'

/** The same in plain words: every run of digits, spaces and hyphens, each pair of its words with one unit between them at most. */
function naive(text: string, least: number, most: number): string[] {
  const found: string[] = []
  for (const run of text.matchAll(/\d(?:[\d \u2010-\u2015-]*\d)?X?/g)) {
    const words = [...run[0].matchAll(/\d+X?/g)]
    for (let first = 0; first < words.length; first += 1)
      for (let last = first; last < words.length; last += 1) {
        const part = words.slice(first, last + 1)
        const isTight = part.every(
          (word, at) => at === 0 || word.index - (part[at - 1]!.index + part[at - 1]![0].length) <= 1,
        )
        const digits = part.map((word) => word[0]).join('')
        const endsBefore = part.slice(0, -1).some((word) => word[0].endsWith('X'))
        if (isTight && !endsBefore && digits.length >= least && digits.length <= most)
          found.push(`${run.index + words[first]!.index} ${digits}`)
      }
  }
  return found
}

it('finds every number of the length that is asked for, and the groups that make one', () => {
  const unit = fc.constantFrom(...'0123456789', ' ', '-', '\u2013', 'X', '号', '  ', '\n')
  fc.assert(
    fc.property(
      fc.array(unit, { maxLength: 40 }),
      fc.integer({ min: 3, max: 8 }),
      fc.integer({ min: 0, max: 4 }),
      (units, least, more) => {
        const view = lineView('title', units.join(''))
        const [place] = view.places
        const runs = [...digitRuns(view, least, least + more)].map(({ digits, start }) => `${start} ${digits}`)
        expect(runs.toSorted()).toEqual(naive(place!.text, least, least + more).toSorted())
      },
    ),
    { numRuns: 500 },
  )
})
