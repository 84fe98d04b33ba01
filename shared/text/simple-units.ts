import { fold } from './fold.ts'

/** Marks and jamo join what stands before them: never alone. */
const JOINS = /[\p{M}\u1100-\u11FF\uA960-\uA97C\uD7B0-\uD7FB]/u

/** For each unit, its normalised unit; 0 = not known yet, or not one for one. Filled as characters come up. */
export const simpleUnits = { exact: new Uint16Array(0x10000), plain: new Uint16Array(0x10000) }
/** For each unit, the `unitHash` of its normalised unit; 0 where the table above has 0. */
export const simpleHashes = { exact: new Uint16Array(0x10000), plain: new Uint16Array(0x10000) }

/** 16 bits that look random, different ones for each unit; 0 for 0. Every step is one to one. */
export function unitHash(unit: number): number {
  let hash = Math.imul(unit ^ (unit >>> 7), 0x9e37) & 0xffff
  hash = Math.imul(hash ^ (hash >>> 9), 0x79b1) & 0xffff
  return hash ^ (hash >>> 8)
}

/** Whether the unit, whatever stands around it but for what joins it, has one unit as its form. Then the tables have it. */
export function isSimple(unit: number, level: 'exact' | 'plain'): boolean {
  if (simpleUnits[level][unit] !== 0) return true
  if (unit >= 0xd800 && unit <= 0xdfff) return false
  const character = String.fromCharCode(unit)
  const form = level === 'exact' ? character : fold(character)
  if (form.length !== 1 || form === '\0' || JOINS.test(character + form)) return false
  if (character.normalize('NFC') !== character || form.normalize('NFC') !== form) return false
  simpleUnits[level][unit] = form.charCodeAt(0)
  simpleHashes[level][unit] = unitHash(form.charCodeAt(0))
  return true
}

/** Whether the unit is certainly its own plain form. Cheap, for loops over every unit of a text. */
export function isPlain(unit: number): boolean {
  return simpleUnits.plain[unit] === unit || (isSimple(unit, 'plain') && simpleUnits.plain[unit] === unit)
}
