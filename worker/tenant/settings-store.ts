import type { Settings } from '#shared/api/contract/settings.ts'
import { LATER_SETTINGS } from '../services/first-settings.ts'
import type { Sql } from './sql.ts'

export interface SettingsRow {
  version: number
  at: string
  settings: Settings
}

/** The bureau's settings, every version of them as it was stored; what an earlier one lacks is filled in when it is read. */
export class SettingsStore {
  readonly #sql: Sql

  constructor(sql: Sql) {
    this.#sql = sql
  }

  current(): SettingsRow {
    const row = this.#sql.one<{ version: number; at: string; json: string }>(
      'SELECT version, at, json FROM settings ORDER BY version DESC LIMIT 1',
    )
    if (!row) throw new Error('a bureau without settings')
    return { version: row.version, at: row.at, settings: { ...LATER_SETTINGS, ...JSON.parse(row.json) } }
  }

  add(settings: Settings, version: number, at: string): void {
    this.#sql.run('INSERT INTO settings (version, at, json) VALUES (?, ?, ?)', version, at, JSON.stringify(settings))
  }
}
