import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileTerms, decodeTerms, encodeTerms, MOST_TERMS, scanTerms, serialiseTerms } from '../matcher.ts'
import type { CompiledTerms } from './layout.ts'
import { UnreadableWire, WireReader, WireWriter } from './wire-bytes.ts'

const levels = ['exact', 'plain', 'loose'] as const

// Few letters share beginnings; the rest folds to nothing, to more than one, to another unit, or is half a character.
const letter = fc.constantFrom(
  ...'内部资料12ab',
  'Ａ',
  '發',
  '⑩',
  'ﬃ',
  '\u200B',
  '\u0301',
  '𠮷',
  '\uD840',
  '\0',
  '。',
  ' ',
)
const word = fc.array(letter, { maxLength: 9 }).map((all) => all.join(''))
const lists = fc.array(word, { maxLength: 80 })
const anyList = fc.array(fc.string({ unit: 'binary', maxLength: 6 }))

function hits(compiled: CompiledTerms, text: string): string[] {
  const found: string[] = []
  scanTerms(compiled, text, (start, end, term) => found.push(`${start}-${end} ${term}`))
  return found
}

describe('a list over the wire', () => {
  it('is the list that was sent, in its order, and compiled as compileTerms compiles it', () => {
    fc.assert(
      fc.property(fc.oneof(lists, anyList), fc.constantFrom(...levels), fc.boolean(), (terms, level, sort) => {
        const sent = sort ? terms.toSorted() : terms
        expect(decodeTerms(encodeTerms(sent, { level }))).toEqual({
          terms: sent,
          compiled: compileTerms(sent, { level }),
        })
      }),
      { numRuns: 600 },
    )
  })

  it('finds the same in any text, by the same indexes', () => {
    fc.assert(
      fc.property(lists, word, fc.array(word, { maxLength: 40 }), (terms, start, words) => {
        const text = [start, ...terms.slice(0, 20), ...words].join('')
        expect(hits(decodeTerms(encodeTerms(terms)).compiled, text)).toEqual(hits(compileTerms(terms), text))
      }),
      { numRuns: 300 },
    )
  })

  it('with crowded anchors, equal terms, long terms and numbers over 16 bits', () => {
    const numbers = Array.from({ length: 70_000 }, (_, index) => `泉教办〔2018〕${(index * 7919) % 70_000}号`)
    const terms = [...numbers, '政策解读', '政策解读', '长'.repeat(255), '长'.repeat(9000), '']
    const received = decodeTerms(encodeTerms(terms))
    expect(received.terms.join('\n') === terms.join('\n')).toBe(true)
    expect(hits(received.compiled, '见泉教办〔2018〕69999号的政策解读').map((hit) => hit.split(' ')[1])).toHaveLength(3)
    // Tables of this size are slow to compare item by item.
    const same = (one: Uint8Array, other: Uint8Array) =>
      one.length === other.length && one.every((byte, at) => byte === other[at])
    expect(same(serialiseTerms(received.compiled), serialiseTerms(compileTerms(terms)))).toBe(true)
  })

  it('is the same bytes each time, and shorter by its order when it is sorted', () => {
    const terms = ['秘密', '机密', '绝密文件', '机密文件']
    expect(encodeTerms(terms)).toEqual(encodeTerms([...terms]))
    expect(encodeTerms(terms).length - encodeTerms(terms.toSorted()).length).toBe(3 * terms.length)
  })

  it('may stand anywhere in a larger buffer', () => {
    const bytes = encodeTerms(['秘密', '机密'])
    const larger = new Uint8Array(bytes.length + 3)
    larger.set(bytes, 3)
    expect(decodeTerms(larger.subarray(3)).terms).toEqual(['秘密', '机密'])
  })
})

