import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkDraft, DraftChecker } from '#shared/ruleset/check-draft.ts'
import { compileRuleSet } from '#shared/ruleset/compile.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { type CarrierName, CONTEXT, carriers, draftOf } from './carriers.ts'
import { randomFrom } from './random.ts'
import { faultKinds } from './recall.ts'

const set = compileRuleSet(starterRuleSet)
const random = randomFrom(11)
/** Every planted fault that is text or markup: what an editor may type, paste or take away again. */
const pieces = faultKinds.flatMap((kind) =>
  kind.variants.flatMap((variant) => {
    const { text, lines, html } = variant(random)
    return [text, html, ...(lines ?? [])].filter((one) => one !== undefined)
  }),
)
const name = fc.constantFrom(...(Object.keys(carriers) as CarrierName[]))
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  gone: fc.nat(12),
  put: fc.oneof(
    fc.constantFrom(...pieces),
    fc.constantFrom('', '<p>', '</p>', '<b>', '。', '一、', ' ', '校', '1', '习', '★'),
  ),
  title: fc.boolean(),
})

describe('a draft that is edited', () => {
  it('gets the report of a check from nothing after every edit', () => {
    fc.assert(
      fc.property(name, fc.array(change, { minLength: 1, maxLength: 10 }), (carrier, changes) => {
        const checker = new DraftChecker(set)
        const { paragraphs } = carriers[carrier]
        let source = paragraphs.map((text) => `<p>${text}</p>`).join('\n')
        let draft = draftOf(carriers[carrier], source, 'html')
        for (const { at, gone, put, title } of changes) {
          const start = Math.floor(at * source.length)
          source = source.slice(0, start) + put + source.slice(start + gone)
          draft = { ...draft, body: { format: 'html', source }, ...(title && put.length < 20 ? { title: put } : {}) }
          expect(checker.check(draft, CONTEXT)).toEqual(checkDraft(draft, set, CONTEXT))
        }
      }),
      { numRuns: 300 },
    )
  })
})
