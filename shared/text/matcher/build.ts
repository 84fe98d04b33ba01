import type { Level } from '../level-form.ts'
import { unitHash } from '../simple-units.ts'
import { bucketOfKey, type CompiledTerms, CROWDED, filterWord, LAST, shiftFor, signature, TO_TRIE } from './layout.ts'
import type { Pool } from './pool.ts'
import { buildTrie, type Root } from './trie.ts'

/** In place of a hash: whatever unit stands there. */
const ANYTHING = -1

/** Lays out the tables that `layout.ts` draws. Linear, but for the sorting of crowded terms. */
export function buildTables(pool: Pool, anchors: Uint8Array, level: Level): CompiledTerms {
  const count = anchors.length
  const keys = keysOf(pool, anchors)
  const hung = hang(pool, keys, powerAtLeast(0.7 * count, 8, 20))
  const crowded = withSameStart(pool, crowdedTerms(keys, hung))
  const { roots, ...trie } = buildTrie(pool, crowded)
  const filter = new Int32Array(filterSize(pool))
  const hashed = writeBuckets(pool, anchors, keys, hung, new Set(crowded), roots, filter)
  const { leftOut, longest } = pool
  return { level, count, longest, leftOut, filter, ...hashed, ...trie }
}

/** Terms in the order of their buckets: those of bucket `b` are `order[fronts[b], fronts[b + 1])`. */
interface Hung {
  readonly order: Int32Array
  readonly fronts: Int32Array
}

function powerAtLeast(number: number, least: number, most: number): number {
  let power = least
  while (power < most && 1 << power < number) power += 1
  return 1 << power
}

/** Words of the filter. A term of two units fills a whole one; other terms take a bit. Up to 2^17 words stay in a core's cache beside all else. */
function filterSize({ starts }: Pool): number {
  const count = starts.length - 1
  let full = 0
  for (let term = 0; term < count; term += 1) if (starts[term + 1]! - starts[term]! === 2) full += 1
  return powerAtLeast(
    Math.max(count <= 4_000 ? 8 * count : count <= 20_000 ? 4 * count : count, 12 * full),
    7,
    full > 10_000 ? 18 : 17,
  )
}

/** The hashes of each term's anchor pair, in one word; 0 for a term that is left out. */
function keysOf({ units, starts }: Pool, anchors: Uint8Array): Int32Array {
  const keys = new Int32Array(anchors.length)
  for (let term = 0; term < keys.length; term += 1) {
    const start = starts[term]!
    if (starts[term + 1] === start) continue
    const at = start + anchors[term]!
    keys[term] = keyOf(units[at]!, units[at + 1]!)
  }
  return keys
}

function keyOf(first: number, second: number): number {
  return (unitHash(first) << 16) | unitHash(second)
}

function hang({ starts }: Pool, keys: Int32Array, size: number): Hung {
  const shift = shiftFor(size)
  const fronts = new Int32Array(size + 1)
  const isUsed = (term: number) => starts[term + 1] !== starts[term]
  for (let term = 0; term < keys.length; term += 1) if (isUsed(term)) fronts[bucketOfKey(keys[term]!, shift) + 1]! += 1
  for (let bucket = 0; bucket < size; bucket += 1) fronts[bucket + 1]! += fronts[bucket]!
  const order = new Int32Array(fronts[size]!)
  const next = fronts.slice()
  for (let term = 0; term < keys.length; term += 1) {
    if (!isUsed(term)) continue
    const bucket = bucketOfKey(keys[term]!, shift)
    order[next[bucket]!] = term
    next[bucket]! += 1
  }
  return { order, fronts }
}

/** Terms that share their anchor with more than `CROWDED` in all. */
function crowdedTerms(keys: Int32Array, { order, fronts }: Hung): number[] {
  const crowded: number[] = []
  for (let bucket = 0; bucket + 1 < fronts.length; bucket += 1) {
    const from = fronts[bucket]!
    const to = fronts[bucket + 1]!
    if (to - from <= CROWDED) continue
    const byKey = grouped(order.subarray(from, to), (term) => keys[term]!)
    for (const terms of byKey.values()) if (terms.length > CROWDED) for (const term of terms) crowded.push(term)
  }
  return crowded
}

/** The crowded terms, and all that begin with the same pairs: there the trie is entered anyway, and their own anchors are one place less to look at. */
function withSameStart({ units, starts }: Pool, crowded: readonly number[]): readonly number[] {
  if (crowded.length === 0) return crowded
  const startOf = (term: number) => (units[starts[term]!]! << 16) | units[starts[term]! + 1]!
  const entered = new Set(crowded.map(startOf))
  const all: number[] = []
  for (let term = 0; term + 1 < starts.length; term += 1)
    if (starts[term] !== starts[term + 1] && entered.has(startOf(term))) all.push(term)
  return all
}

function writeBuckets(
  { units, starts }: Pool,
  anchors: Uint8Array,
  keys: Int32Array,
  { order, fronts }: Hung,
  crowded: ReadonlySet<number>,
  roots: readonly Root[],
  filter: Int32Array,
) {
  const size = fronts.length - 1
  const shift = shiftFor(size)
  const buckets = new Int32Array(2 * size)
  const rootsOf = grouped(roots, ({ pair }) => bucketOfKey(keyOf(pair >>> 16, pair & 0xffff), shift))
  const records = new Uint16Array(units.length + 3 * order.length + 5 * roots.length)
  let end = 0
  for (let bucket = 0; bucket < size; bucket += 1) {
    let signatures = 0
    let last = -1
    buckets[2 * bucket + 1] = end
    for (let place = fronts[bucket]!; place < fronts[bucket + 1]!; place += 1) {
      const term = order[place]!
      if (crowded.size > 0 && crowded.has(term)) continue
      const start = starts[term]!
      const length = starts[term + 1]! - start
      const anchor = anchors[term]!
      last = end
      records[end] = (anchor << 8) | length
      records[end + 1] = term
      records[end + 2] = term >>> 16
      for (let at = 0; at < length; at += 1) records[end + 3 + at] = units[start + at]!
      end += 3 + length
      const before = anchor > 0 ? unitHash(units[start + anchor - 1]!) : ANYTHING
      signatures |= before === ANYTHING ? -1 : 1 << signature(before)
      admit(filter, keys[term]!, before)
    }
    const entered = roots.length > 0 ? rootsOf.get(bucket) : undefined
    if (entered !== undefined)
      for (const { pair, slot } of entered) {
        last = end
        records.set([2, slot, (slot >>> 16) | TO_TRIE, pair >>> 16, pair], end)
        end += 5
        signatures = -1
        admit(filter, keyOf(pair >>> 16, pair & 0xffff), ANYTHING)
      }
    buckets[2 * bucket] = signatures
    if (last >= 0) records[last + 2]! |= LAST
  }
  return { buckets, records: end === records.length ? records : records.slice(0, end) }
}

/** Sets the filter's bit for a pair behind the unit with the hash `before`; behind any unit for `ANYTHING`. */
function admit(filter: Int32Array, key: number, before: number): void {
  const word = filterWord(key >>> 16, key & 0xffff, filter.length - 1)
  filter[word]! |= before === ANYTHING ? -1 : 1 << before
}

/** `Map.groupBy` for browsers before Chromium 117. */
function grouped<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