describe('what is refused', () => {
  const bytes = encodeTerms(['秘密', '机密', '绝密文件', '绝密电报', '12', '秘密文件'])

  it('any byte changed', () => {
    for (let at = 0; at < bytes.length; at += 1)
      for (let bit = 0; bit < 8; bit += 1) {
        const changed = bytes.slice()
        changed[at]! ^= 1 << bit
        expect(() => decodeTerms(changed), `byte ${at}, bit ${bit}`).toThrow(UnreadableWire)
      }
  })

  it('bytes cut off anywhere, added, or none at all', () => {
    for (let end = 0; end < bytes.length; end += 1)
      expect(() => decodeTerms(bytes.subarray(0, end)), `cut at ${end}`).toThrow('已损坏')
    expect(() => decodeTerms(new Uint8Array([...bytes, 0]))).toThrow('已损坏')
  })

  it('a later version, with a sentence that says so', () => {
    const later = bytes.slice()
    later[4] = 2
    expect(() => decodeTerms(later)).toThrow('第 2 版')
  })

  it('numbers that contradict each other under a checksum that is right', () => {
    // level, terms, letters, units, order, alphabet, shared, lengths, anchors, suffixes.
    const written = (...numbers: number[]) => {
      const writer = new WireWriter()
      for (const number of numbers) writer.number(number)
      return writer.finish(1)
    }
    expect(decodeTerms(written(1, 1, 2, 2, 0, 0x79d8, 0x5bc6, 0, 2, 0, 0, 1)).terms).toEqual(['秘密'])
    const faults = {
      'no such level': written(3, 1, 2, 2, 0, 0x79d8, 0x5bc6, 0, 2, 0, 0, 1),
      'more terms than a matcher takes': written(1, MOST_TERMS + 1, 0, 0, 0),
      'more terms than bytes': written(1, MOST_TERMS, 0, 0, 0),
      'a letter over 16 bits': written(1, 1, 2, 2, 0, 0x179d8, 0x5bc6, 0, 2, 0, 0, 1),
      'more shared than there is': written(1, 1, 2, 2, 0, 0x79d8, 0x5bc6, 1, 2, 0, 0, 1),
      'a letter that is not in the alphabet': written(1, 1, 2, 2, 0, 0x79d8, 0x5bc6, 0, 2, 0, 0, 2),
      'fewer units than the lengths say': written(1, 1, 2, 2, 0, 0x79d8, 0x5bc6, 0, 3, 0, 0, 1),
      'more units than the lengths say': written(1, 1, 2, 2, 0, 0x79d8, 0x5bc6, 0, 1, 0, 0, 1),
      'one place twice': written(1, 2, 1, 2, 1, 0x79d8, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
      'a place outside the list': written(1, 1, 2, 2, 1, 0x79d8, 0x5bc6, 0, 2, 0, 0, 1, 1, 0, 0),
      'a number without an end': written(1, 1, 2, 2, 0, 0x79d8, 0x5bc6, 0, 0xfffffff),
      'a few bytes that would be gigabytes': written(
        ...[1, 300, 1, 120_000, 0, 65],
        ...Array.from({ length: 300 }, (_, term) => (term === 0 ? 0 : 120_000)),
        ...Array.from({ length: 300 }, (_, term) => (term === 0 ? 120_000 : 0)),
        ...new Array<number>(300 + 120_000).fill(0),
      ),
    }
    for (const [fault, bytes] of Object.entries(faults))
      expect(() => decodeTerms(bytes), fault).toThrow(
        new UnreadableWire('收到的词表已损坏，不能使用，原有词表不变。请重新获取。'),
      )
  })

  it('more terms than a matcher takes, when they are sent', () => {
    expect(() => encodeTerms(new Array<string>(MOST_TERMS + 1).fill('秘密'))).toThrow('超过上限')
    expect(() => encodeTerms(new Array<string>(600).fill('长'.repeat(60_000)))).toThrow('超过上限')
  })
})

it('an anchor that another normaliser chose is slow at worst: every hit is found', () => {
  const terms = ['绝密文件', '机密', '秘密电报']
  // The anchors stand behind the sizes, the alphabet, and two numbers a term.
  const bytes = encodeTerms(terms.toSorted())
  const reader = new WireReader(bytes, 1)
  const [, count, letters, units] = reader.numbers(5, 1 << 20)
  reader.numbers(letters!, 1 << 16)
  reader.numbers(2 * count!, 1 << 16)
  for (const anchor of [0, 1, 2, 77, 255]) {
    const writer = new WireWriter()
    const again = new WireReader(bytes, 1)
    for (const number of again.numbers(5 + letters! + 2 * count!, 1 << 20)) writer.number(number)
    again.bytes(count!)
    writer.bytes(new Uint8Array(count!).fill(anchor))
    for (const number of again.numbers(units!, 1 << 16)) writer.number(number)
    expect(hits(decodeTerms(writer.finish(1)).compiled, '机密文件、绝密文件和秘密电报')).toHaveLength(3)
  }
})
