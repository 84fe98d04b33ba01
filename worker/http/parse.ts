import type * as z from 'zod'
import type { Fault } from '#shared/api/problem.ts'
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

function sentenceOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `缺少这一项，或类型不对，应为 ${issue.expected}`
    case 'too_big':
      return `太长或太多，最多 ${issue.maximum}`
    case 'too_small':
      return `太短或太少，至少 ${issue.minimum}`
    case 'unrecognized_keys':
      return '有接口约定之外的字段'
    case 'invalid_value':
      return `只能是 ${issue.values.join('、')}`
    default:
      return '写法不对'
  }
}

function unasked(where: string): Fault {
  return { path: where, message: '这个接口不接受这一部分' }
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
