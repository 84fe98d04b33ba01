import type { Call } from '../http/call.ts'
import { advanceOrRefuse, SYSTEM } from './advance-review.ts'
import { record } from './record.ts'

/** A newer rule set reopens approvals that have not been used: they were given by rules that no longer hold. */
export function reopenApprovals(ruleset: string, call: Call): void {
  const { tenant } = call
  for (const [i, stored] of tenant.reviews.inStates(['approved']).entries()) {
    const review = advanceOrRefuse(stored.review, { do: 'reopen', ruleset }, SYSTEM, tenant)
    const changedAt = call.now.toISOString()
    tenant.reviews.put({ ...stored, review, changedAt, approvedUntil: null, decisionSeqs: [] })
    const { id, contentHash } = review
    record(call, { type: 'review.reopened', subject: id, contentHash, ruleset }, i + 2)
  }
}
