import * as z from 'zod'
import { Draft } from '../../draft/draft.ts'
import { InterpretationPlan } from '../../draft/interpretation-plan.ts'
import { Span } from '../../draft/span.ts'
import { Coverage, type Finding, Severity } from '../../rules/finding.ts'
import { ClientAt, Sha256, Version } from './common.ts'

/** A finding as it may leave the browser in every mode: which rule, where, and at most a masked snippet. No sentence of the draft. */
export const FindingClaim = z.strictObject({
  rule: z.string().max(200),
  severity: Severity,
  ...Span.shape,
  /** Characters at the span with all but the first and last masked as `＊`, or empty. */
  snippet: z.string().max(60),
})
export type FindingClaim = z.infer<typeof FindingClaim>

/** With the draft as whoever makes one has it. */
export type WithDraft<T> = Omit<T, 'draft'> & { draft: Draft | null }

/** What a client says about a draft. A claim: with the text the Worker checks again, without it a second person's extension does. */
export const CheckClaim = z.strictObject({
  contentHash: Sha256,
  ruleset: Version,
  channel: z.string().max(1000).nullable(),
  findings: z.array(FindingClaim).max(10_000),
  coverage: Coverage,
  /** The editor's own classification, given with a reason; `null` where the engine's stands. */
  kind: z.string().max(50).nullable(),
  /** 解读方案 of a policy whose interpretation is still to come; `null` where there is none. */
  interpretationPlan: InterpretationPlan.nullable().default(null),
  /** Null under `draftText: none`, and whenever a secrecy mark was hit. */
  draft: Draft.nullable(),
  clientAt: ClientAt,
})
export type CheckClaim = WithDraft<z.infer<typeof CheckClaim>>

const snippetOf = (text: string) => {
  const characters = [...text]
  if (characters.length < 3) return '＊'.repeat(characters.length)
  const middle = '＊'.repeat(Math.min(characters.length - 2, 20))
  return `${characters[0]}${middle}${characters.at(-1)}`
}

/** The claim that a finding becomes: its sentences stay behind, its text is masked to its first and last character. */
export function toClaim(finding: Finding): FindingClaim {
  const { rule, severity, field, start, end, text } = finding
  return { rule, severity, field, start, end, snippet: snippetOf(text) }
}
