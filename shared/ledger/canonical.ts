import { utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'

/** Deepest nesting that is accepted; a ledger value has three levels. */
const MAX_DEPTH = 32

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

/** {@link canonicalBytes} as text. */
export function canonicalText(value: unknown): string {
  return canonicalize(normalise(value, 0))!
}

function normalise(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) throw new NotCanonical(`nested deeper than ${MAX_DEPTH}`)
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return text(value)
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new NotCanonical('a number that JSON cannot say')
    return value
  }
  if (Array.isArray(value)) return value.map((item) => normalise(item, depth + 1))
  if (typeof value === 'object') return members(value, depth)
  throw new NotCanonical(`a ${typeof value} is not JSON`)
}

function members(value: object, depth: number): object {
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw new NotCanonical('not a plain object')
  const seen = new Map<string, unknown>()
  for (const [key, member] of Object.entries(value)) {
    const name = text(key)
    if (seen.has(name)) throw new NotCanonical('two keys are the same in NFC')
    seen.set(name, normalise(member, depth + 1))
  }
  return Object.fromEntries(seen)
}

function text(value: string): string {
  if (!value.isWellFormed()) throw new NotCanonical('a lone surrogate')
  return value.normalize('NFC')
}
