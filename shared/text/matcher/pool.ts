import { FoldBuffer } from '../fold-buffer.ts'
import type { Level } from '../level-form.ts'
import { simpleUnits } from '../simple-units.ts'

/** The usable terms in their normalised form, one after another. */
export interface Pool {
  readonly units: Uint16Array
  /** Where term `i` begins; one more at the end. A term that is left out is empty. */
  readonly starts: Int32Array
  readonly leftOut: Int32Array
  /** Units of the longest term. */
  readonly longest: number
}

const LONGEST = 255
const buffer = new FoldBuffer()
/** A term whose units are all one for one, as most are. */
const simple = new Uint16Array(LONGEST)

/** Normalises the terms. Linear in their length. */
export function poolOf(terms: readonly string[], level: Level): Pool {
  let units = new Uint16Array(1024)
  const starts = new Int32Array(terms.length + 1)
  const leftOut: number[] = []
  let end = 0
  let longest = 0
  for (let index = 0; index < terms.length; index += 1) {
    const term = terms[index]!
    let form = simple
    let { length } = term
    if (level === 'loose' || !isSimply(term, level)) {
      buffer.fill(term, level)
      form = buffer.units
      length = buffer.length
    }
    starts[index] = end
    if (!usable(form, length)) {
      leftOut.push(index)
      continue
    }
    if (end + length > units.length) units = grown(units, end)
    for (let at = 0; at < length; at += 1) units[end + at] = form[at]!
    end += length
    longest = Math.max(longest, length)
  }
  starts[terms.length] = end
  return { units: units.subarray(0, end), starts, leftOut: Int32Array.from(leftOut), longest }
}

/** Whether the term is one for one by the table, and no longer than a term may be; then `simple` has it. */
function isSimply(term: string, level: 'exact' | 'plain'): boolean {
  if (term.length > LONGEST) return false
  const table = simpleUnits[level]
  for (let at = 0; at < term.length; at += 1) {
    const unit = table[term.charCodeAt(at)]!
    if (unit === 0) return false
    simple[at] = unit
  }
  return true
}

function usable(units: Uint16Array, length: number): boolean {
  if (length < 2 || length > LONGEST) return false
  if (length === 2 && isPair(units[0]!, units[1]!)) return false
  let blank = true
  for (let at = 0; at < length; at += 1) {
    if (isStop(units[at]!)) return false
    if (units[at] !== 0x20) blank = false
  }
  return !blank
}

/** 。 and line ends: no match runs over them. */
function isStop(unit: number): boolean {
  return unit === 0x3002 || unit === 0x0a || unit === 0x0d || unit === 0x2028 || unit === 0x2029
}

/** One character outside the BMP. */
function isPair(first: number, second: number): boolean {
  return (first & 0xfc00) === 0xd800 && (second & 0xfc00) === 0xdc00
}

function grown(units: Uint16Array, used: number): Uint16Array<ArrayBuffer> {
  const next = new Uint16Array(2 * units.length)
  next.set(units.subarray(0, used))
  return next
}
