import type { Watch } from './watch.ts'

/** All that a bureau's database holds, as one hash, and how many ledger entries it has. */
export async function stateOf(exec: Watch['exec']): Promise<{ digest: string; entries: number }> {
  const tables = exec("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'")
    .map(({ name }) => String(name))
    .sort()
  const rows = tables.map((table) => [table, exec(`SELECT * FROM "${table}" ORDER BY 1, 2`)])
  const text = JSON.stringify(rows, (_, value) =>
    value instanceof ArrayBuffer ? Array.from(new Uint8Array(value)).join() : value,
  )
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  const digest = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
  const entries = tables.includes('entries') ? Number(exec('SELECT COUNT(*) AS n FROM entries')[0]!.n) : 0
  return { digest, entries }
}
