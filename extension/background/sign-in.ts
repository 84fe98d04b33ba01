import { parseUrl } from '#shared/draft/target.ts'
import { Refused } from '../messages/wire.ts'
import { account } from '../platform/account.ts'
import { readManaged } from '../platform/managed.ts'
import { sentences } from '../platform/text/background.ts'
import type { Office } from './office.ts'
import { goRound, rulesChanged } from './rounds.ts'

/** Signs in with an invitation, within what the bureau's policy allows. Refused with a sentence; then nobody new is signed in. */
export async function signIn(office: Office, typed: string, invitation: string, pin: string | null): Promise<void> {
  const policy = await readManaged()
  const worker = addressOf(typed)
  if (policy !== null && policy.worker !== null && policy.worker !== worker)
    throw new Refused(sentences.managedWorker(policy.worker))
  const before = await account.get()
  await office.session.signIn(worker, invitation.trim(), pin)
  const bureau = (await account.get())?.bureau
  if (policy !== null && policy.tenant !== null && policy.tenant !== bureau?.id) {
    await office.session.signOut()
    await office.layOut()
    throw new Refused(sentences.otherBureau(bureau?.name ?? ''))
  }
  if (before?.bureau.id !== bureau?.id) await office.rules.forget()
  await goRound(office)
  await rulesChanged(office)
}

/** The Worker's address without a path. Plain http only for this machine itself. */
export function addressOf(typed: string): string {
  const url = parseUrl(typed.trim())
  const local = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url === null || !(url.protocol === 'https:' || (url.protocol === 'http:' && local)))
    throw new Refused(sentences.badWorker)
  return url.origin
}
