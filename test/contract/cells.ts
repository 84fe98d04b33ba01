import { contract, type EndpointKey } from '#shared/api/contract.ts'
import type { Endpoint } from '#shared/api/endpoint.ts'
import { mayCall } from '#shared/api/permissions.ts'
import { allowed, type Cell, refusedWith } from './cell.ts'
import { absent, outside, ROLE, sampleOf } from './ownership.ts'
import { IDENTITIES, type Identity, type Inhabited } from './world.ts'

const KEYS = (Object.keys(contract) as EndpointKey[]).sort(
  (a, b) => Number(a === 'session.end') - Number(b === 'session.end'),
)

/** Editors that own nothing here: another person, and one of another department. */
const OTHERS: readonly Identity[] = ['otherEditor', 'otherDepartment']

/** Endpoints that reach for one object which has an owner: another editor of the bureau gets the 404 of an object that is not there. */
const OWNED: readonly EndpointKey[] = [
  'reviews.read',
  'reviews.withdraw',
  'reviews.retract',
  'reviews.interpreted',
  'reviews.comment',
  'reviews.evidence',
  'reviews.sheet',
  'releases.create',
  'releases.published',
  'releases.retract',
  'ledger.proof',
]
/** The same among reviewers: what one of them made is not there for another. */
const OWNED_BY_REVIEWER: readonly EndpointKey[] = ['delegates.end']
/** role × endpoint × ownership inside a bureau, and every identity of the other bureau at this one's objects. */
export function accessCells(here: Inhabited, there: Inhabited, operatorSecret: string): Cell[] {
  return KEYS.flatMap((key) => [
    ...withoutCredential(key, here),
    ...operatorCells(key, here, operatorSecret),
    ...IDENTITIES.flatMap((identity) => [
      ...inside(key, identity, here),
      ...absent(key, identity, here),
      ...outside(key, identity, here, there),
    ]),
  ])
}

function withoutCredential(key: EndpointKey, here: Inhabited): Cell[] {
  if (contract[key].who === 'public') return []
  const good = here.people.admin.token
  const bad = { none: null, garbage: 'x', truncated: good.slice(0, -1), 'wrong check': `${good.slice(0, -8)}00000000` }
  const forged = good.replace(/_[^_]+_[0-9a-f]{8}$/, `_${'A'.repeat(43)}_00000000`)
  const tokens = {
    ...bad,
    forged,
    device: good.replace('mx_session', 'mx_device'),
    token: good.replace('mx_session', 'mx_token'),
  }
  const cells = Object.entries(tokens).map(([name, token]) =>
    cell(`no credential (${name})`, key, here, token, refusedWith(401)),
  )
  const inQuery = { ...sampleOf(key, here.objects), query: { token: good }, token: null }
  const scheme = { ...sampleOf(key, here.objects), token: null, headers: { authorization: good } }
  return [
    ...cells,
    { name: `${key} with the token in the address`, key, parts: inQuery, judge: refusedWith(401) },
    { name: `${key} with a token without scheme`, key, parts: scheme, judge: refusedWith(401) },
  ]
}

function operatorCells(key: EndpointKey, here: Inhabited, secret: string): Cell[] {
  const { who } = contract[key] as Endpoint
  if (who === 'public') return []
  if (who !== 'operator') return [cell('operator', key, here, secret, refusedWith(401))]
  return [
    cell('operator', key, here, secret, (seen) =>
      seen.status === 201 || seen.status === 404 ? null : `got ${seen.status}`,
    ),
  ]
}

function inside(key: EndpointKey, identity: Identity, here: Inhabited): Cell[] {
  const { who } = contract[key] as Endpoint
  if (who === 'public') return []
  const { token } = here.people[identity]
  if (!mayCall(who, [ROLE[identity]])) return [cell(identity, key, here, token, refusedWith(403, 'forbidden'))]
  // The emergency route is for editors whom the admin named.
  if (key === 'releases.emergency' && OTHERS.includes(identity))
    return [cell(identity, key, here, token, refusedWith(403, 'forbidden'))]
  const foreign =
    (OWNED.includes(key) && OTHERS.includes(identity)) ||
    (OWNED_BY_REVIEWER.includes(key) && identity === 'otherReviewer')
  // Entry 0 is the bureau's own beginning: no editor's.
  const notTheirs = key === 'ledger.proof' && identity === 'editor'
  if (foreign || notTheirs) return [cell(identity, key, here, token, refusedWith(404, 'not-found'))]
  return [cell(identity, key, here, token, key === 'releases.verify' ? refusedWith(403, 'pass-invalid') : allowed)]
}

function cell(name: string, key: EndpointKey, here: Inhabited, token: string | null, judge: Cell['judge']): Cell {
  return { name: `${key} as ${name}`, key, parts: { ...sampleOf(key, here.objects), token }, judge }
}
