import type { CivilDate } from '#shared/calendar/civil-date.ts'
import type { Sql } from './sql.ts'

/** 代理 (AB角): for these days, both included, `delegate` may decide in the place of `reviewer`. */
export interface DelegationRow {
  id: string
  reviewer: string
  delegate: string
  startsOn: CivilDate
  endsOn: CivilDate
  namedAt: string
  endedAt: string | null
}

const COLUMNS =
  'id, reviewer, delegate, starts_on AS startsOn, ends_on AS endsOn, named_at AS namedAt, ended_at AS endedAt'

export class Delegations {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  add(row: DelegationRow): void {
    const { id, reviewer, delegate, startsOn, endsOn, namedAt } = row
    this.#sql.run(
      'INSERT INTO delegations (id, reviewer, delegate, starts_on, ends_on, named_at) VALUES (?, ?, ?, ?, ?, ?)',
      ...[id, reviewer, delegate, startsOn, endsOn, namedAt],
    )
  }

  find(id: string): DelegationRow | null {
    return this.#sql.one<DelegationRow>(`SELECT ${COLUMNS} FROM delegations WHERE id = ?`, id)
  }

  end(id: string, at: string): void {
    this.#sql.run('UPDATE delegations SET ended_at = ? WHERE id = ?', at, id)
  }

  /** Those that have not run out on `day` and were not ended, oldest first; `reviewer`: only theirs. */
  open(day: CivilDate, reviewer: string | null = null): DelegationRow[] {
    return this.#sql.all<DelegationRow>(
      `SELECT ${COLUMNS} FROM delegations WHERE ends_on >= ? AND ended_at IS NULL AND (? IS NULL OR reviewer = ?)
       ORDER BY named_at, id`,
      ...[day, reviewer, reviewer],
    )
  }

  /** Those in force on `day` that name `delegate`, oldest first. */
  naming(delegate: string, day: CivilDate): DelegationRow[] {
    return this.#sql.all<DelegationRow>(
      `SELECT ${COLUMNS} FROM delegations WHERE delegate = ? AND ends_on >= ? AND starts_on <= ? AND ended_at IS NULL
       ORDER BY named_at, id`,
      ...[delegate, day, day],
    )
  }
}
