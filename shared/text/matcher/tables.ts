import type { Level } from '../level-form.ts'
import type { CompiledTerms } from './layout.ts'

/**
 * The tables as bytes, for a local cache: 16 header words, then the sections one after another, each padded to whole words.
 *
 *     word   0      1        2         3      4      5        6 … 14
 *            MAGIC  version  checksum  level  count  longest  length of each section, in its own items
 */
const MAGIC = 0x4d58544d
const VERSION = 4
const HEADER = 16
const LEVELS: readonly Level[] = ['exact', 'plain', 'loose']
const SECTIONS = ['leftOut', 'filter', 'buckets', 'nodes', 'ranges', 'sorted', 'starts', 'records', 'units'] as const

/** Thrown for bytes that are not a table this version wrote. The list itself is not lost: compile it again. */
export class UnreadableTable extends Error {
  override name = 'UnreadableTable'
}

/** The compiled tables as bytes for a cache on this machine; same terms, same bytes. */
export function serialiseTerms(terms: CompiledTerms): Uint8Array {
  const sizes = SECTIONS.map((name) => Math.ceil(terms[name].byteLength / 4))
  const words = new Int32Array(HEADER + sizes.reduce((sum, size) => sum + size, 0))
  words.set([
    MAGIC,
    VERSION,
    0,
    LEVELS.indexOf(terms.level),
    terms.count,
    terms.longest,
    ...SECTIONS.map((name) => terms[name].length),
  ])
  let at = HEADER
  for (const [index, name] of SECTIONS.entries()) {
    const section = terms[name]
    if (section instanceof Int32Array) words.set(section, at)
    else new Uint16Array(words.buffer, 4 * at, section.length).set(section)
    at += sizes[index]!
  }
  words[2] = checksum(words)
  return new Uint8Array(words.buffer)
}

/** Reads what `serialiseTerms` wrote. Throws `UnreadableTable` for a later version and for damage: no single changed byte gets through. */
export function loadTerms(bytes: Uint8Array): CompiledTerms {
  if (bytes.length < 4 * HEADER || bytes.length % 4 !== 0) throw damaged()
  const words = new Int32Array(bytes.slice().buffer)
  if (words[0] !== MAGIC) throw damaged()
  if (words[1] !== VERSION)
    throw new UnreadableTable(
      `词表缓存是第 ${words[1]} 版，本程序只认识第 ${VERSION} 版。请更新程序，或从词表重新生成缓存。`,
    )
  if (words[2] !== checksum(words)) throw damaged()
  const lengths = SECTIONS.map((_, index) => words[6 + index]!)
  let at = HEADER
  const section = <T>(index: number, unit: number, make: (offset: number, length: number) => T): T => {
    const offset = 4 * at
    const length = lengths[index]!
    at += Math.ceil((unit * length) / 4)
    if (length < 0 || at > words.length) throw damaged()
    return make(offset, length)
  }
  const wide = (index: number) => section(index, 4, (offset, length) => new Int32Array(words.buffer, offset, length))
  const narrow = (index: number) => section(index, 2, (offset, length) => new Uint16Array(words.buffer, offset, length))
  const level = LEVELS[words[3]!]
  if (level === undefined) throw damaged()
  const [leftOut, filter, buckets] = [wide(0), wide(1), wide(2)]
  const [nodes, ranges, sorted, starts] = [wide(3), wide(4), wide(5), wide(6)]
  const [records, units] = [narrow(7), narrow(8)]
  return {
    level,
    count: words[4]!,
    longest: words[5]!,
    leftOut,
    filter,
    buckets,
    records,
    nodes,
    ranges,
    sorted,
    starts,
    units,
  }
}

function damaged(): UnreadableTable {
  return new UnreadableTable('词表缓存已损坏，不能使用。请从词表重新生成缓存；词表本身没有丢失。')
}

/** Every step is one to one in the sum and in the word, so one changed word always changes it. Against damage, not against a forger. */
function checksum(words: Int32Array): number {
  let sum = 0x811c9dc5 | 0
  for (let at = 0; at < words.length; at += 1) {
    if (at === 2) continue
    sum = Math.imul(sum ^ words[at]!, 0x01000193)
    sum ^= sum >>> 15
  }
  return sum | 0
}
