import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { CivilDate } from '../calendar/civil-date.ts'
import { issueSentence } from './issue-sentence.ts'
import { loadRuleSet } from './load.ts'
import { starterRuleSet } from './packs/starter.ts'

const said = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map(issueSentence)

describe('what was expected, in Chinese', () => {
  it.each<[string, z.ZodType, unknown, string]>([
    ['a kind', z.string(), 1, '应为文字'],
    ['another kind', z.int(), 1.5, '应为整数'],
    ['nothing there', z.array(z.string()), undefined, '应为列表'],
    ['a day', CivilDate, '2026-02-30', '写作年-月-日'],
    ['an address', z.url(), '泉州', '应为网址'],
    ['a word of a few', z.enum(['a', 'b']), 'c', '只能是 a、b'],
    ['a shape with its own sentence', z.string().regex(/^x$/, '应为 x'), 'y', '应为 x'],
    ['a shape without one', z.string().regex(/^x$/), 'y', '写法不对'],
    [
      'one of two',
      z.union([z.string(), z.strictObject({ a: z.int() })]),
      7,
      '应为文字；或缺少这一项，或类型不对，应为对象',
    ],
    [
      'one of two by its key',
      z.discriminatedUnion('k', [z.strictObject({ k: z.literal('a') }), z.strictObject({ k: z.literal('b') })]),
      { k: 'c' },
      '只能是 a、b',
    ],
    ['a key too many', z.strictObject({}), { a: 1 }, '不认识的键：a'],
  ])('%s', (_, schema, value, sentence) => {
    expect(said(schema, value)).toEqual([expect.stringContaining(sentence)])
  })
})

it.each([
  ['the id of a list', { terms: [{ ...starterRuleSet.terms[0], id: 'WORDS' }] }, 'terms[0].id', '应为 主题/名称'],
  ['the day of an exemption', { exemptions: [{ until: '明年' }] }, 'exemptions[0].until', '写作年-月-日'],
])('a rule set is told what was expected of %s', (_, change, path, sentence) => {
  const { refusals } = loadRuleSet(JSON.stringify({ ...starterRuleSet, ...change }))
  expect(refusals).toContainEqual(expect.objectContaining({ path, sentence: expect.stringContaining(sentence) }))
})
