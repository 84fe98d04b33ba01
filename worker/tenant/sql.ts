type Value = string | number | null | ArrayBuffer | Uint8Array

/** The bureau's SQLite, as thinly as it can be had. Every call is synchronous; a value is never over 1 MB (see blobs.ts). */
export interface Sql {
  all<Row>(query: string, ...values: Value[]): Row[]
  /** The first row, or null. */
  one<Row>(query: string, ...values: Value[]): Row | null
  run(query: string, ...values: Value[]): void
}

export function sqlOf(storage: SqlStorage): Sql {
  const all = <Row>(query: string, ...values: Value[]): Row[] =>
    storage.exec(query, ...(values as SqlStorageValue[])).toArray() as Row[]
  return {
    all,
    one: <Row>(query: string, ...values: Value[]) => all<Row>(query, ...values)[0] ?? null,
    run: (query, ...values) => void all(query, ...values),
  }
}
