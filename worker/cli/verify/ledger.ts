import { LedgerAudit } from '#shared/ledger/audit.ts'
import type { ExportHead } from '#shared/ledger/export.ts'
import type { LedgerFault } from '#shared/ledger/fault.ts'
import type { HeldNote } from '#shared/ledger/held.ts'
import { nodeHashing } from './hashing.ts'

/** A ledger as an auditor gets it: its head, and its entries' canonical JSON in order. */
export interface LedgerSource {
  readonly head: Pick<ExportHead, 'key' | 'checkpoint'>
  readonly entries: AsyncIterable<string> | Iterable<string>
}

/** Reads the whole ledger against the held checkpoints. An empty list of faults means that everything holds. */
export async function auditLedger(
  source: LedgerSource,
  held: readonly HeldNote[],
): Promise<{ size: number; faults: readonly LedgerFault[] }> {
  const audit = new LedgerAudit(source.head, held, nodeHashing)
  for await (const entry of source.entries) audit.add(entry)
  return { size: audit.size, faults: audit.finish() }
}
