import type { Unread } from '#shared/draft/draft.ts'
import type { Report } from '#shared/rules/finding.ts'
import type { GateVerdict, HoldReason } from './verdict.ts'

/** What the bureau decided about publishing, for this draft's channel. */
export interface GatePolicy {
  /** 逐项审查: every draft of the channel needs a review, clean or not (保密法实施条例 第42条). The default. */
  reviewEvery: boolean
  /** Whether a draft with nothing found may go out while the Worker cannot be reached. It is recorded as unconfirmed. */
  openWhenOffline: boolean
}

export interface GateQuestion {
  /** What the check of the draft as it is *now* said; null where it could not be checked. */
  report: Report | null
  policy: GatePolicy
  /** 同意: what was approved last for this article, by hash; null where nothing was. */
  approval: { contentHash: string } | null
  /** Unread parts that a person confirmed by name (`Unread.what`), after looking at them. */
  confirmed: readonly string[]
  online: boolean
}

/**
 * Whether this draft may be published now. Unknown is closed: no report, an unreachable Worker and an unread part all hold.
 * An approval opens the gate only for the very hash that was approved, findings or not; for any other it says `changed`.
 */
export function judge({ report, policy, approval, confirmed, online }: GateQuestion): GateVerdict {
  const hold = (reason: HoldReason): GateVerdict => ({ state: 'hold', reason, findings: report?.findings ?? [] })
  if (report === null) return hold('unchecked')
  if (approval !== null && approval.contentHash === report.contentHash)
    return online ? { state: 'open' } : hold('offline')
  const has = (severity: string): boolean => report.findings.some((finding) => finding.severity === severity)
  if (has('block')) return hold('blocked')
  if (approval !== null) return hold('changed')
  if (has('review')) return hold('review')
  if (report.coverage.unread.some((unread) => !isConfirmed(unread, confirmed))) return hold('unread')
  if (policy.reviewEvery) return hold('review-every')
  if (!online && !policy.openWhenOffline) return hold('offline')
  return has('advise') ? { state: 'confirm' } : { state: 'open' }
}

/** A rule that lacked what it compares with left nothing of the draft unread: it is shown, and there is nothing a person could open and look at. */
function isConfirmed({ what, rule, gone }: Unread, confirmed: readonly string[]): boolean {
  if (gone === true) return false
  return rule !== undefined || confirmed.includes(what)
}
