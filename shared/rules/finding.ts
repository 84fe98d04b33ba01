import * as z from 'zod'
import { Sha256, Unread } from '../draft/draft.ts'
import { Span } from '../draft/span.ts'

/** 禁止发布, 需复核, 提示. */
export const Severity = z.enum(['block', 'review', 'advise'])
export type Severity = z.infer<typeof Severity>

/** 命中. Explains itself: which rule, where, what it says there, why it fired, on what basis, what to do. All sentences are Chinese. */
export const Finding = z.strictObject({
  rule: z.string().max(200),
  severity: Severity,
  ...Span.shape,
  /** The original characters at the span; markup inside the span is left out. */
  text: z.string().max(2000),
  message: z.string().max(2000),
  advice: z.string().max(2000),
  basis: z.string().max(2000),
  why: z.string().max(2000),
})
export type Finding = z.infer<typeof Finding>

/** 检查回执: what was read and what was not. Anything unread is shown and is never 通过. */
export const Coverage = z.strictObject({
  read: z.array(z.strictObject({ what: z.string().max(500), characters: z.int().nonnegative().nullable() })).max(2000),
  unread: z.array(Unread).max(2000),
})
export type Coverage = z.infer<typeof Coverage>

/** The answer of a check. The same draft, rule set and context give byte-equal reports in every runtime. */
export const Report = z.strictObject({
  findings: z.array(Finding).max(100_000),
  coverage: Coverage,
  /** Version of the rule set that was used. */
  ruleset: z.string().max(200),
  contentHash: Sha256,
})
export type Report = z.infer<typeof Report>
