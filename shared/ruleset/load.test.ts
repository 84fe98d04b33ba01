import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineOf, parseJson } from './json.ts'
import { loadAddressed, loadRuleSet, MAX_BYTES, ruleSetAddress, serialiseRuleSet } from './load.ts'
import { starterRuleSet } from './packs/starter.ts'
import { typos } from './packs/typos.ts'
import type { RuleSet } from './ruleset.ts'

const full: RuleSet = {
  ...starterRuleSet,
  includes: ['dignity'],
  terms: [typos],
  settings: [{ rule: 'privacy/resident-id', severity: 'review' }],
}
const pretty = JSON.stringify(full, null, 2)

describe('loading a rule set', () => {
  it('serialise ∘ load = identity, and the address does not depend on the order of keys', () => {
    const { set } = loadRuleSet(serialiseRuleSet(full))
    expect(set).toEqual(full)
    expect(loadRuleSet(pretty).set).toEqual(full)
    expect(ruleSetAddress(Object.fromEntries(Object.entries(full).reverse()) as RuleSet)).toBe(ruleSetAddress(full))
  })

  it('refuses any flipped byte of what was stored under an address', () => {
    const text = serialiseRuleSet(full)
    const address = ruleSetAddress(full)
    expect(loadAddressed(text, address).set).toEqual(full)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 15 }), (at, change) => {
        const flipped = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ change) + text.slice(at + 1)
        expect(loadAddressed(flipped, address).refusals?.[0]?.sentence).toContain('指纹不符')
      }),
    )
  })

  it.each([
    ['a later version', pretty.replace('"v": 1', '"v": 2'), 'v', 2, '比本程序（1）新'],
    ['no version', pretty.replace('"v": 1,', ''), 'v', 1, '缺少规则集版本'],
    [
      '__proto__',
      pretty.replace('"bureau": null', '"bureau": { "__proto__": {} }'),
      'bureau.__proto__',
      null,
      '不能使用“__proto__”',
    ],
    [
      'constructor',
      pretty.replace('"bureau": null', '"constructor": null'),
      'constructor',
      null,
      '不能使用“constructor”',
    ],
    ['a key twice', pretty.replace('"v": 1', '"v": 1, "v": 1'), 'v', 2, '重复'],
    ['an unknown key', pretty.replace('"v": 1', '"v": 1, "colour": 1'), '', 1, 'colour'],
    ['a lone surrogate', pretty.replace('错别字', '\\ud800'), 'terms[0].title', null, '代理字符'],
    [
      'a severity that is none',
      pretty.replace('"severity": "review"', '"severity": "fatal"'),
      'settings[0].severity',
      null,
      'block、review、advise',
    ],
    ['no JSON', '{ "v": 1,', '', 1, '双引号'],
    ['something behind', `${pretty} x`, '', null, '多余'],
    ['an include that is not there', pretty.replace('"dignity"', '"nothing"'), 'includes[0]', null, '没有“nothing”'],
    ['too deep', `${'['.repeat(100_000)}`, null, 1, '嵌套超过'],
    ['too large', ' '.repeat(MAX_BYTES + 1), '', null, '8 MiB'],
  ])('refuses %s with path, line and sentence', (_, text, path, line, sentence) => {
    const { refusals } = loadRuleSet(text)
    expect(refusals?.[0]?.sentence).toContain(sentence)
    if (path !== null) expect(refusals?.[0]?.path).toBe(path)
    if (line !== null) expect(refusals?.[0]?.line).toBe(line)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('names the line of a fault deep inside', () => {
    const text = pretty.replace('"term": "拔款"', '"term": "拔"')
    const [refusal] = loadRuleSet(text).refusals ?? []
    const line = text.slice(0, text.indexOf('"term": "拔"')).split('\n').length
    expect(refusal).toMatchObject({ line, path: expect.stringMatching(/^terms\[0\]\.terms\[\d+\]\.term$/) })
  })
})

describe('JSON from outside', () => {
  it('agrees with JSON.parse wherever it accepts', () => {
    const safe = fc.json().filter((text) => !/__proto__|constructor|prototype|"":/.test(text))
    fc.assert(
      fc.property(safe, (text) => {
        expect(parseJson(text)).toEqual(JSON.parse(text))
      }),
    )
  })

  it('refuses whatever JSON.parse refuses', () => {
    const soup = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', '"', ':', ',', '1', '-', '.', 'e', '\\', 'u', 'null', ' ', 'a'),
      maxLength: 20,
    })
    fc.assert(
      fc.property(soup, (text) => {
        const result = (parse: (text: string) => unknown) => {
          try {
            return { value: parse(text) }
          } catch {
            return null
          }
        }
        const [ours, theirs] = [result(parseJson), result(JSON.parse)]
        if (theirs === null) expect(ours).toBeNull()
        else if (ours !== null) expect(ours).toEqual(theirs)
      }),
      { numRuns: 3000 },
    )
  })

  it('finds the line of a path', () => {
    expect(lineOf('{\n"a": [\n1,\n{"b": 2}]}', 'a[1].b')).toBe(4)
    expect(lineOf('{}', 'nowhere')).toBe(1)
  })
})
