import type { Receipt } from '#shared/api/contract/common.ts'
import type { Call } from '../http/call.ts'
import type { Event } from '../tenant/ledger-store.ts'

type Said = Pick<Event, 'type'> & Partial<Omit<Event, 'type' | 'actor' | 'role' | 'idem'>>

/**
 * Writes one entry for this call. A call that makes several numbers them: `key`, `key.2`, … so that each is unique and all lead back to the
 * request.
 */
export function record(call: Call, said: Said, number = 1): Receipt {
  return call.tenant.ledger.append(
    {
      subject: null,
      contentHash: null,
      ruleset: null,
      clientAt: null,
      detail: {},
      reason: null,
      findings: null,
      ...said,
      actor: call.caller.id,
      role: call.caller.role,
      idem: number === 1 ? call.idem : `${call.idem}.${number}`,
    },
    call.now,
  )
}
