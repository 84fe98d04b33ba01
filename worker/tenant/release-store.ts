import type { Release } from '#shared/api/contract/releases.ts'
import type { Sql } from './sql.ts'

export interface ReleaseRow {
  release: Release
  member: string
  /** The CMS has taken its pass. */
  used: boolean
}

/** Sent otherwise than approved, and still to be taken down. */
export function isOpenIncident({ outcome, retractedAt }: Release): boolean {
  return (outcome === 'differs' || outcome === 'extra') && retractedAt === null
}

/** 放行, and the checks that were recorded. */
export class Releases {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  put({ release, member, used }: ReleaseRow): void {
    this.#sql.run(
      `INSERT INTO releases (id, member, review, used, incident, json) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET used = excluded.used, incident = excluded.incident, json = excluded.json`,
      ...[release.id, member, release.reviewId, used ? 1 : 0, isOpenIncident(release) ? 1 : 0, JSON.stringify(release)],
    )
  }

  find(id: string): ReleaseRow | null {
    const row = this.#sql.one<{ member: string; used: number; json: string }>(
      'SELECT member, used, json FROM releases WHERE id = ?',
      id,
    )
    return row && { release: JSON.parse(row.json), member: row.member, used: row.used === 1 }
  }

  ofReview(review: string): Release[] {
    const rows = this.#sql.all<{ json: string }>('SELECT json FROM releases WHERE review = ?', review)
    return rows.map(({ json }) => JSON.parse(json))
  }

  /** Published otherwise than approved, and not taken down yet; oldest first. */
  incidents(limit: number): ReleaseRow[] {
    const rows = this.#sql.all<{ id: string }>(
      'SELECT id FROM releases WHERE incident = 1 ORDER BY rowid LIMIT ?',
      limit,
    )
    return rows.map(({ id }) => this.find(id)!)
  }

  addCheck(check: { id: string; member: string; hash: string; at: string; json: string }): void {
    this.#sql.run(
      'INSERT INTO checks (id, member, hash, at, json) VALUES (?, ?, ?, ?, ?)',
      ...[check.id, check.member, check.hash, check.at, check.json],
    )
  }
}
