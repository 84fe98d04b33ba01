import { describe, expect, it } from 'vitest'
import { check } from '#shared/rules/check.ts'
import { prepareExample } from '#shared/rules/example.ts'
import type { Example } from '#shared/rules/rule.ts'
import { compileRuleSet } from '#shared/ruleset/compile.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { CONTEXT } from './carriers.ts'
import { realFaults } from './real-faults.ts'
import { realDocumentFaults } from './real-faults-documents.ts'
import { realWordingFaults } from './real-faults-wording.ts'

const set = compileRuleSet(starterRuleSet)
const all = [...realFaults, ...realDocumentFaults, ...realWordingFaults].sort((a, b) => a.check - b.check)

/** What the rules of a check say about an example that was given everything there is to know. */
function hits(example: Example, rules: readonly string[]): string[] {
  const { draft, context } = prepareExample(example)
  const known = { ...CONTEXT, ...context }
  return check(draft, set, known)
    .findings.filter((one) => rules.includes(one.rule))
    .map((one) => `${one.rule}: ${one.text} (${one.why})`)
}

const named = (example: Example) =>
  typeof example === 'string'
    ? example
    : [example.title, example.body, JSON.stringify(example.attachments?.[0])].filter(Boolean).join(' / ')

describe.each(all.map((one) => [one.check, one] as const))('check %i of DOMAIN.md §15', (_, { rules, flag, pass }) => {
  it('is made of rules that ship', () => {
    const shipped = new Set(set.rules.map((rule) => rule.id))
    expect(rules.filter((id) => !shipped.has(id))).toEqual([])
  })
  it.each(flag.map((example) => [named(example), example] as const))('flags %s', (_, example) => {
    expect(hits(example, rules)).not.toEqual([])
  })
  if (pass.length > 0)
    it.each(pass.map((example) => [named(example), example] as const))('passes %s', (_, example) => {
      expect(hits(example, rules)).toEqual([])
    })
})

it('all 25 checks are here', () => {
  expect(all.map((one) => one.check)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1))
})
