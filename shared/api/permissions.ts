import * as z from 'zod'

/** What a member of a bureau may be. A person can hold several; the separations of duty hold all the same. */
export const Role = z.enum(['editor', 'reviewer', 'admin', 'auditor', 'cms', 'witness'])
export type Role = z.infer<typeof Role>

/**
 * Who may call an endpoint. `public`: no credential is read. `operator`: whoever runs the Worker and holds its secret. `member`: any signed-in
 * member. Else the roles that are named, and nobody beside them.
 */
export type Who = 'public' | 'operator' | 'member' | readonly [Role, ...Role[]]

/** Whether somebody with these roles may call an endpoint of `who`. Says nothing about whose object it is: the services do. */
export function mayCall(who: Who, roles: readonly Role[]): boolean {
  if (who === 'public') return true
  if (who === 'operator') return false
  if (who === 'member') return roles.length > 0
  return who.some((role) => roles.includes(role))
}

/** Everybody who reads and writes reviews, or watches those who do. */
export const PEOPLE = ['editor', 'reviewer', 'admin', 'auditor'] as const satisfies readonly Role[]
/** Those whose session is short and asks for a PIN: idle 30 minutes, absolute 12 hours. */
export const WITH_PIN = ['reviewer', 'admin'] as const satisfies readonly Role[]
/** Roles of machines. They alone get long-lived tokens. */
export const MACHINES: readonly Role[] = ['cms', 'witness']
