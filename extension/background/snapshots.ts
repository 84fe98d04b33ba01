import { Draft } from '#shared/draft/draft.ts'
import type { Snapshot } from '../messages/view.ts'
import type { Database } from '../platform/database.ts'
import type { Sealed, Vault } from './vault.ts'

/** Kept per article, newest first; older ones go. */
const KEPT_PER_PAGE = 10

interface Row {
  id: string
  page: string
  keptAt: number
  sealed: Sealed
}

export interface Snapshots {
  /** Keeps a draft. The same text twice in a row is kept once. */
  keep(page: string, draft: Draft): Promise<void>
  list(page: string): Promise<Snapshot[]>
  read(id: string): Promise<Draft | null>
}

/** 本机稿件快照: every held draft, encrypted, so that no hold can ever cost a word. */
export function snapshots(database: Database, vault: Vault, now: () => number = Date.now): Snapshots {
  const rowsOf = async (page: string): Promise<Row[]> =>
    (await database.all<Row>('snapshots'))
      .filter((row) => row.page === page)
      .sort((left, right) => right.keptAt - left.keptAt)
  const open = async (row: Row): Promise<Draft> => Draft.parse(await vault.open(row.sealed))

  return {
    async keep(page, draft) {
      const rows = await rowsOf(page)
      const last = rows[0] === undefined ? null : await open(rows[0]).catch(() => null)
      if (last !== null && JSON.stringify(last) === JSON.stringify(draft)) return
      await database.put('snapshots', { id: crypto.randomUUID(), page, keptAt: now(), sealed: await vault.seal(draft) })
      for (const old of rows.slice(KEPT_PER_PAGE - 1)) await database.remove('snapshots', old.id)
    },
    async list(page) {
      const listed: Snapshot[] = []
      for (const row of await rowsOf(page)) {
        const draft = await open(row).catch(() => null)
        if (draft === null) continue
        const characters = draft.body.source.replace(/<[^>]*>/g, '').length
        listed.push({ id: row.id, title: draft.title, keptAt: row.keptAt, characters })
      }
      return listed
    },
    async read(id) {
      const row = await database.get<Row>('snapshots', id)
      return row === undefined ? null : open(row)
    },
  }
}
