import type { Level } from '../level-form.ts'

/**
 * How the terms lie in memory. Every term hangs on its *anchor*: the pair of neighbouring units in it that official prose shows most
 * rarely behind the unit before it. A text is read pair by pair, and almost every pair is turned away by the filter, with one load.
 *
 *     text  … 严 禁 倒 卖 学 籍 …          each unit has a hash of 16 bits
 *               │  └─┬─┘
 *               │    │
 *     filter    │   1 word per slot, slot = hash(倒) × 4 xor hash(卖)
 *               └── 1 bit of it, bit = hash(禁) mod 32 ─────────── 0: next pair
 *                    │ 1       (a term of two units has its whole word set)
 *     buckets    [signatures, front] per bucket, bucket = top bits of (hash(倒) << 16 | hash(卖)) × golden ratio
 *               └── 1 bit of the signatures, bit = signature(禁) ── 0: next pair
 *                    │ 1
 *               front: where the bucket's records begin
 *     records    [anchor << 8 | length, index, index >> 16, units …] one after another, the bucket's last with LAST in its third
 *                word; compared unit by unit
 *
 * Lists of numbers have no rare pair: thousands of terms would hang on one anchor. Where more than `CROWDED` do, they go into the
 * trie, and their bucket holds one record for their first pair, `[2, root, root >> 16 | TO_TRIE, first, second]`.
 *
 *     nodes      [parent + 1, unit | LEAF | ENDS | next << 18] × slots; a node is its slot in a hash table over (parent, unit); roots
 *                lie behind it
 *     ranges     [from, to] × slots
 *                 inner node: sorted[from, to) are the terms that end here; ENDS = there are some
 *                 leaf:       sorted[from, to) are equal terms; ENDS = they end here; else the rest of their units is compared, if the
 *                             first of it has `next` as its low 14 bits: what fails does not touch the tables below
 *     sorted     indexes of the crowded terms, in the order of their units
 *     starts     where the units of sorted[i] begin in `units`; one more at the end
 *     units      the units of the crowded terms
 */
export interface CompiledTerms {
  readonly level: Level
  /** How many terms were given; hits name them by their place in that list. */
  readonly count: number
  /** Units of the longest term. */
  readonly longest: number
  /** Indexes of terms that are never found: blank, of one character, over 255 units, or with a stop or line end inside. Ascending. */
  readonly leftOut: Int32Array
  readonly filter: Int32Array
  readonly buckets: Int32Array
  readonly records: Uint16Array
  readonly nodes: Int32Array
  readonly ranges: Int32Array
  readonly sorted: Int32Array
  readonly starts: Int32Array
  readonly units: Uint16Array
}

/** As many terms as one matcher takes. */
export const MOST_TERMS = 500_000
export const CROWDED = 16
export const TO_TRIE = 0x8000
export const LAST = 0x4000
export const LEAF = 0x10000
export const ENDS = 0x20000
export const NEXT = 18
export const GOLDEN = 0x9e3779b1

/** Shift that leaves the top bits which number the `size` (a power of two) slots. */
export function shiftFor(size: number): number {
  return 1 + Math.clz32(size)
}

/** Word of the filter for a pair, from the hashes of its units; `mask` is the filter's length less one, of 18 bits at most. */
export function filterWord(first: number, second: number, mask: number): number {
  return ((first << 2) ^ second) & mask
}

/** Bucket of a pair, from the hashes of its units, one over the other; `shift` is that of their number. */
export function bucketOfKey(key: number, shift: number): number {
  return Math.imul(key, GOLDEN) >>> shift
}

/** What `bucketOf` shifts by. */
export function bucketShift({ buckets }: Pick<CompiledTerms, 'buckets'>): number {
  return shiftFor(buckets.length >> 1)
}

/** 5-bit signature of a unit, from its hash; other bits than those that the filter looks at. */
export function signature(hash: number): number {
  return (hash >>> 5) & 31
}

/** Slot at which the search for the child of `parent` by `unit` begins; `shift` is that of the table's size. */
export function childSlot(parent: number, unit: number, shift: number): number {
  return Math.imul(parent ^ (unit << 15), GOLDEN) >>> shift
}

/** Slots of the hash table in `nodes`: all but the roots, which lie behind it. A power of two, or 0 with no trie. */
export function tableSize(nodes: Int32Array): number {
  return nodes.length === 0 ? 0 : 1 << (31 - Math.clz32(nodes.length >> 1))
}
