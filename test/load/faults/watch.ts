import { type Fault, failing, Injected } from './fault.ts'

/** A bureau's storage that counts its calls and fails where it is told to. */
export interface Watch {
  /** Counts from nothing, and fails at `fault`. */
  arm(fault: Fault | null): void
  readonly calls: number
  readonly commits: number
  /** The database itself, uncounted. */
  exec(query: string): Record<string, SqlStorageValue>[]
}

/** Puts itself into the storage's own `exec` and `transactionSync`, so that the product runs as it is. To be called before it takes hold of them. */
export function watchStorage(storage: DurableObjectStorage): Watch {
  const exec = storage.sql.exec.bind(storage.sql)
  const transactionSync = storage.transactionSync.bind(storage)
  let fault: Fault | null = null
  let calls = 0
  let commits = 0
  storage.sql.exec = ((query: string, ...values: SqlStorageValue[]) => {
    calls += 1
    return failing(fault, { at: 'storage', call: calls }, () => exec(query, ...values))
  }) as SqlStorage['exec']
  storage.transactionSync = (work) => {
    commits += 1
    const call = commits
    return failing(fault?.when === 'after' ? fault : null, { at: 'commit', call }, () =>
      transactionSync(() => {
        const done = work()
        // Everything is written and nothing of it is committed yet.
        if (fault?.at === 'commit' && fault.when === 'before' && fault.call === call) throw new Injected()
        return done
      }),
    )
  }
  return {
    arm(next) {
      fault = next
      calls = 0
      commits = 0
    },
    get calls() {
      return calls
    },
    get commits() {
      return commits
    },
    exec: (query) => exec(query).toArray(),
  }
}
