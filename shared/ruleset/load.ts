import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import type * as z from 'zod'
import { type Library, resolveIncludes } from './include.ts'
import { issueSentence } from './issue-sentence.ts'
import { JsonRefusal, joinPath, lineOf, parseJson } from './json.ts'
import { CURRENT, migrate } from './migrate.ts'
import { packs } from './packs/index.ts'
import type { Refusal } from './refusal.ts'
import { RuleSet } from './ruleset.ts'
import { yearsAstray } from './years.ts'

export type Loaded = { set: RuleSet; refusals: null } | { set: null; refusals: readonly Refusal[] }

/** 8 MiB: what an admin may upload at once. */
export const MAX_BYTES = 8 * 1024 * 1024
/** More refusals than anybody reads. */
const SHOWN = 50

/** Reads a rule set from its JSON text: bounded, strict, migrated from any earlier version, its includes resolved
 * against `library`. Never throws; every refusal has path and line. */
export function loadRuleSet(text: string, library: Library = packs): Loaded {
  if (utf8ToBytes(text).length > MAX_BYTES)
    return refused([{ path: '', line: null, sentence: '超过 8 MiB，请拆分词表' }])
  try {
    const loaded = loadDocument(parseJson(text), library)
    if (loaded.refusals === null) return loaded
    return refused(loaded.refusals.map((one) => ({ ...one, line: lineOf(text, one.path) })))
  } catch (error) {
    if (!(error instanceof JsonRefusal)) throw error
    return refused([{ path: error.path, line: error.line, sentence: error.message }])
  }
}

/** The same for a value that `parseJson` gave; its lines are not known. */
export function loadDocument(value: unknown, library: Library = packs): Loaded {
  const { value: current, refusal } = migrate(value)
  if (refusal !== null) return refused([{ path: 'v', line: null, sentence: refusal }])
  const parsed = RuleSet.safeParse(current)
  if (!parsed.success) return refused(parsed.error.issues.slice(0, SHOWN).map(refusalOf))
  const refusals = [...resolveIncludes(parsed.data, library).refusals, ...yearsAstray(parsed.data)]
  return refusals.length === 0 ? { set: parsed.data, refusals: null } : refused(refusals)
}

function refusalOf(issue: z.core.$ZodIssue): Refusal {
  const path = issue.path.reduce<string>((all, key) => joinPath(all, typeof key === 'symbol' ? '' : key), '')
  const of = issue.code === 'unrecognized_keys' ? `（规则集版本 ${CURRENT}）` : ''
  return { path, line: null, sentence: issueSentence(issue) + of }
}

function refused(refusals: readonly Refusal[]): Loaded {
  return { set: null, refusals }
}

/** The one byte form of a rule set: RFC 8785. Two sets that say the same have the same bytes. */
export function serialiseRuleSet(set: RuleSet): string {
  return canonicalize(set) ?? ''
}

/** 规则集指纹: SHA-256 in hex of the canonical bytes. What a client fetches by; a flipped byte gives another. */
export function ruleSetAddress(set: RuleSet): string {
  return addressOf(serialiseRuleSet(set))
}

/** Loads what was stored under an address, and refuses bytes that are not those. */
export function loadAddressed(text: string, address: string): Loaded {
  if (addressOf(text) === address) return loadRuleSet(text)
  return refused([{ path: '', line: null, sentence: '内容与指纹不符，可能在传输或存放中被改动，请重新获取' }])
}

function addressOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}
