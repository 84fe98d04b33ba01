import type { Database } from '../platform/database.ts'
import { sentences } from '../platform/text/background.ts'
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

/** `by`: member id of the person who queued it. Rows of an older version have none. */
type Stored = Omit<Outgoing, 'body'> & { sealed: Sealed; by?: string | null }

/**
 * `lost`: no answer came; try again soon, in order. `later`: no session, or the Worker says not now. `refused`: never will be taken as
 * it is.
 */
export type Delivery = { done: true } | { lost: string } | { later: string } | { refused: string }

/** How long to wait before each new try of a message whose answer was lost, ms. A drain gives up where all were in vain. */
export const PAUSES: readonly number[] = [100, 200, 400, 800, 1600]

export interface Outbox {
  /** Answers only when the message is on disk. */
  put(kind: OutboxKind, body: unknown, idem?: string): Promise<string>
  /**
   * Sends in order until empty or until one must wait; what is of another person waits for that person. Returns how many still wait.
   * One drain runs after another, never two at a time. `pauses`: before each new try where a line loses answers; none: one try.
   */
  drain(pauses?: readonly number[]): Promise<number>
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
  person: () => Promise<string | null> = async () => null,
  now: () => number = Date.now,
): Outbox {
  let running: Promise<unknown> = Promise.resolve()
  const stored = async (): Promise<Stored[]> =>
    (await database.all<Stored>('outbox')).sort((left, right) => left.seq - right.seq)

  async function deliverOne(row: Stored): Promise<Delivery> {
    const { sealed, by: _, ...head } = row
    // What cannot be read again never will be: kept for a person to see, and the next one goes on.
    const body = await vault.open(sealed).catch(() => undefined)
    if (body === undefined) return { refused: sentences.unreadable }
    return await deliver({ ...head, body })
  }

  async function step(row: Stored): Promise<'next' | 'again' | 'wait'> {
    const tried: Stored = { ...row, state: 'sent', tries: row.tries + 1 }
    // On disk before it leaves: after a kill we know that an answer may exist that we never saw.
    await database.put('outbox', tried)
    const outcome = await deliverOne(tried)
    if ('done' in outcome) {
      await database.remove('outbox', row.seq)
      return 'next'
    }
    if ('refused' in outcome) {
      await database.put('outbox', { ...tried, state: 'stuck', problem: outcome.refused })
      return 'next'
    }
    const lost = 'lost' in outcome
    await database.put('outbox', { ...tried, problem: lost ? outcome.lost : outcome.later })
    return lost ? 'again' : 'wait'
  }

  async function drainOnce(pauses: readonly number[]): Promise<number> {
    const mine = await person()
    const next = async (): Promise<Stored | undefined> =>
      (await stored()).find(({ state, by }) => state !== 'stuck' && (by == null || by === mine))
    let failures = 0
    for (let row = await next(); row !== undefined; row = await next()) {
      const went = await step(row)
      failures = went === 'again' ? failures + 1 : 0
      const pause = pauses[failures - 1]
      if (went === 'wait' || (went === 'again' && pause === undefined)) break
      if (pause !== undefined) await new Promise((resolve) => setTimeout(resolve, pause))
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
        by: await person(),
        sealed: await vault.seal(body),
      }
      await database.add('outbox', row)
      return idem
    },
    drain(pauses = []) {
      const mine = running.then(() => drainOnce(pauses))
      running = mine.catch(() => undefined)
      return mine
    },
    async waiting() {
      const rows = await stored()
      return Promise.all(
        rows.map(async ({ sealed, by: _, ...head }) => ({ ...head, body: await vault.open(sealed).catch(() => null) })),
      )
    },
    async discard(idem) {
      for (const row of await stored())
        if (row.idem === idem && row.state === 'stuck') await database.remove('outbox', row.seq)
    },
  }
}
