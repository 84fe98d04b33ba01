import * as z from 'zod'

/**
 * First line of an exported ledger (`.jsonl`): whose it is and the signed checkpoint over all of it. Every further line is one entry's canonical
 * JSON, from entry 0, so that a ledger of any length can be read once and never be held whole.
 */
export const ExportHead = z.strictObject({
  format: z.literal('menxia-ledger'),
  v: z.literal(1),
  key: z.string().max(1000),
  checkpoint: z.string().max(200_000),
})
export type ExportHead = z.infer<typeof ExportHead>
