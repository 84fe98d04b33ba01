import type { RuleSetSummary } from '#shared/api/contract/rulesets.ts'
import type { YearPlan } from '#shared/calendar/year-plan.ts'
import type { Blobs } from './blobs.ts'
import type { Meta } from './meta.ts'
import type { Sql } from './sql.ts'

/** What a version is: its rule set document. Immutable under its digest. */
export interface RuleSetContent {
  ruleset: Record<string, unknown>
}
/** A summary whose people are ids. */
export type RuleSetRow = Omit<RuleSetSummary, 'version'> & { number: number; baseNumber: number | null }

/** Versions of the rule set. Contents are kept once per digest. */
export class RuleSets {
  readonly #sql: Sql
  readonly #blobs: Blobs
  readonly #meta: Meta

  constructor(sql: Sql, blobs: Blobs, meta: Meta) {
    this.#sql = sql
    this.#blobs = blobs
    this.#meta = meta
  }

  nextNumber(): number {
    return (this.#sql.one<{ n: number | null }>('SELECT MAX(version) AS n FROM rulesets')?.n ?? -1) + 1
  }

  put(row: RuleSetRow): void {
    this.#sql.run(
      'INSERT OR REPLACE INTO rulesets (version, state, digest, json) VALUES (?, ?, ?, ?)',
      ...[row.number, row.state, row.digest, JSON.stringify(row)],
    )
  }

  find(number: number): RuleSetRow | null {
    const row = this.#sql.one<{ json: string }>('SELECT json FROM rulesets WHERE version = ?', number)
    return row && JSON.parse(row.json)
  }

  /** Newest first, below `before`. */
  list(before: number, limit: number): RuleSetRow[] {
    const rows = this.#sql.all<{ json: string }>(
      'SELECT json FROM rulesets WHERE version < ? ORDER BY version DESC LIMIT ?',
      before,
      limit,
    )
    return rows.map(({ json }) => JSON.parse(json))
  }

  content(digest: string): RuleSetContent {
    const content = this.#blobs.get<RuleSetContent>(`ruleset/${digest}`)
    if (!content) throw new Error(`the content of rule set ${digest} is missing`)
    return content
  }

  putContent(digest: string, content: RuleSetContent): void {
    this.#blobs.put(`ruleset/${digest}`, content)
    const { calendar } = content.ruleset
    if (calendar !== undefined) this.#blobs.put(`calendar/${digest}`, calendar)
  }

  /** 放假安排 that the rule set in force adds. Kept beside its content, which may be 8 MiB: the list of what is owed asks every few minutes. */
  get yearsInForce(): readonly YearPlan[] {
    return this.#blobs.get<YearPlan[]>(`calendar/${this.find(this.current)!.digest}`) ?? []
  }

  /** Number of the version in use. */
  get current(): number {
    return Number(this.#meta.need('ruleset'))
  }

  /** Number of the version in use and the name of what a browser gets of it, from one question: every browser asks every few minutes. */
  get inForce(): { number: string; bundle: string } {
    const row = this.#sql.one<{ number: string; bundle: string }>(
      `SELECT (SELECT value FROM meta WHERE key = 'ruleset') AS number, (SELECT value FROM meta WHERE key = 'bundle') AS bundle`,
    )
    if (!row?.number || !row.bundle) throw new Error('a bureau without a rule set')
    return row
  }

  setCurrent(number: number): void {
    this.#meta.set('ruleset', String(number))
  }
}
