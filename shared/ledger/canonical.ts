import { utf8ToBytes } from '@noble/hashes/utils.js'

/** Deepest nesting that is accepted; a ledger value has three levels. */
const MAX_DEPTH = 32
/** Items of an array that are joined at once. */
const PIECE = 1000

/** A value that has no canonical form: a lone surrogate, a number that JSON cannot say, a key given twice, too deep. */
export class NotCanonical extends Error {
  override name = 'NotCanonical'
}

/**
 * The one byte string that stands for a JSON value: every string and key in NFC, then RFC 8785 (JCS), then UTF-8.
 * Equal values give equal bytes in every runtime. Throws {@link NotCanonical}; never drops or repairs anything.
 */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8ToBytes(canonicalText(value))
}

/** {@link canonicalBytes} as text. Made in flat pieces: a rule set of 200,000 terms must not take ten times its size of a Worker's memory. */
export function canonicalText(value: unknown): string {
  return write(value, 0)
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new NotCanonical(`nested deeper than ${MAX_DEPTH}`)
  if (value === null || typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return JSON.stringify(text(value))
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotCanonical('a number that JSON cannot say')
    // ECMAScript's own form of numbers and strings is the one that RFC 8785 names.
    return JSON.stringify(value)
  }
  if (Array.isArray(value)) return `[${items(value, depth)}]`
  if (typeof value === 'object') return `{${members(value, depth)}}`
  throw new NotCanonical(`a ${typeof value} is not JSON`)
}

function items(all: readonly unknown[], depth: number): string {
  const pieces: string[] = []
  for (let at = 0; at < all.length; at += PIECE)
    pieces.push(Array.from(all.slice(at, at + PIECE), (item) => write(item, depth + 1)).join(','))
  return pieces.join(',')
}

function members(value: object, depth: number): string {
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw new NotCanonical('not a plain object')
  const named = Object.entries(value).map(([key, member]) => [text(key), member] as const)
  // By UTF-16 units, as RFC 8785 wants and `<` compares.
  named.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
  if (named.some(([name], at) => name === named[at - 1]?.[0])) throw new NotCanonical('two keys are the same in NFC')
  return named.map(([name, member]) => `${JSON.stringify(name)}:${write(member, depth + 1)}`).join(',')
}

/** A character that NFC may change or combine, or a surrogate: none is below U+0300, so that machine-made words need not be asked about one by one. */
const NOT_PLAIN = /[^\0-\u02ff]/

function text(value: string): string {
  if (!NOT_PLAIN.test(value)) return value
  if (!value.isWellFormed()) throw new NotCanonical('a lone surrogate')
  return value.normalize('NFC')
}
