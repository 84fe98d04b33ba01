import { Blobs } from './blobs.ts'
import type { Sql } from './sql.ts'

/** A statement, or what one statement cannot do. */
type Change = string | ((sql: Sql) => void)

const append = (table: string): string[] =>
  (['UPDATE', 'DELETE'] as const).map(
    (verb) => `CREATE TRIGGER ${table}_no_${verb.toLowerCase()} BEFORE ${verb} ON ${table}
      BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
  )

/**
 * Forward-only migrations, one list of changes a step; a step that has shipped is never edited. `entries`, `hashes` and `checkpoints` can
 * only grow: the database itself refuses the rest.
 */
export const MIGRATIONS: readonly (readonly Change[])[] = [
  [
    'CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)',
    'CREATE TABLE blobs (id TEXT, part INTEGER, bytes BLOB NOT NULL, PRIMARY KEY (id, part))',
    `CREATE TABLE members (id TEXT PRIMARY KEY, at TEXT NOT NULL, active INTEGER NOT NULL, json TEXT NOT NULL)`,
    'CREATE TABLE invitations (hash TEXT PRIMARY KEY, member TEXT NOT NULL, expires INTEGER NOT NULL, used_by TEXT, used_at INTEGER)',
    `CREATE TABLE devices (id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, member TEXT NOT NULL, key TEXT NOT NULL,
      name TEXT NOT NULL, revoked INTEGER NOT NULL DEFAULT 0)`,
    'CREATE TABLE challenges (hash TEXT PRIMARY KEY, device TEXT NOT NULL, expires INTEGER NOT NULL)',
    `CREATE TABLE sessions (hash TEXT PRIMARY KEY, member TEXT NOT NULL, device TEXT NOT NULL, seen INTEGER NOT NULL,
      idle INTEGER NOT NULL, expires INTEGER NOT NULL)`,
    `CREATE TABLE pins (member TEXT PRIMARY KEY, salt TEXT NOT NULL, hash TEXT NOT NULL, failures INTEGER NOT NULL,
      locked_until INTEGER NOT NULL)`,
    'CREATE TABLE settings (version INTEGER PRIMARY KEY, at TEXT NOT NULL, json TEXT NOT NULL)',
    `CREATE TABLE rulesets (version INTEGER PRIMARY KEY, state TEXT NOT NULL, digest TEXT NOT NULL, json TEXT NOT NULL)`,
    `CREATE TABLE reviews (id TEXT PRIMARY KEY, place INTEGER NOT NULL UNIQUE, version INTEGER NOT NULL, state TEXT NOT NULL,
      level TEXT, author TEXT NOT NULL, hash TEXT NOT NULL, page TEXT, changed TEXT NOT NULL)`,
    'CREATE INDEX reviews_state ON reviews (state, place)',
    'CREATE INDEX reviews_author ON reviews (author, place)',
    'CREATE INDEX reviews_hash ON reviews (hash)',
    'CREATE TABLE comments (review TEXT NOT NULL, place INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (review, place))',
    'CREATE TABLE checks (id TEXT PRIMARY KEY, member TEXT NOT NULL, hash TEXT NOT NULL, at TEXT NOT NULL, json TEXT NOT NULL)',
    `CREATE TABLE releases (id TEXT PRIMARY KEY, member TEXT NOT NULL, review TEXT, used INTEGER NOT NULL DEFAULT 0,
      json TEXT NOT NULL)`,
    'CREATE INDEX releases_review ON releases (review)',
    `CREATE TABLE entries (seq INTEGER PRIMARY KEY, idem TEXT NOT NULL UNIQUE, type TEXT NOT NULL, subject TEXT,
      at TEXT NOT NULL, json TEXT NOT NULL)`,
    'CREATE INDEX entries_subject ON entries (subject, seq)',
    'CREATE TABLE openings (seq INTEGER NOT NULL, field TEXT NOT NULL, salt TEXT NOT NULL, PRIMARY KEY (seq, field))',
    'CREATE TABLE hashes (place INTEGER PRIMARY KEY, hash BLOB NOT NULL)',
    'CREATE TABLE checkpoints (size INTEGER PRIMARY KEY, note TEXT NOT NULL)',
    'CREATE TABLE answers (key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, status INTEGER NOT NULL, at INTEGER NOT NULL)',
    ...append('entries'),
    ...append('hashes'),
    ...append('checkpoints'),
  ],
  ['CREATE TABLE documents (kind TEXT, version INTEGER, at TEXT NOT NULL, PRIMARY KEY (kind, version))', moveProfiles],
  // AB角, machine tokens, 撤稿; what the sweep looks for gets an index.
  [
    `CREATE TABLE delegations (id TEXT PRIMARY KEY, reviewer TEXT NOT NULL, delegate TEXT NOT NULL, starts_on TEXT NOT NULL,
      ends_on TEXT NOT NULL, named_at TEXT NOT NULL, ended_at TEXT)`,
    'CREATE INDEX delegations_delegate ON delegations (delegate, ends_on)',
    'CREATE INDEX delegations_ends ON delegations (ends_on)',
    `CREATE TABLE tokens (id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, member TEXT NOT NULL, name TEXT NOT NULL,
      issued_by TEXT NOT NULL, issued_at TEXT NOT NULL, expires INTEGER NOT NULL, seen INTEGER, revoked_at TEXT)`,
    'CREATE INDEX tokens_member ON tokens (member)',
    `UPDATE releases SET json = json_set(json, '$.retractedAt', json('null'))`,
    'ALTER TABLE releases ADD COLUMN incident INTEGER NOT NULL DEFAULT 0',
    `UPDATE releases SET incident = 1 WHERE json_extract(json, '$.outcome') IN ('differs', 'extra')`,
    'CREATE INDEX releases_incident ON releases (incident) WHERE incident = 1',
    // Null in rows from before; the sweep fills it in.
    'ALTER TABLE reviews ADD COLUMN due TEXT',
    'CREATE INDEX reviews_due ON reviews (state, due)',
    'CREATE INDEX answers_at ON answers (at)',
    // Of a published policy whose interpretation is still to come: the day that its plan names.
    'ALTER TABLE reviews ADD COLUMN interpretation_due TEXT',
    'CREATE INDEX reviews_interpretation ON reviews (interpretation_due) WHERE interpretation_due IS NOT NULL',
  ],
]

/** Site profiles used to be a part of each rule set version; those in force become the first version of their own. */
function moveProfiles(sql: Sql): void {
  const row = sql.one<{ digest: string; json: string }>(
    "SELECT digest, json FROM rulesets WHERE version = (SELECT CAST(value AS INTEGER) FROM meta WHERE key = 'ruleset')",
  )
  if (!row) return
  const blobs = new Blobs(sql)
  const { profiles } = blobs.get<{ profiles: object[] }>(`ruleset/${row.digest}`)!
  const { proposedAt } = JSON.parse(row.json) as { proposedAt: string }
  sql.run("INSERT INTO documents (kind, version, at) VALUES ('profiles', 0, ?)", proposedAt)
  blobs.put(
    'document/profiles/0',
    profiles.map((profile) => ({ profile, enabled: true })),
  )
  sql.run("INSERT INTO meta (key, value) VALUES ('bundle', ?)", row.digest)
}

/** The schema's version in this database; 0 when nothing is there yet. */
export function schemaVersion(sql: Sql): number {
  if (!sql.one("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'meta'")) return 0
  return Number(sql.one<{ value: string }>("SELECT value FROM meta WHERE key = 'schema'")?.value ?? 0)
}

/** Brings the database from whatever version it is at to the newest. Run inside a transaction. A newer database than the code is refused. */
export function migrate(sql: Sql, to: number = MIGRATIONS.length): void {
  const from = schemaVersion(sql)
  if (from > to) throw new Error(`the database is at version ${from}, this code knows ${to}`)
  for (const step of MIGRATIONS.slice(from, to))
    for (const change of step) typeof change === 'string' ? sql.run(change) : change(sql)
  if (from < to) sql.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('schema', ?)", String(to))
}
