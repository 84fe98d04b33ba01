import { type RuleSet, RuleSet as RuleSetSchema } from '#shared/ruleset/ruleset.ts'
import type { RuleSetContent } from '../tenant/ruleset-store.ts'

const SEVERITIES = { block: '禁止发布', review: '需复核', advise: '提示' } as const

/** What changed from one version to another, in sentences an office can read. Empty when nothing did. */
export function diffRuleSets(before: RuleSetContent, after: RuleSetContent): string[] {
  const old = RuleSetSchema.parse(before.ruleset)
  const now = RuleSetSchema.parse(after.ruleset)
  return [
    ...termSentences(old, now),
    ...settingSentences(old, now),
    ...profileSentences(before, after),
    ...bureauSentence(old, now),
  ]
}

function termSentences(old: RuleSet, now: RuleSet): string[] {
  return pairs(old.terms, now.terms, ({ id }) => id).flatMap(([was, is]) => {
    if (!was) return [`新增词表《${is!.title}》${is!.terms.length} 词（${SEVERITIES[is!.severity]}）。`]
    if (!is) return [`删除词表《${was.title}》${was.terms.length} 词。`]
    const words = (list: typeof is) => new Set(list.terms.map(({ term }) => term))
    const [a, b] = [words(was), words(is)]
    const added = [...b].filter((term) => !a.has(term)).length
    const removed = [...a].filter((term) => !b.has(term)).length
    const sentences = []
    if (added + removed > 0) sentences.push(`词表《${is.title}》增加 ${added} 词，减少 ${removed} 词。`)
    if (was.severity !== is.severity)
      sentences.push(`词表《${is.title}》由${SEVERITIES[was.severity]}改为${SEVERITIES[is.severity]}。`)
    if (sentences.length === 0 && JSON.stringify(was) !== JSON.stringify(is))
      sentences.push(`词表《${is.title}》的说明、替换词或例句有改动。`)
    return sentences
  })
}

function settingSentences(old: RuleSet, now: RuleSet): string[] {
  return pairs(old.settings, now.settings, ({ rule }) => rule).flatMap(([was, is]) => {
    const rule = (is ?? was)!.rule
    const sentences = []
    if ((was?.enabled ?? true) !== (is?.enabled ?? true))
      sentences.push(is?.enabled === false ? `停用规则“${rule}”。` : `启用规则“${rule}”。`)
    if (was?.severity !== is?.severity)
      sentences.push(is?.severity ? `规则“${rule}”改为${SEVERITIES[is.severity]}。` : `规则“${rule}”恢复原来的等级。`)
    if (JSON.stringify(was?.options ?? {}) !== JSON.stringify(is?.options ?? {}))
      sentences.push(`规则“${rule}”的参数有改动。`)
    return sentences
  })
}

function profileSentences(before: RuleSetContent, after: RuleSetContent): string[] {
  return pairs(before.profiles, after.profiles, ({ id }) => id).flatMap(([was, is]) => {
    if (!was) return [`新增站点适配“${is!.name}”。`]
    if (!is) return [`删除站点适配“${was.name}”。`]
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [`站点适配“${is.name}”有改动。`]
  })
}

function bureauSentence(old: RuleSet, now: RuleSet): string[] {
  return JSON.stringify(old.bureau) === JSON.stringify(now.bureau) ? [] : ['单位自己的名称、账户、电话等资料有改动。']
}

/** Old and new of everything that is in either, in the order of the new, then what is gone. */
function pairs<T>(old: readonly T[], now: readonly T[], keyOf: (one: T) => string): [T | undefined, T | undefined][] {
  const was = new Map(old.map((one) => [keyOf(one), one]))
  const is = new Set(now.map(keyOf))
  const kept = now.map((one): [T | undefined, T | undefined] => [was.get(keyOf(one)), one])
  return [...kept, ...old.filter((one) => !is.has(keyOf(one))).map((one): [T, undefined] => [one, undefined])]
}
