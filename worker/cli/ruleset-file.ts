import { readFile } from 'node:fs/promises'
import { loadRuleSet } from '#shared/ruleset/load.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { refusalSentence } from '#shared/ruleset/refusal.ts'
import type { RuleSet } from '#shared/ruleset/ruleset.ts'
import { decodeText } from './pages/decode.ts'

/** A rule set that is not accepted; the message names path and line. */
export class RefusedRuleSet extends Error {}

/** The rule set of a JSON file, or the one that ships where `path` is null. Throws `RefusedRuleSet`. */
export async function readRuleSet(path: string | null): Promise<RuleSet> {
  if (path === null) return starterRuleSet
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new RefusedRuleSet(`读不出规则集 ${path}（${error.code}），请核对路径`)
  })
  const text = decodeText(bytes)
  if (text === null) throw new RefusedRuleSet(`规则集 ${path} 不是文本，应为 UTF-8 的 JSON`)
  const { set, refusals } = loadRuleSet(text)
  if (set === null)
    throw new RefusedRuleSet([`规则集 ${path} 没有通过：`, ...refusals.map(refusalSentence)].join('\n  '))
  return set
}
