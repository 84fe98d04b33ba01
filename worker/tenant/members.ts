import type { Member } from '#shared/api/contract/people.ts'
import type { Sql } from './sql.ts'

interface Invited {
  member: string
  expires: number
  usedBy: string | null
  usedAt: number | null
}

/** People of the bureau, and the invitations that let them in. */
export class Members {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  all(): Member[] {
    return this.#sql
      .all<{ json: string }>('SELECT json FROM members ORDER BY at, id')
      .map(({ json }) => JSON.parse(json))
  }

  find(id: string): Member | null {
    const row = this.#sql.one<{ json: string }>('SELECT json FROM members WHERE id = ?', id)
    return row && JSON.parse(row.json)
  }

  nameOf(id: string): string {
    return this.find(id)?.name ?? id
  }

  put(member: Member, at: string): void {
    this.#sql.run(
      `INSERT INTO members (id, at, active, json) VALUES (?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET active = excluded.active, json = excluded.json`,
      ...[member.id, at, member.active ? 1 : 0, JSON.stringify(member)],
    )
  }

  activeAdmins(): Member[] {
    return this.all().filter(({ active, roles }) => active && roles.includes('admin'))
  }

  /** A new invitation takes the place of the member's earlier ones. */
  invite(hash: string, member: string, expires: number): void {
    this.#sql.run('DELETE FROM invitations WHERE member = ? AND used_at IS NULL', member)
    this.#sql.run('INSERT INTO invitations (hash, member, expires) VALUES (?, ?, ?)', hash, member, expires)
  }

  invitation(hash: string): Invited | null {
    return this.#sql.one<Invited>(
      'SELECT member, expires, used_by AS usedBy, used_at AS usedAt FROM invitations WHERE hash = ?',
      hash,
    )
  }

  useInvitation(hash: string, by: string, at: number): void {
    this.#sql.run('UPDATE invitations SET used_by = ?, used_at = ? WHERE hash = ?', by, at, hash)
  }
}
