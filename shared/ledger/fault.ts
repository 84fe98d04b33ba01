/** What can be wrong with a ledger, as an auditor names it. */
export type LedgerFaultCode =
  | 'entry-malformed'
  | 'entry-missing'
  | 'entry-out-of-place'
  | 'idem-repeated'
  | 'tenant-differs'
  | 'time-goes-back'
  | 'older-than-checkpoint'
  | 'key-malformed'
  | 'key-changed'
  | 'checkpoint-not-signed'
  | 'checkpoint-differs'
  | 'truncated'
  | 'not-covered'
  | 'rolled-back'
  | 'history-differs'

/**
 * One fault. `from` and `to` (exclusive) are the entries it concerns: a single entry where that can be told, the whole stretch between two
 * held checkpoints where only the stretch can, null where it concerns the ledger as a whole.
 */
export interface LedgerFault {
  readonly code: LedgerFaultCode
  readonly from: number | null
  readonly to: number | null
}
