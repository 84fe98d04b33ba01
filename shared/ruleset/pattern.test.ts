import fc from 'fast-check'
import { RE2JS } from 're2js'
import { describe, expect, it } from 'vitest'
import { check } from '../rules/check.ts'
import { prepareExample } from '../rules/example.ts'
import { prove } from '../rules/prove.ts'
import { Pattern, patternFault, patternRule } from './pattern.ts'
import { shapeOf } from './pattern-shape.ts'

const data = (pattern: string, rest: Partial<Pattern> = {}): Pattern => ({
  id: 'own/pattern',
  title: '句式',
  severity: 'advise',
  basis: '本局规定',
  advice: '改正',
  pattern,
  finds: ['甲'],
  passes: ['乙'],
  ...rest,
})

describe('admission of patterns', () => {
  it.each(['.', '', '的', '(?:)', '.*', '[^甲]+', '(?:甲)?', '\\p{Han}{2,}', '[一-龥]{3}', '甲|.{2}', '(?i)a?'])(
    'refuses %s',
    (pattern) => {
      expect(patternFault(pattern)).not.toBeNull()
    },
  )
  it.each(['同步\\s解读', '\\bAB', '\\w+号', '[\\s甲]乙丙', '甲乙\\S', '甲[[:space:]]乙'])(
    'refuses %s by name',
    (pattern) => {
      expect(patternFault(pattern)).toMatch(/不能使用/)
    },
  )
  it.each([
    ['(?=甲)乙丙', '写法不对'],
    ['(甲)\\1乙', '写法不对'],
    ['[甲', '写法不对'],
    ['(甲{1,100}){1,100}', '写法不对'],
    ['甲.{0,900}乙', '步'],
    ['甲'.repeat(1001), '1,000'],
  ])('refuses %s', (pattern, sentence) => {
    expect(patternFault(pattern)).toContain(sentence)
  })
  it.each([
    '同步.{0,20}解读',
    '(?:第一|首个).{0,6}(?:品牌|单位)',
    '[甲乙]丙',
    '\\d{3}号',
    'ABC(?:D|E)',
    '\\Qa.b\\E',
    '\\x{7532}乙',
  ])('admits %s', (pattern) => {
    expect(patternFault(pattern)).toBeNull()
  })
  it('is checked by the schema itself, so no unsafe pattern gets past parsing', () => {
    expect(Pattern.safeParse(data('.')).success).toBe(false)
    expect(Pattern.safeParse(data('甲乙')).success).toBe(true)
  })
  it('answers for any string', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (pattern) => void patternFault(pattern)))
  })
})

/** Patterns over a few characters, as the grammar has them. */
const grammar = fc.letrec<{ pattern: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('甲', '乙', '丙', '[甲乙]', '[^甲]', '.', '\\d', 'A', '甲乙'),
    tie('pattern').map((inner) => `(?:${inner})`),
  ),
  pattern: fc
    .array(fc.tuple(tie('atom'), fc.constantFrom('', '', '?', '*', '+', '{2}', '{0,3}', '|')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) =>
      parts
        .map(([atom, after]) =>
          after === '|' ? `${atom}|` : atom.length === 2 && after !== '' ? `(?:${atom})${after}` : atom + after,
        )
        .join(''),
    ),
}))

describe('the shape of a pattern', () => {
  it('takes a group for a literal only where it matches nothing else', () => {
    expect(shapeOf('A(?:甲*A)甲').literals).not.toContain('AA甲')
    expect(shapeOf('A(?:甲乙)丙')).toMatchObject({ literals: ['A甲乙丙'], exact: 'A甲乙丙' })
  })
  it('promises nothing that a match does not keep', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', 'A', '1'), maxLength: 8 })
    fc.assert(
      fc.property(grammar.pattern, text, (pattern, input) => {
        const { shortest, literals } = shapeOf(pattern)
        const matcher = RE2JS.compile(pattern).matcher(input)
        if (!matcher.find()) return
        const match = input.slice(matcher.start(), matcher.end())
        expect(match.length).toBeGreaterThanOrEqual(shortest)
        if (literals !== null) expect(literals.some((word) => match.includes(word))).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('admitted patterns', () => {
  it('find on the plain view, spare exceptions and quotations, and prove themselves', () => {
    const rule = patternRule(
      data('第[一二三]次：?通报', {
        except: ['不算第二次通报'],
        scope: { quotation: 'never' },
        finds: ['[[第一次通报]]', '[[第三次：通報]]'],
        passes: ['不算第二次通报', '所谓“第二次通报”', '第四次通报'],
      }),
    )
    expect(prove([rule])).toEqual([])
  })

  it('run in linear time on adversarial text', { timeout: 120_000 }, () => {
    const timeOf = (pattern: string, body: string) => {
      const { draft } = prepareExample({ body })
      const before = process.cpuUsage()
      check(draft, { version: 'test', rules: [patternRule(data(pattern))], optionsOf: () => ({}) })
      return process.cpuUsage(before).user / 1000
    }
    const grows = (pattern: string, piece: string) => {
      const [short, long] = [timeOf(pattern, piece.repeat(1_000)), timeOf(pattern, piece.repeat(8_000))]
      // Eight times the text; quadratic would be 64 times. The constant is for the machine's noise.
      expect(long).toBeLessThan(24 * short + 300)
    }
    for (const pattern of [
      '(?:甲+)+丁',
      '(?:甲|甲甲)+丁乙',
      '(?:甲*)*甲乙丁',
      '(?:.?甲){0,20}丁',
      '甲.{0,100}丁',
      '(?:.+甲.){0,3}甲乙',
    ])
      for (const piece of ['甲', '甲乙', '甲甲丁']) if (patternFault(pattern) === null) grows(pattern, piece)
    fc.assert(
      fc.property(grammar.pattern, (pattern) => {
        fc.pre(patternFault(pattern) === null)
        grows(pattern, '甲乙')
      }),
      { numRuns: 25 },
    )
  })

  it('say so where they match too often to be listed', () => {
    const { draft } = prepareExample({ body: '甲乙'.repeat(500) })
    const { findings, coverage } = check(draft, {
      version: 'test',
      rules: [patternRule(data('甲乙'))],
      optionsOf: () => ({}),
    })
    expect(findings).toHaveLength(100)
    expect(coverage.unread.find((one) => one.rule === 'own/pattern')?.why).toContain('命中太多')
  })
})
