import { contract, type EndpointKey } from '#shared/api/contract.ts'
import { clientOf, must, once, PIN, type Site } from './actors.ts'
import { type Cell, refusedWith } from './cell.ts'
import { newDevice } from './device.ts'
import { sampleOf } from './ownership.ts'
import type { Inhabited } from './world.ts'

/** Credentials that were good, or are good for something else, by what is wrong with them. Each opens nothing: 401. */
export async function spentCredentials(site: Site, { bureau }: Inhabited): Promise<Readonly<Record<string, string>>> {
  const { admin } = bureau
  const revoked = await bureau.add(['admin'])
  must(await admin.call('sessions.revoke', { params: { id: revoked.id }, idempotencyKey: once() }))
  const dismissed = await bureau.add(['admin'])
  const away = { params: { id: dismissed.id }, body: { active: false }, idempotencyKey: once() }
  must(await admin.call('members.change', away))
  const gone = await bureau.add(['admin'])
  must(await gone.call('session.end', {}))
  const { invitation, deviceKey } = await newDevice(admin)
  const unused = await newDevice(admin)
  const body = { invitation, deviceKey, pin: PIN }
  const { device } = must(await clientOf(site, null)('session.create', { body }))
  return {
    ...{ revoked: revoked.token, 'of somebody who was dismissed': dismissed.token, 'signed out': gone.token },
    ...{ 'an invitation': unused.invitation, 'a device name': device },
  }
}

/** Every endpoint that asks for a credential × every one that does not count. */
export function stateCells(here: Inhabited, credentials: Readonly<Record<string, string>>): Cell[] {
  const keys = (Object.keys(contract) as EndpointKey[]).filter((key) => contract[key].who !== 'public')
  return keys.flatMap((key) =>
    Object.entries(credentials).map(([name, token]) => ({
      ...{ name: `${key} with a credential ${name}`, key, parts: { ...sampleOf(key, here.objects), token } },
      judge: refusedWith(401),
    })),
  )
}
