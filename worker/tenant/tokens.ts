import type { Sql } from './sql.ts'

/** A machine's token. Times in ms since 1970, but for those that are written down as they are shown. */
export interface TokenRow {
  id: string
  member: string
  name: string
  issuedBy: string
  issuedAt: string
  expires: number
  /** Last use, to the minute; null when never. */
  seen: number | null
  revokedAt: string | null
}

const COLUMNS = 'id, member, name, issued_by AS issuedBy, issued_at AS issuedAt, expires, seen, revoked_at AS revokedAt'

/** Long-lived tokens of machines. Only their hashes are here. */
export class Tokens {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  add(hash: string, row: Omit<TokenRow, 'seen' | 'revokedAt'>): void {
    this.#sql.run(
      'INSERT INTO tokens (id, hash, member, name, issued_by, issued_at, expires) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ...[row.id, hash, row.member, row.name, row.issuedBy, row.issuedAt, row.expires],
    )
  }

  /** Newest first; those that can still be used before the others. */
  all(limit: number): TokenRow[] {
    return this.#sql.all<TokenRow>(
      `SELECT ${COLUMNS} FROM tokens ORDER BY revoked_at IS NOT NULL, issued_at DESC, id LIMIT ?`,
      limit,
    )
  }

  find(id: string): TokenRow | null {
    return this.#sql.one<TokenRow>(`SELECT ${COLUMNS} FROM tokens WHERE id = ?`, id)
  }

  byHash(hash: string): TokenRow | null {
    return this.#sql.one<TokenRow>(`SELECT ${COLUMNS} FROM tokens WHERE hash = ?`, hash)
  }

  touch(id: string, seen: number): void {
    this.#sql.run('UPDATE tokens SET seen = ? WHERE id = ?', seen, id)
  }

  revoke(id: string, at: string): void {
    this.#sql.run('UPDATE tokens SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL', at, id)
  }

  /** Answers how many there were. */
  revokeAll(member: string, at: string): number {
    const open = 'FROM tokens WHERE member = ? AND revoked_at IS NULL'
    const count = this.#sql.one<{ n: number }>(`SELECT COUNT(*) AS n ${open}`, member)!.n
    this.#sql.run('UPDATE tokens SET revoked_at = ? WHERE member = ? AND revoked_at IS NULL', at, member)
    return count
  }
}
