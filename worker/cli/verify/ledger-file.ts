import { open } from 'node:fs/promises'
import { ExportHead } from '#shared/ledger/export.ts'
import type { LedgerSource } from './ledger.ts'

/** The exported ledger in `file`, read line by line; null when the first line is not that of one. */
export async function openExport(file: string): Promise<LedgerSource | null> {
  const handle = await open(file)
  const lines = handle.readLines()[Symbol.asyncIterator]()
  const first = await lines.next()
  const head = first.done ? null : readHead(first.value)
  if (head) return { head, entries: { [Symbol.asyncIterator]: () => lines } }
  await handle.close()
  return null
}

function readHead(line: string): ExportHead | null {
  try {
    return ExportHead.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}
