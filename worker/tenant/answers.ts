import type { Blobs } from './blobs.ts'
import type { Sql } from './sql.ts'

export interface StoredAnswer {
  /** SHA-256 over who asked, what and with which body. */
  fingerprint: string
  status: number
  answer: unknown
}

/** What was answered to each idempotency key. Written in the transaction of the write itself, so that there is either both or neither. */
export class Answers {
  readonly #sql: Sql
  readonly #blobs: Blobs

  constructor(sql: Sql, blobs: Blobs) {
    this.#sql = sql
    this.#blobs = blobs
  }

  find(key: string): StoredAnswer | null {
    const row = this.#sql.one<{ fingerprint: string; status: number }>(
      'SELECT fingerprint, status FROM answers WHERE key = ?',
      key,
    )
    return row && { ...row, answer: this.#blobs.get(`answer/${key}`) }
  }

  put(key: string, { fingerprint, status, answer }: StoredAnswer, at: number): void {
    this.#sql.run(
      'INSERT INTO answers (key, fingerprint, status, at) VALUES (?, ?, ?, ?)',
      ...[key, fingerprint, status, at],
    )
    this.#blobs.add(`answer/${key}`, answer)
  }

  /** Forgets answers given before `before` (ms), at most `limit`, oldest first. Answers how many. */
  forget(before: number, limit: number): number {
    const rows = this.#sql.all<{ key: string }>(
      'DELETE FROM answers WHERE key IN (SELECT key FROM answers WHERE at < ? ORDER BY at LIMIT ?) RETURNING key',
      ...[before, limit],
    )
    for (const { key } of rows) this.#blobs.erase(`answer/${key}`)
    return rows.length
  }
}
