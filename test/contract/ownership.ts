import { contract, type EndpointKey } from '#shared/api/contract.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { mayCall, type Role } from '#shared/api/permissions.ts'
import { type Cell, type Parts, refusedWith, type Seen } from './cell.ts'
import { samples } from './samples.ts'
import type { Identity, Inhabited, Objects } from './world.ts'

export const ROLE: Readonly<Record<Identity, Role>> = {
  editor: 'editor',
  otherEditor: 'editor',
  otherDepartment: 'editor',
  reviewer: 'reviewer',
  otherReviewer: 'reviewer',
  admin: 'admin',
  otherAdmin: 'admin',
  auditor: 'auditor',
  cms: 'cms',
  witness: 'witness',
}
const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

export function sampleOf(key: EndpointKey, at: Objects): Omit<Parts, 'token'> {
  return samples[key](at) as Omit<Parts, 'token'>
}

/** The sample with every id in it that of nothing; null where it names nothing by an id. */
function sampleOfNothing(key: EndpointKey, at: Objects): Omit<Parts, 'token'> | null {
  const text = JSON.stringify(sampleOf(key, at))
  const nothing = text.replace(UUID, () => crypto.randomUUID())
  return nothing === text ? null : (JSON.parse(nothing) as Omit<Parts, 'token'>)
}

/** Refused as something that is not there: 404, or 422 where the id stands in the body as one value of several. */
const notThere = (seen: Seen) => refusedWith(404, 'not-found')(seen) && refusedWith(422, 'invalid-request')(seen)

/** What is not there at all, for whoever might have it. */
export function absent(key: EndpointKey, identity: Identity, here: Inhabited): Cell[] {
  const { who } = contract[key] as Endpoint
  const parts = sampleOfNothing(key, here.objects)
  if (who === 'public' || !mayCall(who, [ROLE[identity]]) || !parts) return []
  const { token } = here.people[identity]
  return [{ name: `${key} of nothing as ${identity}`, key, parts: { ...parts, token }, judge: notThere }]
}

/** This bureau's objects, asked for by the other bureau's people: to them they are the same as nothing, to the byte. */
export function outside(key: EndpointKey, identity: Identity, here: Inhabited, there: Inhabited): Cell[] {
  const { who } = contract[key] as Endpoint
  if (who === 'public' || key === 'session.end' || !mayCall(who, [ROLE[identity]])) return []
  const { token } = there.people[identity]
  const parts = { ...sampleOf(key, here.objects), token }
  const nothing = sampleOfNothing(key, here.objects)
  const name = `${key} as ${identity} of another bureau`
  if (nothing) return [{ name, key, parts, judge: notThere, twin: { ...nothing, token } }]
  const ids = [...Object.values(here.people).map(({ id }) => id), ...(JSON.stringify(here.objects).match(UUID) ?? [])]
  const judge = ({ text, status }: Seen) => {
    const leaked = [here.bureau.id, ...ids].find((id) => text.includes(id))
    return leaked ? `holds ${leaked} of another bureau` : status >= 500 ? `got ${status}` : null
  }
  return [{ name, key, parts, judge }]
}
