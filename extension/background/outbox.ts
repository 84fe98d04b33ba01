import type { Database } from '../platform/database.ts'
import type { Sealed, Vault } from './vault.ts'

/** What may wait: submissions and records. A decision of a reviewer is never queued (an approval made offline would approve the past). */
export type OutboxKind = 'submit' | 'check' | 'published' | 'withdraw'

/** One message to the Worker. `idem` is made once, when it is queued; every try sends the same key and the same body. */
export interface Outgoing {
  seq: number
  idem: string
  kind: OutboxKind
  madeAt: number
  tries: number
  /** `sent`: at least one try left this machine and its answer never came. `stuck`: the Worker refused it; kept for a person to see. */
  state: 'queued' | 'sent' | 'stuck'
  problem: string | null
  body: unknown
}

type Stored = Omit<Outgoing, 'body'> & { sealed: Sealed }

/** `later`: no connection or no session; try again, in order. `refused`: never will be taken as it is. */
export type Delivery = { done: true } | { later: string } | { refused: string }

export interface Outbox {
  /** Answers only when the message is on disk. */
  put(kind: OutboxKind, body: unknown, idem?: string): Promise<string>
  /** Sends in order until empty or until one must wait. Returns how many still wait. One drain runs after another, never two at a time. */
  drain(): Promise<number>
  waiting(): Promise<Outgoing[]>
  /** A person has seen a stuck message and lets it go. */
  discard(idem: string): Promise<void>
}

/**
 * The outbox: queued → sent → acknowledged (then it is gone). `deliver` is called with a message at least once, and again after any end that
 * is not an acknowledgement; the Worker's idempotency table makes that harmless.
 */
export function outbox(
  database: Database,
  vault: Vault,
  deliver: (message: Outgoing) => Promise<Delivery>,
  now: () => number = Date.now,
): Outbox {
  let running: Promise<unknown> = Promise.resolve()
  const stored = async (): Promise<Stored[]> =>
    (await database.all<Stored>('outbox')).sort((left, right) => left.seq - right.seq)

  async function step(row: Stored): Promise<'next' | 'wait'> {
    const { sealed, ...head } = row
    const tried: Stored = { ...row, state: 'sent', tries: row.tries + 1 }
    // On disk before it leaves: after a kill we know that an answer may exist that we never saw.
    await database.put('outbox', tried)
    const outcome = await deliver({ ...head, tries: tried.tries, state: 'sent', body: await vault.open(sealed) })
    if ('done' in outcome) {
      await database.remove('outbox', row.seq)
      return 'next'
    }
    if ('refused' in outcome) {
      await database.put('outbox', { ...tried, state: 'stuck', problem: outcome.refused })
      return 'next'
    }
    await database.put('outbox', { ...tried, problem: outcome.later })
    return 'wait'
  }

  async function drainOnce(): Promise<number> {
    for (;;) {
      const row = (await stored()).find(({ state }) => state !== 'stuck')
      if (row === undefined || (await step(row)) === 'wait') break
    }
    return (await stored()).length
  }

  return {
    async put(kind, body, idem = crypto.randomUUID()) {
      const row = {
        idem,
        kind,
        madeAt: now(),
        tries: 0,
        state: 'queued',
        problem: null,
        sealed: await vault.seal(body),
      }
      await database.add('outbox', row)
      return idem
    },
    drain() {
      const mine = running.then(drainOnce)
      running = mine.catch(() => undefined)
      return mine
    },
    async waiting() {
      const rows = await stored()
      return Promise.all(rows.map(async ({ sealed, ...head }) => ({ ...head, body: await vault.open(sealed) })))
    },
    async discard(idem) {
      for (const row of await stored())
        if (row.idem === idem && row.state === 'stuck') await database.remove('outbox', row.seq)
    },
  }
}
