import { type Client, createClient, type Outcome, type Send } from '#shared/api/client.ts'
import type { DeviceKey } from '#shared/api/contract/session.ts'

/** `fetch` in the form that the client takes. */
export const send: Send = (url, request) => fetch(url, request)

/** PIN of the reviewer and the admin of the demo. */
export const PIN = '135790'

/** The answer. Throws the Worker's own sentence, or that it could not be reached. */
export function must<A>(outcome: Outcome<A>): A {
  if (outcome.kind === 'answer') return outcome.answer
  if (outcome.kind === 'problem') throw new Error(`${outcome.problem.code}: ${outcome.problem.detail}`)
  throw new Error(outcome.kind === 'unreachable' ? `Worker 没有应答：${outcome.why}` : '答复未变')
}

/** A client that shows the operator's secret. */
export function operator(base: string, secret: string): Client {
  return createClient({ base, send, token: () => secret })
}

/** Signs in with an invitation, as a device of its own that lives in this process only. */
export async function signIn(base: string, invitation: string, pin: string | null): Promise<Client> {
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify'])
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey)
  const deviceKey = { kty, crv, x, y } as DeviceKey
  const anyone = createClient({ base, send, token: () => null })
  const body = { invitation, deviceKey, deviceName: 'npm start', pin }
  const { token } = must(await anyone('session.create', { body }))
  return createClient({ base, send, token: () => token })
}
