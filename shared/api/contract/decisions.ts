import * as z from 'zod'
import { FindingAnswer, Level, ThreeSyncs, Verdict } from '../../review/review.ts'
import { At, Person, Sha256, Version, Words } from './common.ts'

/** 政治关、法律关、政策关、保密关、文字关: ticked by the reviewer. */
export const Gates = z.strictObject({
  political: z.boolean(),
  legal: z.boolean(),
  policy: z.boolean(),
  confidentiality: z.boolean(),
  wording: z.boolean(),
})

/** One decision as it is read back. */
export const DecisionRecord = z.strictObject({
  by: Person,
  /** In whose place (AB角); null when in their own. */
  actingFor: Person.nullable(),
  level: Level,
  verdict: Verdict,
  gates: Gates,
  /** Null where the draft is no policy. */
  threeSyncs: ThreeSyncs.nullable(),
  reason: Words.nullable(),
  answers: z.array(FindingAnswer),
  contentHash: Sha256,
  ruleset: Version,
  at: At,
  seq: z.int().nonnegative(),
})
