import type { Level, Verdict } from '#shared/review/review.ts'

/** One thing that somebody does. `by` and `who` are names of the cast; `content` numbers the drafts; `review` and `pass` are ids of the Worker. */
export type Step =
  | { do: 'submit'; by: string; content: number; channel: string; replaces: string | null }
  | {
      do: 'decide'
      by: string
      review: string
      verdict: Verdict
      level: Level
      version: number
      content: number
      gates: boolean
      reason: boolean
      ruleset: string
      recheck: 'same' | 'other' | 'none'
    }
  | { do: 'withdraw'; by: string; review: string; version: number }
  | { do: 'release'; by: string; review: string; content: number; channel: string }
  | { do: 'published'; by: string; pass: string; outcome: 'match' | 'differs' | 'extra' | 'unverifiable' }
  | { do: 'emergency'; by: string; content: number; channel: string }
  | { do: 'retract-review'; by: string; review: string; version: number }
  | { do: 'retract-release'; by: string; pass: string }
  | { do: 'verify'; by: string; pass: string; channel: string }
  | { do: 'comment'; by: string; review: string }
  | { do: 'revoke'; who: string }
  | { do: 'sign-in'; who: string }
  | { do: 'rules' }
  | { do: 'expire'; days: number }

export type StepOf<D extends Step['do']> = Extract<Step, { do: D }>

/** Drafts: this one holds a citizen's ID number, which is 禁止发布; the others hold nothing. */
export const BLOCKED = 3
export const CONTENTS = 5
/** Days that an approval lasts under the bureau's first settings. */
export const APPROVAL_DAYS = 7
/** Channels and the levels that their policies ask for, in order. */
export const CHANNELS: Readonly<Record<string, readonly Level[]>> = {
  工作动态: ['first'],
  政策文件: ['first', 'final'],
  公示公告: ['confidentiality', 'first', 'second', 'final'],
}
