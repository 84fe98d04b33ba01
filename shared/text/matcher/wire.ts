import { fromUnits } from '../fold-buffer.ts'
import type { Level } from '../level-form.ts'
import { chooseAnchors } from './anchors.ts'
import { buildTables } from './build.ts'
import { type CompiledTerms, MOST_TERMS } from './layout.ts'
import { poolOf } from './pool.ts'
import { damagedWire, WireReader, WireWriter } from './wire-bytes.ts'

/**
 * A list as it travels: sorted by code units, each term without what it has in common with the one before it, and with the place of
 * its anchor, so that who receives it needs no frequencies. Like stands beside like, for the compression on the way:
 *
 *     sizes       level; terms; units in the alphabet; units in all suffixes; 1 where the list has an order of its own
 *     alphabet    the units of the suffixes, the most frequent first
 *     shared      for each term in sorted order: how many units it begins with like the one before it
 *     lengths     … how many follow, its suffix
 *     anchors     … where its anchor is in its normalised form, a byte
 *     suffixes    the units of all suffixes, as numbers in the alphabet
 *     order       … its place in the list as it was given, in three planes of a byte; not there for a sorted list
 *
 * An order of one's own is dear: it makes 100,000 terms half as large again. Who can choose sends a sorted list.
 */
const VERSION = 1
const LEVELS: readonly Level[] = ['exact', 'plain', 'loose']
/** Units of all terms together: what a small hostile file may make of itself. */
const MOST_UNITS = 1 << 25

/** A list that came over the wire. */
export interface ReceivedTerms {
  /** As they were given to `encodeTerms`, in that order. */
  readonly terms: readonly string[]
  /** The same that `compileTerms` makes of them. */
  readonly compiled: CompiledTerms
}

/** The list as bytes to be compressed and sent; same list, same bytes. Throws a RangeError for more than a matcher takes. */
export function encodeTerms(terms: readonly string[], options: { level?: Level } = {}): Uint8Array {
  const level = options.level ?? 'plain'
  if (terms.length > MOST_TERMS || terms.reduce((sum, term) => sum + term.length, 0) >= MOST_UNITS)
    throw new RangeError(`词表有 ${terms.length} 条，条数或总字数超过上限。请拆成几个词表，或删去不再使用的词。`)
  const order = sortedOrder(terms)
  const sorted = order.map((place) => terms[place]!)
  const shared = sorted.map((term, place) => sharedLength(term, sorted[place - 1] ?? ''))
  const suffixes = sorted.map((term, place) => term.slice(shared[place])).join('')
  const alphabet = alphabetOf(suffixes)
  const numbers = new Uint16Array(0x10000)
  for (const [number, unit] of alphabet.entries()) numbers[unit] = number
  const isSorted = order.every((place, at) => place === at)

  const writer = new WireWriter()
  for (const size of [LEVELS.indexOf(level), terms.length, alphabet.length, suffixes.length, isSorted ? 0 : 1])
    writer.number(size)
  for (const unit of alphabet) writer.number(unit)
  for (const length of shared) writer.number(length)
  for (const [place, term] of sorted.entries()) writer.number(term.length - shared[place]!)
  writer.bytes(chooseAnchors(poolOf(sorted, level)))
  for (let at = 0; at < suffixes.length; at += 1) writer.number(numbers[suffixes.charCodeAt(at)]!)
  if (!isSorted) for (const shift of [0, 8, 16]) writer.bytes(Uint8Array.from(order, (place) => place >>> shift))
  return writer.finish(VERSION)
}

