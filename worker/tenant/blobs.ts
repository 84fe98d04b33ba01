import type { Sql } from './sql.ts'

/** Largest value in the database, bytes. Production refuses 2 MB; local workerd takes 5, so a test alone would not notice. */
export const PART_BYTES = 1_000_000

/** Long values, as JSON in parts. Anything that can be over a few thousand characters goes here and not into a column. */
export class Blobs {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  put(id: string, value: unknown): void {
    const parts = this.#insert(id, value, 'ON CONFLICT (id, part) DO UPDATE SET bytes = excluded.bytes')
    this.#sql.run('DELETE FROM blobs WHERE id = ? AND part >= ?', id, parts)
  }

  /** {@link put} for an id that was never used: the database refuses another. */
  add(id: string, value: unknown): void {
    this.#insert(id, value, '')
  }

  #insert(id: string, value: unknown, conflict: string): number {
    const bytes = new TextEncoder().encode(JSON.stringify(value))
    const parts = Math.ceil(bytes.length / PART_BYTES)
    for (let part = 0; part < parts; part++) {
      const slice = bytes.slice(part * PART_BYTES, (part + 1) * PART_BYTES)
      this.#sql.run(`INSERT INTO blobs (id, part, bytes) VALUES (?, ?, ?) ${conflict}`, id, part, slice)
    }
    return parts
  }

  /** Null when there is none, or no longer. */
  get<T>(id: string): T | null {
    const rows = this.#sql.all<{ bytes: ArrayBuffer }>('SELECT bytes FROM blobs WHERE id = ? ORDER BY part', id)
    if (rows.length === 0) return null
    const decoder = new TextDecoder()
    const text = rows.map(({ bytes }) => decoder.decode(bytes, { stream: true })).join('') + decoder.decode()
    return JSON.parse(text) as T
  }

  erase(id: string): void {
    this.#sql.run('DELETE FROM blobs WHERE id = ?', id)
  }
}
