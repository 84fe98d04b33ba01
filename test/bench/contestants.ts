import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { AhoCorasick as Monyone } from '@monyone/aho-corasick/fast'
import FastScanner from 'fastscan'
import { Mint } from 'mint-filter'
import ModernFast from 'modern-ahocorasick/fast'
import { fold } from '../../shared/text/fold.ts'
import { CHARACTERS, PAIRS } from '../../shared/text/frequency-table.ts'
import { compileTerms, scanTerms } from '../../shared/text/matcher.ts'
import { buildDoubleArray, scanDoubleArray } from './double-array.ts'

/** A matcher in the bench. `build` returns a scan that gives the number of matches. */
export interface Contestant {
  readonly name: string
  readonly kind: 'ours' | 'npm' | 'other'
  /** Longest list it is asked to build; above, its row says so. */
  readonly most: number
  readonly build: (terms: readonly string[]) => (text: string) => number
  /** Where it is known to count otherwise, and why. */
  readonly differs?: string
}

export const ours: Contestant = {
  name: 'menxia (plain)',
  kind: 'ours',
  most: 500_000,
  build: (terms) => {
    const compiled = compileTerms(terms)
    return (text) => {
      let count = 0
      scanTerms(compiled, text, () => {
        count += 1
      })
      return count
    }
  },
}

export const doubleArray: Contestant = {
  name: 'double-array trie',
  kind: 'other',
  most: 500_000,
  build: (terms) => {
    const compiled = buildDoubleArray(terms)
    return (text) => {
      let count = 0
      scanDoubleArray(compiled, text, () => {
        count += 1
      })
      return count
    }
  },
}

export const peers: readonly Contestant[] = [
  {
    name: '@monyone/aho-corasick/fast',
    kind: 'npm',
    most: 500_000,
    build: (terms) => {
      const compiled = new Monyone([...terms])
      return (text) => compiled.matchInText(text).length
    },
  },
  {
    name: 'modern-ahocorasick/fast',
    kind: 'npm',
    most: 500_000,
    build: (terms) => {
      const compiled = new ModernFast([...terms])
      return (text) => compiled.count(text)
    },
  },
  {
    name: 'fastscan',
    kind: 'npm',
    most: 500_000,
    build: (terms) => {
      const compiled = new FastScanner([...terms])
      return (text) => compiled.search(text).length
    },
  },
  {
    name: 'mint-filter',
    kind: 'npm',
    most: 500_000,
    differs: 'reports one term where several overlap',
    build: (terms) => {
      const compiled = new Mint([...terms])
      return (text) => compiled.filter(text, { replace: false }).words.length
    },
  },
  {
    name: 'one RegExp alternation',
    kind: 'other',
    most: 1_000,
    differs: 'finds no overlapping matches',
    build: (terms) => {
      const escaped = terms.map((term) => term.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      const pattern = new RegExp(escaped.join('|'), 'g')
      return (text) => text.match(pattern)?.length ?? 0
    },
  },
]

/** The dense prototype of the design, comparing raw units and folding; none where it is not beside the checkout. */
export async function prototypes(): Promise<readonly Contestant[]> {
  const file = new URL('../../../shared/design/prototypes/rare-bigram.mjs', import.meta.url)
  if (!existsSync(fileURLToPath(file))) return []
  const { buildRare, scanRareAuto, scanRareFold, Out } = await import(file.href)
  const characters = new Float32Array(0x10000).fill(2 ** -23)
  for (const [power, all] of CHARACTERS) for (const one of all) characters[one.charCodeAt(0)] = 2 ** -power
  const pairs = new Map<number, number>()
  for (const [power, groups] of PAIRS)
    for (const group of groups.split(' '))
      for (const second of group.slice(1)) pairs.set(group.charCodeAt(0) * 65536 + second.charCodeAt(0), 2 ** -power)
  const model = { cf: characters, bg: pairs }
  const out = new Out()
  const table = new Uint16Array(0x10000)
  for (let unit = 0; unit < table.length; unit += 1) {
    const form = unit >= 0xd800 && unit <= 0xdfff ? '' : fold(String.fromCharCode(unit))
    table[unit] = form.length === 1 ? form.charCodeAt(0) : unit
  }
  return [
    {
      name: 'dense prototype, folding',
      kind: 'other',
      most: 500_000,
      build: (terms) => {
        const compiled = buildRare(terms, model, table)
        return (text) => scanRareFold(compiled, text, out).n / 3
      },
    },
    {
      name: 'dense prototype, raw units',
      kind: 'other',
      most: 500_000,
      build: (terms) => {
        const compiled = buildRare(terms, model)
        return (text) => scanRareAuto(compiled, text, out).n / 3
      },
    },
  ]
}