/** Reads what `encodeTerms` wrote. Throws `UnreadableWire` for a later version and for damage: no single changed byte gets through. */
export function decodeTerms(bytes: Uint8Array): ReceivedTerms {
  const reader = new WireReader(bytes, VERSION)
  const level = LEVELS[reader.below(LEVELS.length)]!
  const count = reader.below(MOST_TERMS + 1)
  const letters = reader.below(0x10001)
  const suffixUnits = reader.below(MOST_UNITS)
  const hasOrder = reader.below(2) === 1
  const alphabet = reader.numbers(letters, 0x10000)
  const shared = reader.numbers(count, MOST_UNITS)
  const lengths = reader.numbers(count, MOST_UNITS)
  const anchors = reader.bytes(count)
  const suffixes = reader.numbers(suffixUnits, letters)
  const order = hasOrder ? placesOf([reader.bytes(count), reader.bytes(count), reader.bytes(count)]) : null
  reader.end()
  const sorted = unfolded(shared, lengths, suffixes, alphabet)
  if (order === null) return { terms: sorted, compiled: compileWith(sorted, anchors, level) }
  const terms = new Array<string>(count)
  const own = new Uint8Array(count)
  for (let at = 0; at < count; at += 1) {
    terms[order[at]!] = sorted[at]!
    own[order[at]!] = anchors[at]!
  }
  return { terms, compiled: compileWith(terms, own, level) }
}

/** Anchors only say where to look: a normaliser that has changed since they were chosen makes them slow ones, not wrong ones. */
function compileWith(terms: readonly string[], anchors: Uint8Array, level: Level): CompiledTerms {
  const pool = poolOf(terms, level)
  const fitting = anchors.map((anchor, term) => {
    const length = pool.starts[term + 1]! - pool.starts[term]!
    return length < 3 ? 0 : Math.min(Math.max(1, anchor), length - 2)
  })
  return buildTables(pool, fitting, level)
}

/** Places of the terms by their code units; equal terms as they stand. */
function sortedOrder(terms: readonly string[]): number[] {
  const order = Array.from(terms, (_, place) => place)
  return order.sort((one, other) => {
    const [a, b] = [terms[one]!, terms[other]!]
    return a < b ? -1 : a > b ? 1 : one - other
  })
}

function sharedLength(a: string, b: string): number {
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  return at
}

function alphabetOf(text: string): number[] {
  const counts = new Map<number, number>()
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  return [...counts].sort(([a, often], [b, rarely]) => rarely - often || a - b).map(([unit]) => unit)
}

/** The places, each once: another list of as many bytes is damage. */
function placesOf([low, middle, high]: readonly [Uint8Array, Uint8Array, Uint8Array]): Int32Array {
  const places = Int32Array.from(low, (byte, at) => byte | (middle[at]! << 8) | (high[at]! << 16))
  const isTaken = new Uint8Array(places.length)
  for (const place of places) {
    if (place >= places.length || isTaken[place] === 1) throw damagedWire()
    isTaken[place] = 1
  }
  return places
}

/** The terms in full. They are cut from one text: making a string of each one's units would take longer than all the rest. */
function unfolded(shared: Int32Array, lengths: Int32Array, suffixes: Int32Array, alphabet: Int32Array): string[] {
  const ends = new Int32Array(shared.length)
  let total = 0
  for (let term = 0; term < ends.length; term += 1) {
    const before = term === 0 ? 0 : shared[term - 1]! + lengths[term - 1]!
    total += shared[term]! + lengths[term]!
    if (shared[term]! > before || total >= MOST_UNITS) throw damagedWire()
    ends[term] = total
  }
  const units = new Uint16Array(total)
  let from = 0
  let start = 0
  let before = 0
  for (let term = 0; term < ends.length; term += 1) {
    const end = ends[term]!
    const own = start + shared[term]!
    if (end - own > suffixes.length - from) throw damagedWire()
    for (let at = start; at < own; at += 1) units[at] = units[before + at - start]!
    for (let at = own; at < end; at += 1) units[at] = alphabet[suffixes[from + at - own]!]!
    from += end - own
    before = start
    start = end
  }
  if (from !== suffixes.length) throw damagedWire()
  const text = fromUnits(units, 0, total)
  const terms = new Array<string>(ends.length)
  for (let term = 0; term < ends.length; term += 1) terms[term] = text.slice(ends[term - 1] ?? 0, ends[term])
  return terms
}
