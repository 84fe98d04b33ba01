import type { Finding } from '#shared/rules/finding.ts'

/** Why a draft is held, most serious first. */
export type HoldReason = 'blocked' | 'review' | 'unread' | 'review-every' | 'changed' | 'unchecked' | 'offline'

/** `open`: may go now. `confirm`: only 提示 remain, one click asks. `hold`: needs a change or a decision. */
export type GateVerdict =
  | { state: 'open' }
  | { state: 'confirm' }
  | { state: 'hold'; reason: HoldReason; findings: readonly Finding[] }
