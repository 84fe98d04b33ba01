import type * as z from 'zod'

const KINDS: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: 'true 或 false',
  array: '列表',
  object: '对象',
  null: 'null',
}

const FORMATS: Readonly<Record<string, string>> = {
  date: '应为有的一天，写作年-月-日，如 2026-01-31',
  datetime: '应为时刻，如 2026-01-31T08:00:00.000Z',
  url: '应为网址，以 https:// 或 http:// 开头',
}

/** What was expected in the place of a fault that a schema found, in Chinese. Never echoes the value. */
export function issueSentence(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `缺少这一项，或类型不对，应为${KINDS[issue.expected] ?? ` ${issue.expected}`}`
    case 'too_big':
      return `太长或太多，最多 ${issue.maximum}`
    case 'too_small':
      return `太短或太少，至少 ${issue.minimum}`
    case 'unrecognized_keys':
      return `不认识的键：${issue.keys.join('、')}`
    case 'invalid_value':
      return `只能是 ${issue.values.join('、')}`
    case 'invalid_format':
      return chinese(issue.message) ?? FORMATS[issue.format] ?? UNSAID
    case 'invalid_union':
      return unionSentence(issue)
    default:
      return chinese(issue.message) ?? UNSAID
  }
}

const UNSAID = '写法不对'

/** By the first fault of each shape; of shapes told apart by one key, by what the key may be. */
function unionSentence(issue: z.core.$ZodIssueInvalidUnion): string {
  const firsts = issue.errors.flatMap(([first]) => (first === undefined ? [] : [issueSentence(first)]))
  if (firsts.length > 0) return [...new Set(firsts)].join('；或')
  return 'options' in issue && issue.options ? `只能是 ${issue.options.join('、')}` : UNSAID
}

/** A schema's own sentence; the library's are English. */
function chinese(message: string): string | null {
  return /\p{Script=Han}/u.test(message) ? message : null
}
