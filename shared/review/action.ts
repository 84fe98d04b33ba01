import type { RefusalCode } from './refusal.ts'
import type { Decision, FindingAnswer, Gate, Level, Review, Role, ThreeSyncs, Verdict } from './review.ts'

/** Who acts. `levels`: the review levels that this member holds, or holds for `actingFor` while standing in (AB角). */
export interface Actor {
  readonly member: string
  readonly role: Role
  readonly levels: readonly Level[]
  readonly actingFor: string | null
  /** Named by the admin to publish before review (应急发布). */
  readonly emergency: boolean
}

/** What was sent for review. */
export interface Submission {
  readonly levels: readonly Level[]
  readonly contentHash: string
  readonly ruleset: string
  readonly blocking: number
  readonly policy: boolean
}

/** What a reviewer decides. `version` and `contentHash` are those that were on the screen. */
export interface Verdicting {
  readonly do: Verdict
  readonly version: number
  readonly level: Level
  readonly contentHash: string
  readonly ruleset: string
  readonly gates: readonly Gate[]
  readonly threeSyncs: ThreeSyncs | null
  readonly reason: string
  readonly answers: readonly FindingAnswer[]
  readonly at: string
}

/** Everything that can be done to a review. */
export type Action =
  | ({ readonly do: 'submit' } & Submission)
  | ({ readonly do: 'publish-emergency'; readonly reason: string } & Submission)
  | Verdicting
  | { readonly do: 'withdraw' }
  /** The draft is no longer what was sent. */
  | { readonly do: 'change'; readonly contentHash: string }
  /** A newer rule set is in force and the approval has not been used. */
  | { readonly do: 'reopen'; readonly ruleset: string }
  /** The approval has lasted its days. */
  | { readonly do: 'expire' }
  | { readonly do: 'publish'; readonly contentHash: string }
  | { readonly do: 'retract'; readonly reason: string }

export type ActionName = Action['do']

export type Advance =
  | { readonly ok: true; readonly review: Review }
  | { readonly ok: false; readonly code: RefusalCode; readonly sentence: string; readonly last: Decision | null }
