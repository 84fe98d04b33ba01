import type { SiteProfile } from '#shared/api/contract/profiles.ts'
import type { Blobs } from './blobs.ts'
import type { Sql } from './sql.ts'

/** What a bureau keeps beside its rule set, each whole and in versions. */
export interface DocumentKinds {
  profiles: SiteProfile[]
}
export interface DocumentRow<K extends keyof DocumentKinds> {
  readonly version: number
  readonly at: string
  readonly content: DocumentKinds[K]
}

/** The bureau's documents, every version of each. */
export class Documents {
  readonly #sql: Sql
  readonly #blobs: Blobs

  constructor(sql: Sql, blobs: Blobs) {
    this.#sql = sql
    this.#blobs = blobs
  }

  current<K extends keyof DocumentKinds>(kind: K): DocumentRow<K> {
    const row = this.#sql.one<{ version: number; at: string }>(
      'SELECT version, at FROM documents WHERE kind = ? ORDER BY version DESC LIMIT 1',
      kind,
    )
    const content = row && this.#blobs.get<DocumentKinds[K]>(`document/${kind}/${row.version}`)
    if (!row || !content) throw new Error(`a bureau without ${kind}`)
    return { ...row, content }
  }

  add<K extends keyof DocumentKinds>(kind: K, { version, at, content }: DocumentRow<K>): void {
    this.#sql.run('INSERT INTO documents (kind, version, at) VALUES (?, ?, ?)', kind, version, at)
    this.#blobs.put(`document/${kind}/${version}`, content)
  }
}
