import { type Client, type Outcome, type Send } from '#shared/api/client.ts'
import type { Role } from '#shared/api/permissions.ts'
import type { Level } from '#shared/review/review.ts'
/** Where a test's Worker is: its address, how to reach it, and the operator's secret. The same tests run inside workerd and against a live one. */
export interface Site {
  readonly base: string
  readonly send: Send
  readonly operatorSecret: string
}
/** Somebody signed in. */
export interface Person {
  readonly id: string
  readonly token: string
  readonly call: Client
}
export interface Bureau {
  readonly id: string
  readonly admin: Person
  add(
    roles: readonly [Role, ...Role[]],
    levels?: readonly Level[],
    more?: {
      emergency?: boolean
      site?: string
    },
  ): Promise<Person>
}
export declare const PIN = '135790'
export declare const once: () => string
/** The answer, or the Worker's own refusal as an error. */
export declare function must<A>(outcome: Outcome<A>): A
export declare function clientOf(site: Site, token: string | null): Client
/** A device key of its own, and a session with it. */
export declare function signIn(site: Site, invitation: string): Promise<Person>
/** A new bureau with a random id and its first admin signed in. */
export declare function openBureau(site: Site): Promise<Bureau>
