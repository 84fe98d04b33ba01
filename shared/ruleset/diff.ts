import canonicalize from 'canonicalize'
import type { Severity } from '../rules/finding.ts'
import type { RuleSet } from './ruleset.ts'
import { yearSentences } from './years.ts'

const SEVERITIES: Readonly<Record<Severity, string>> = { block: '禁止发布', review: '需复核', advise: '提示' }

/** Equal for equal contents, whatever the order of keys. */
function formOf(value: unknown): string {
  return canonicalize(value) ?? ''
}

interface Listed {
  kind: string
  id: string
  title: string
  severity: Severity
  count: number
  /** Their forms; made only where they are compared, for a list may have 200,000. */
  items: () => readonly string[]
  unit: string
  rest: string
}

/** Names of shipped rules, for settings; the id where a name is not given. */
export type TitleOf = (rule: string) => string | undefined

/**
 * What changes from one rule set to the next, in Chinese sentences an admin can read aloud: 新增词表《高考安全用语》12 词；停用规则“日期写法”；
 * “手机号”由提示改为需复核。Empty where nothing changes.
 */
export function diffRuleSets(before: RuleSet, after: RuleSet, titleOf: TitleOf = () => undefined): string[] {
  return [
    ...includes(before.includes ?? [], after.includes ?? []),
    ...lists(listed(before), listed(after)),
    ...settings(before, after, titleOf),
    ...exemptions(before, after),
    ...yearSentences(before, after),
    ...bureau(before, after),
    ...profiles(before, after),
  ]
}

function listed({ terms, rosters = [], patterns = [] }: RuleSet): Map<string, Listed> {
  const restOf = (
    { title: _title, severity: _severity, ...rest }: { title: string; severity: Severity },
    leave: string,
  ) => formOf({ ...rest, [leave]: undefined })
  const all: Listed[] = [
    ...terms.map((one) => ({
      ...one,
      kind: '词表',
      unit: '词',
      count: one.terms.length,
      items: () => one.terms.map((term) => formOf(term)),
      rest: restOf(one, 'terms'),
    })),
    ...rosters.map((one) => ({
      ...one,
      kind: '名录',
      unit: '项',
      count: one.entries.length,
      items: () => one.entries.map((entry) => formOf(entry)),
      rest: restOf(one, 'entries'),
    })),
    ...patterns.map((one) => ({
      ...one,
      kind: '句式',
      unit: '条',
      count: 1,
      items: () => [one.pattern],
      rest: restOf(one, 'pattern'),
    })),
  ]
  return new Map(all.map((one) => [one.id, one]))
}

function lists(before: ReadonlyMap<string, Listed>, after: ReadonlyMap<string, Listed>): string[] {
  const sentences: string[] = []
  for (const { kind, id, title, count, unit } of after.values())
    if (!before.has(id)) sentences.push(`新增${kind}《${title}》${count} ${unit}`)
  for (const { kind, id, title } of before.values()) if (!after.has(id)) sentences.push(`删去${kind}《${title}》`)
  for (const now of after.values()) {
    const old = before.get(now.id)
    if (old !== undefined) sentences.push(...changes(old, now))
  }
  return sentences
}

function changes(old: Listed, now: Listed): string[] {
  const name = `${now.kind}《${now.title}》`
  const sentences: string[] = []
  if (old.title !== now.title) sentences.push(`${old.kind}《${old.title}》改名为《${now.title}》`)
  if (old.severity !== now.severity)
    sentences.push(`“${now.title}”由${SEVERITIES[old.severity]}改为${SEVERITIES[now.severity]}`)
  const had = new Set(old.items())
  const has = new Set(now.items())
  const added = [...has].filter((item) => !had.has(item)).length
  const removed = [...had].filter((item) => !has.has(item)).length
  const parts = [added > 0 ? `新增 ${added} ${now.unit}` : '', removed > 0 ? `减少 ${removed} ${now.unit}` : '']
  if (added + removed > 0) sentences.push(`${name}${parts.filter((part) => part !== '').join('、')}`)
  if (old.rest !== now.rest) sentences.push(`${name}的说明、范围或例句有修改`)
  return sentences
}

function settings(before: RuleSet, after: RuleSet, titleOf: TitleOf): string[] {
  const old = new Map(before.settings.map((one) => [one.rule, one]))
  const now = new Map(after.settings.map((one) => [one.rule, one]))
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((rule) => {
    const [was, is] = [old.get(rule), now.get(rule)]
    const name = `“${titleOf(rule) ?? rule}”`
    const sentences: string[] = []
    if ((was?.enabled ?? true) !== (is?.enabled ?? true))
      sentences.push(is?.enabled === false ? `停用规则${name}` : `启用规则${name}`)
    const word = (severity: Severity | undefined) => (severity === undefined ? '原定级别' : SEVERITIES[severity])
    if (was?.severity !== is?.severity) sentences.push(`${name}由${word(was?.severity)}改为${word(is?.severity)}`)
    if (formOf(was?.options ?? {}) !== formOf(is?.options ?? {})) sentences.push(`规则${name}的参数有修改`)
    return sentences
  })
}

function includes(before: readonly string[], after: readonly string[]): string[] {
  const added = after.filter((name) => !before.includes(name)).map((name) => `引用词包“${name}”`)
  return [...added, ...before.filter((name) => !after.includes(name)).map((name) => `不再引用词包“${name}”`)]
}

function exemptions(before: RuleSet, after: RuleSet): string[] {
  const old = new Map((before.exemptions ?? []).map((one) => [one.id, one]))
  const now = new Map((after.exemptions ?? []).map((one) => [one.id, one]))
  const told = [...now.values()].flatMap((one) => {
    const was = old.get(one.id)
    if (was === undefined) return [`新增豁免：${one.person}对规则“${one.rule}”，至 ${one.until}（${one.reason}）`]
    return formOf(was) === formOf(one) ? [] : [`豁免“${one.id}”有修改，至 ${one.until}`]
  })
  return [...told, ...[...old.keys()].filter((id) => !now.has(id)).map((id) => `撤销豁免“${id}”`)]
}

function bureau(before: RuleSet, after: RuleSet): string[] {
  return formOf(before.bureau) === formOf(after.bureau) ? [] : ['本单位的名称、账户等资料有修改']
}

function profiles(before: RuleSet, after: RuleSet): string[] {
  const old = new Map(before.profiles.map((one) => [one.id, one]))
  const now = new Map(after.profiles.map((one) => [one.id, one]))
  const added = after.profiles.filter((one) => !old.has(one.id)).map((one) => `新增站点适配“${one.name}”`)
  const removed = before.profiles.filter((one) => !now.has(one.id)).map((one) => `删去站点适配“${one.name}”`)
  const changed = after.profiles.filter((one) => old.has(one.id) && formOf(old.get(one.id)) !== formOf(one))
  return [...added, ...removed, ...changed.map((one) => `站点适配“${one.name}”有修改`)]
}
