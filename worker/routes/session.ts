import type { Handlers } from '../http/call.ts'
import { challenge, endSession, readSession, renew, signIn } from '../services/open-session.ts'

export const session = {
  'session.create': ({ body }, call) => signIn(body, call),
  'session.challenge': ({ body }, call) => challenge(body, call),
  'session.renew': ({ body }, call) => renew(body, call),
  'session.read': (_, call) => readSession(call),
  'session.end': (_, call) => endSession(call),
} satisfies Handlers<'session.create' | 'session.challenge' | 'session.renew' | 'session.read' | 'session.end'>
