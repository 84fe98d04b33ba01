/**
 * IndexedDB as promises. Every write asks for `durability: 'strict'`: when a write has been answered, it survives a kill of the browser.
 * Stores: `outbox` (by seq), `sent` (what was submitted from this device, by idempotency key), `snapshots` (encrypted), `keys`
 * (non-extractable CryptoKeys), `kept` (the cached rule set and small values).
 */
const NAME = 'menxia'
const VERSION = 1

export type StoreName = 'outbox' | 'sent' | 'snapshots' | 'keys' | 'kept'

let opened: Promise<IDBDatabase> | null = null

function open(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION)
    request.onupgradeneeded = () => {
      const database = request.result
      database.createObjectStore('outbox', { keyPath: 'seq', autoIncrement: true })
      database.createObjectStore('sent', { keyPath: 'idem' })
      database.createObjectStore('snapshots', { keyPath: 'id' })
      database.createObjectStore('keys')
      database.createObjectStore('kept')
    }
    request.onsuccess = () => {
      // Another version of the extension wants to upgrade: let go, and open anew at the next use.
      request.result.onversionchange = () => {
        request.result.close()
        opened = null
      }
      resolve(request.result)
    }
    request.onerror = () => {
      opened = null
      reject(request.error)
    }
  })
  return opened
}

async function run<T>(
  store: StoreName,
  mode: IDBTransactionMode,
  work: (s: IDBObjectStore) => IDBRequest<T>,
): Promise<T> {
  const database = await open()
  return new Promise<T>((resolve, reject) => {
    const transaction = database.transaction(store, mode, { durability: 'strict' })
    const request = work(transaction.objectStore(store))
    transaction.oncomplete = () => resolve(request.result)
    transaction.onabort = () => reject(transaction.error ?? request.error)
  })
}

export const database = {
  get: <T>(store: StoreName, key: IDBValidKey): Promise<T | undefined> => run(store, 'readonly', (s) => s.get(key)),
  all: <T>(store: StoreName): Promise<T[]> => run(store, 'readonly', (s) => s.getAll()),
  put: (store: StoreName, value: unknown, key?: IDBValidKey): Promise<IDBValidKey> =>
    run(store, 'readwrite', (s) => s.put(value, key)),
  /** Refuses an existing key, so two workers that race to make one thing cannot both win. */
  add: (store: StoreName, value: unknown, key?: IDBValidKey): Promise<IDBValidKey> =>
    run(store, 'readwrite', (s) => s.add(value, key)),
  remove: (store: StoreName, key: IDBValidKey): Promise<undefined> => run(store, 'readwrite', (s) => s.delete(key)),
}

/** What the rest of the extension needs of a store; tests pass a Map behind it. */
export type Database = typeof database
