import type { Database, StoreName } from './database.ts'

/** The same promises as `database`, kept in memory: for tests, where no IndexedDB is. */
export function memoryDatabase(): Database {
  const stores = new Map<StoreName, Map<IDBValidKey, unknown>>()
  let next = 1
  const of = (store: StoreName): Map<IDBValidKey, unknown> => {
    const found = stores.get(store) ?? new Map<IDBValidKey, unknown>()
    stores.set(store, found)
    return found
  }
  const keyOf = (store: StoreName, value: unknown, key: IDBValidKey | undefined): IDBValidKey => {
    if (key !== undefined) return key
    const row = value as { seq?: number; idem?: string; id?: string }
    if (store === 'outbox') {
      row.seq ??= next++
      return row.seq
    }
    return (store === 'sent' ? row.idem : row.id) as IDBValidKey
  }
  const write = (store: StoreName, value: unknown, key: IDBValidKey | undefined, fresh: boolean): IDBValidKey => {
    const copy = key === undefined ? structuredClone(value) : value
    const at = keyOf(store, copy, key)
    if (fresh && of(store).has(at)) throw new DOMException('exists', 'ConstraintError')
    of(store).set(at, copy)
    return at
  }
  return {
    get: async <T>(store: StoreName, key: IDBValidKey) => of(store).get(key) as T | undefined,
    all: async <T>(store: StoreName) => [...of(store).values()] as T[],
    put: async (store, value, key) => write(store, value, key, false),
    add: async (store, value, key) => write(store, value, key, true),
    remove: async (store, key) => {
      of(store).delete(key)
      return undefined
    },
  }
}
