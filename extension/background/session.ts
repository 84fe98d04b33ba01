import { createClient, type Outcome, type Send } from '#shared/api/client.ts'
import type { SessionGrant } from '#shared/api/contract/session.ts'
import { Refused } from '../messages/wire.ts'
import { type Account, account, type Ticket, ticket } from '../platform/account.ts'
import type { Database } from '../platform/database.ts'
import { sentences } from '../platform/text/background.ts'
import { deviceKey, publicJwk, signNonce } from './device-key.ts'

export interface Session {
  /** Takes a one-time invitation. Refused with the Worker's own sentence. */
  signIn(worker: string, invitation: string, pin: string | null): Promise<void>
  /** A new token for this device. A person whose role asks for a PIN must be there; without it the answer is null. */
  renew(pin: string | null): Promise<Ticket | null>
  signOut(): Promise<void>
  /** The token of now, renewed without a person where that is allowed; null when somebody must sign in. */
  token(): Promise<string | null>
}

/** Tokens are renewed this long before their end, ms, so that a slow request does not arrive with a dead one. */
const MARGIN = 30_000

export function session(database: Database, send: Send, now: () => number = Date.now): Session {
  let renewing: Promise<Ticket | null> | null = null
  const clientOf = (worker: string) => createClient({ base: worker, send, token: () => null })

  async function keep(worker: string, grant: SessionGrant, before: Account | null): Promise<void> {
    const { bureau, member } = grant
    const same = before !== null && before.worker === worker && before.bureau.id === bureau.id
    await account.set({
      worker,
      device: grant.device,
      bureau,
      member: {
        id: member.id,
        name: member.name,
        roles: member.roles,
        levels: levelsOf(grant),
        emergency: member.emergency,
      },
      needsPin: member.roles.some((role) => role === 'reviewer' || role === 'admin'),
      ...(same && before.ledgerKey !== null ? keysOf(before) : await fetchKeys(worker, bureau.id)),
    })
    await ticket.set({ token: grant.token, expiresAt: grant.expiresAt, clock: clockBy(grant.expiresAt, now()) })
  }

  async function fetchKeys(worker: string, bureau: string): Promise<Pick<Account, 'ledgerKey' | 'signingKeys'>> {
    const outcome = await clientOf(worker)('bureaus.jwks', { params: { id: bureau } })
    if (outcome.kind !== 'answer') return { ledgerKey: null, signingKeys: [] }
    return { ledgerKey: outcome.answer.ledgerKey, signingKeys: outcome.answer.keys }
  }

  async function renewOnce(pin: string | null): Promise<Ticket | null> {
    const mine = await account.get()
    if (mine === null || (mine.needsPin && pin === null)) return null
    const client = clientOf(mine.worker)
    const challenge = await client('session.challenge', { body: { device: mine.device } })
    if (challenge.kind !== 'answer') return giveUp(challenge, pin)
    const { nonce } = challenge.answer
    const signature = await signNonce(await deviceKey(database), nonce)
    const grant = await client('session.renew', { body: { device: mine.device, nonce, signature, pin } })
    if (grant.kind !== 'answer') return giveUp(grant, pin)
    await keep(mine.worker, grant.answer, mine)
    return { token: grant.answer.token, expiresAt: grant.answer.expiresAt }
  }

  return {
    async signIn(worker, invitation, pin) {
      const deviceKeyJwk = await publicJwk(await deviceKey(database))
      const grant = await clientOf(worker)('session.create', {
        body: { invitation, deviceKey: deviceKeyJwk, deviceName: 'Menxia', pin },
      })
      if (grant.kind !== 'answer') throw new Refused(grant.kind === 'problem' ? sentenceOf(grant) : sentences.noWorker)
      await keep(worker, grant.answer, await account.get())
    },
    renew(pin) {
      renewing ??= renewOnce(pin).finally(() => {
        renewing = null
      })
      return renewing
    },
    async signOut() {
      const mine = await account.get()
      const held = await ticket.get()
      if (mine !== null && held !== null) {
        const client = createClient({ base: mine.worker, send, token: () => held.token })
        await client('session.end', {})
      }
      await ticket.set(null)
      await account.set(null)
    },
    async token() {
      const held = await ticket.get()
      if (held !== null && Date.parse(held.expiresAt) - now() > MARGIN) return held.token
      return (await this.renew(null))?.token ?? null
    },
  }
}

/** No token lives longer than twelve hours: one that is over when it comes, or lasts longer, tells of this machine's clock. */
const LONGEST = 13 * 3_600_000

export function clockBy(expiresAt: string, now: number): 'fast' | 'slow' | null {
  const left = Date.parse(expiresAt) - now
  return left <= MARGIN ? 'fast' : left > LONGEST ? 'slow' : null
}

/** Levels at which this person may decide today: their own, and those of reviewers whose place they take (AB角). */
export function levelsOf({ member, standingIn }: Pick<SessionGrant, 'member' | 'standingIn'>): string[] {
  return [...new Set([...member.levels, ...standingIn.flatMap(({ levels }) => levels)])]
}

function keysOf({ ledgerKey, signingKeys }: Account): Pick<Account, 'ledgerKey' | 'signingKeys'> {
  return { ledgerKey, signingKeys }
}

/** With a person waiting, say why; in the background, stay quiet: the panel shows 请重新登录. */
function giveUp(outcome: Outcome<unknown>, pin: string | null): null {
  if (pin !== null) throw new Refused(sentenceOf(outcome))
  return null
}

/** The Worker's sentence, or ours when it said nothing. */
export function sentenceOf(outcome: Outcome<unknown>): string {
  return outcome.kind === 'problem' ? outcome.problem.detail : sentences.unreachable
}
