import { describe, expect, it } from 'vitest'
import { compileRuleSet } from '../ruleset/compile.ts'
import { starterRuleSet } from '../ruleset/packs/starter.ts'
import { RuleSet } from '../ruleset/ruleset.ts'
import { rules } from './index.ts'
import { prove } from './prove.ts'
import { defineRule } from './rule.ts'

describe('every rule proves itself by its examples', () => {
  it.each(compileRuleSet(RuleSet.parse(starterRuleSet)).rules.map((rule) => [rule.id, rule] as const))(
    '%s',
    (_, rule) => {
      expect(prove([rule])).toEqual([])
    },
  )

  it('has one id each', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length)
  })
})

describe('prove refuses', () => {
  const never = defineRule({ ...rules[0]!, id: 'test/never', *check() {} })
  const always = defineRule({
    ...rules[0]!,
    id: 'test/always',
    *check() {
      yield { field: 'body', start: 0, end: 1 }
    },
  })
  const unable = defineRule({
    ...rules[0]!,
    id: 'test/unable',
    *check() {
      yield { unread: '名录', why: '没有给出' }
    },
  })

  it('a rule that finds nothing', () => {
    expect(prove([never])).toHaveLength(never.finds.length)
    expect(prove([never])[0]).toMatchObject({ path: 'finds[0]', sentence: expect.stringContaining('没有命中') })
  })
  it('a rule that flags what must pass, and one that flags the wrong place', () => {
    expect(prove([always])).toHaveLength(always.finds.length + always.passes.length)
  })
  it('a rule that passes by not looking', () => {
    expect(prove([unable])).toHaveLength(unable.finds.length + unable.passes.length)
  })
})
