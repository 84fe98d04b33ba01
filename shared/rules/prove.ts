import { check } from './check.ts'
import { prepareExample } from './example.ts'
import type { Finding } from './finding.ts'
import type { Example, Rule } from './rule.ts'

/** An example that its own rule breaks, told in a sentence. */
export interface BrokenExample {
  rule: string
  /** `finds[0]`, `passes[2]`. */
  path: string
  sentence: string
}

/**
 * Runs every rule on its own examples. A `finds` must be hit, at exactly the marked places where it marks any; a `passes` must be judged
 * and not hit. An empty answer means that all rules hold what they promise.
 */
export function prove(rules: readonly Rule[]): BrokenExample[] {
  return rules.flatMap((rule) => [
    ...rule.finds.flatMap((example, index) => broken(rule, `finds[${index}]`, example, findsFault)),
    ...rule.passes.flatMap((example, index) => broken(rule, `passes[${index}]`, example, passesFault)),
  ])
}

type Fault = (
  findings: readonly Finding[],
  unread: readonly string[],
  places: readonly string[] | null,
) => string | null

function broken(rule: Rule, path: string, example: Example, fault: Fault): BrokenExample[] {
  const { draft, context, options, places } = prepareExample(example)
  const { findings, coverage } = check(draft, { version: 'proof', rules: [rule], optionsOf: () => options }, context)
  const unread = coverage.unread.filter((one) => one.rule === rule.id).map((one) => one.why)
  const sentence = fault(findings, unread, places?.map(placeName) ?? null)
  return sentence === null ? [] : [{ rule: rule.id, path, sentence: `${sentence}：${shown(example)}` }]
}

const findsFault: Fault = (findings, unread, places) => {
  if (findings.length === 0) return unread.length > 0 ? `应当命中，但没有判断（${unread[0]}）` : '应当命中，但没有命中'
  if (places === null) return null
  const found = [...new Set(findings.map(placeName))].sort()
  const expected = [...places].sort()
  return found.join() === expected.join() ? null : `命中的位置不对，应为 ${expected.join(' ')}，实为 ${found.join(' ')}`
}

const passesFault: Fault = (findings, unread) => {
  if (findings.length > 0) return `不应命中，却命中了“${findings[0]?.text}”（${findings[0]?.why}）`
  return unread.length > 0 ? `应当判断后放行，但没有判断（${unread[0]}）` : null
}

function placeName({ field, start, end }: { field: string; start: number; end: number }): string {
  return `${field}:${start}-${end}`
}

function shown(example: Example): string {
  const text = typeof example === 'string' ? example : [example.title, example.body].filter(Boolean).join(' / ')
  return text.length > 80 ? `${text.slice(0, 80)}…` : text
}
