import { type Client, createClient, type Outcome, type Send } from '#shared/api/client.ts'
import { account, ticket } from '../platform/account.ts'
import type { Session } from './session.ts'

export type Reach = 'never' | 'online' | 'offline' | 'refused'

export interface WorkerLink {
  call: Client
  /** How the last call ended. `never`: no Worker is set. */
  reach(): { state: Reach; refusal: string | null }
}

/** The Worker as the signed-in person: one renewal when the token has ended, and a memory of whether it answers. `heard` runs when that changes. */
export function workerLink(session: Session, send: Send, heard: () => void): WorkerLink {
  let state: Reach = 'never'
  let refusal: string | null = null

  function note(outcome: Outcome<unknown>): void {
    const before = `${state} ${refusal}`
    const code = outcome.kind === 'problem' ? outcome.problem.code : null
    state =
      outcome.kind === 'unreachable' ? 'offline' : code === 'forbidden' || code === 'unavailable' ? 'refused' : 'online'
    refusal = state === 'refused' && outcome.kind === 'problem' ? outcome.problem.detail : null
    if (before !== `${state} ${refusal}`) heard()
  }

  const call: Client = async (key, ask) => {
    const mine = await account.get()
    if (mine === null) {
      state = 'never'
      return { kind: 'unreachable', why: 'no Worker is set' }
    }
    const client = createClient({ base: mine.worker, send, token: () => session.token() })
    let outcome = await client(key, ask)
    if (outcome.kind === 'problem' && outcome.problem.status === 401) {
      await ticket.set(null)
      if ((await session.token()) !== null) outcome = await client(key, ask)
    }
    note(outcome)
    return outcome
  }
  return { call, reach: () => ({ state, refusal }) }
}
