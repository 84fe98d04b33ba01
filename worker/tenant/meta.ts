import type { Sql } from './sql.ts'

/** Single facts about the bureau: its id, its name, its keys. */
export class Meta {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  get(key: string): string | null {
    return this.#sql.one<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value ?? null
  }

  /** The fact, which must be there. */
  need(key: string): string {
    const value = this.get(key)
    if (value === null) throw new Error(`the bureau has no ${key}`)
    return value
  }

  set(key: string, value: string): void {
    this.#sql.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key, value)
  }
}
