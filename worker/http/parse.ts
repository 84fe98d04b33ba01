import type * as z from 'zod'
import type { Fault } from '#shared/api/problem.ts'
import { issueSentence } from '#shared/ruleset/issue-sentence.ts'
import { Refusal } from './refusal.ts'

/** The value as the schema has it, strict; else a 422 that names each place. */
export function parseStrictly(schema: z.ZodType | undefined, value: unknown, where: string): unknown {
  if (!schema) {
    if (value !== undefined && !isEmpty(value))
      throw new Refusal('invalid-request', undefined, { faults: [unasked(where)] })
    return undefined
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new Refusal('invalid-request', undefined, { faults: faultsOf(parsed.error.issues, where) })
}

function faultsOf(issues: readonly z.core.$ZodIssue[], where: string): Fault[] {
  return issues.slice(0, 100).map((issue) => ({
    path: issue.path
      .reduce<string>((all, key) => (typeof key === 'number' ? `${all}[${key}]` : `${all}.${String(key)}`), where)
      .slice(0, 500),
    message: sentenceOf(issue).slice(0, 2000),
  }))
}

/** Names of fields come from outside, and are not said back. */
function sentenceOf(issue: z.core.$ZodIssue): string {
  return issue.code === 'unrecognized_keys' ? '有接口约定之外的字段' : issueSentence(issue)
}

function unasked(where: string): Fault {
  return { path: where, message: '这个接口不接受这一部分' }
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
