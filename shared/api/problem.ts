import * as z from 'zod'

/** Stable codes of refusals. A code is never renamed; clients decide by it and show `detail`. */
export const ProblemCode = z.enum([
  'malformed-json',
  'too-deep',
  'too-large',
  'invalid-request',
  'missing-idempotency-key',
  'idempotency-key-reused',
  'unauthenticated',
  'session-expired',
  'wrong-pin',
  'step-up-required',
  'too-many-attempts',
  'invitation-invalid',
  'forbidden',
  'separation-of-duty',
  'not-found',
  'method-not-allowed',
  'stale-version',
  'conflict',
  'content-changed',
  'wrong-state',
  'text-not-allowed',
  'secrecy-mark',
  'ruleset-refused',
  'ruleset-outdated',
  'file-unreadable',
  'not-approved',
  'approval-expired',
  'pass-invalid',
  'pass-used',
  'unavailable',
  'internal',
])
export type ProblemCode = z.infer<typeof ProblemCode>

/** One thing that is wrong with a request or a document: where (a JSON path such as `rules[3].finds[0]`), and a Chinese sentence. */
export const Fault = z.strictObject({ path: z.string().max(500), message: z.string().max(2000) })
export type Fault = z.infer<typeof Fault>

/**
 * A refusal as RFC 9457 has it. `detail` is a Chinese sentence in three parts: what happened, why, what to do next. It never holds a stack,
 * SQL, or a word of a draft.
 */
export const Problem = z.strictObject({
  type: z.string().max(300),
  title: z.string().max(300),
  status: z.int().min(400).max(599),
  code: ProblemCode,
  detail: z.string().max(4000),
  requestId: z.string().max(100),
  faults: z.array(Fault).max(100).optional(),
  /** Who decided first, where two raced: a member's name. */
  wonBy: z.string().max(200).optional(),
})
export type Problem = z.infer<typeof Problem>

export const PROBLEM_MEDIA = 'application/problem+json'
