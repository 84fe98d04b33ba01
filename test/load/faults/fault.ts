/**
 * Where something fails: at the n-th call of the database (from 1), at the commit, or on the way from the front to the bureau's object; before it
 * happens, or after, when it has happened and nobody learns of it.
 */
export interface Fault {
  readonly at: 'storage' | 'commit' | 'outgoing'
  readonly when: 'before' | 'after'
  readonly call: number
}

export const FAULT_HEADER = 'x-fault'
/** Answered by the bureau's object: how many calls of its database and how many commits this request has made. */
export const CALLS_HEADER = 'x-calls'
export const COMMITS_HEADER = 'x-commits'

export function formatFault({ at, when, call }: Fault): string {
  return `${at}:${when}:${call}`
}

export function parseFault(text: string | null): Fault | null {
  const match = /^(storage|commit|outgoing):(before|after):(\d+)$/.exec(text ?? '')
  return match && { at: match[1] as Fault['at'], when: match[2] as Fault['when'], call: Number(match[3]) }
}

export class Injected extends Error {
  override name = 'Injected'
}

/** Does `act`, and fails before or after it when `fault` says so. */
export function failing<T>(fault: Fault | null, here: Omit<Fault, 'when'>, act: () => T): T {
  const hit = fault?.at === here.at && fault.call === here.call
  if (hit && fault.when === 'before') throw new Injected()
  const done = act()
  if (hit && fault.when === 'after') throw new Injected()
  return done
}
