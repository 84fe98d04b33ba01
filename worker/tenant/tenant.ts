import { Answers } from './answers.ts'
import { Blobs } from './blobs.ts'
import { Delegations } from './delegations.ts'
import { Documents } from './documents.ts'
import { type Keys, keysOf } from './keys.ts'
import { LedgerStore } from './ledger-store.ts'
import { Members } from './members.ts'
import { Meta } from './meta.ts'
import { Releases } from './release-store.ts'
import { Reviews } from './review-store.ts'
import { RuleSets } from './ruleset-store.ts'
import { Sessions } from './sessions.ts'
import { SettingsStore } from './settings-store.ts'
import type { Sql } from './sql.ts'
import { Tokens } from './tokens.ts'

/** Everything of one bureau, in its own database. Synchronous throughout: services run inside one transaction and await nothing. */
export interface Tenant {
  readonly id: string
  readonly name: string
  readonly meta: Meta
  readonly keys: Keys
  readonly members: Members
  readonly sessions: Sessions
  readonly tokens: Tokens
  readonly delegations: Delegations
  readonly settings: SettingsStore
  readonly documents: Documents
  readonly rulesets: RuleSets
  readonly reviews: Reviews
  readonly releases: Releases
  readonly ledger: LedgerStore
  readonly answers: Answers
}

/** The bureau in this database. Its id, name and keys must be there. */
export function tenantOf(sql: Sql): Tenant {
  const meta = new Meta(sql)
  const blobs = new Blobs(sql)
  const keys = keysOf(meta)
  const id = meta.need('id')
  return {
    id,
    name: meta.need('name'),
    meta,
    keys,
    members: new Members(sql),
    sessions: new Sessions(sql),
    tokens: new Tokens(sql),
    delegations: new Delegations(sql),
    settings: new SettingsStore(sql),
    documents: new Documents(sql, blobs),
    rulesets: new RuleSets(sql, blobs, meta),
    reviews: new Reviews(sql, blobs),
    releases: new Releases(sql),
    ledger: new LedgerStore(sql, blobs, keys, id),
    answers: new Answers(sql, blobs),
  }
}
