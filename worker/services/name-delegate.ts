import { type Delegation, MOST_DAYS } from '#shared/api/contract/delegates.ts'
import type { Member } from '#shared/api/contract/people.ts'
import type { CivilDate } from '#shared/calendar/civil-date.ts'
import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import type { DelegationRow } from '../tenant/delegations.ts'
import type { Tenant } from '../tenant/tenant.ts'
import { record } from './record.ts'
import { shanghaiDay } from './shanghai-day.ts'

const DAY = 24 * 3600_000
/** So many delegations of one reviewer may be open at once. */
const MOST_OPEN = 20

interface Wanted {
  delegate: string
  startsOn: CivilDate
  endsOn: CivilDate
}

/** A reviewer names who decides in their place for a while. Nobody is named for another, and a day that is over is not delegated. */
export function nameDelegate(asked: Wanted, call: Call) {
  const { tenant, caller, now } = call
  const today = shanghaiDay(now)
  const faults = faultsOf(asked, tenant.members.find(asked.delegate), caller.id, today)
  if (faults.length > 0) throw new Refusal('invalid-request', undefined, { faults })
  if (tenant.delegations.open(today, caller.id).length >= MOST_OPEN)
    throw new Refusal('conflict', `您已有 ${MOST_OPEN} 项代理没有结束，未再添加。请先撤销不用的代理。`)
  const row: DelegationRow = {
    ...{ id: crypto.randomUUID(), reviewer: caller.id, ...asked },
    ...{ namedAt: now.toISOString(), endedAt: null },
  }
  tenant.delegations.add(row)
  const detail = { reviewer: caller.id, delegate: asked.delegate, from: asked.startsOn, to: asked.endsOn }
  const receipt = record(call, { type: 'delegate.named', subject: row.id, detail })
  return { delegation: viewDelegation(tenant, row), receipt }
}

/** Ends a delegation at once, by who made it or an admin. To another reviewer it is not there. */
export function endDelegation(id: string, call: Call) {
  const { tenant, caller, now } = call
  const row = tenant.delegations.find(id)
  const isAdmin = caller.member?.roles.includes('admin') ?? false
  if (!row || !(isAdmin || row.reviewer === caller.id)) throw new Refusal('not-found')
  if (row.endedAt !== null) throw new Refusal('wrong-state', '这项代理已经撤销，无须重复。')
  const endedAt = now.toISOString()
  tenant.delegations.end(id, endedAt)
  const receipt = record(call, { type: 'delegate.ended', subject: id, detail: { reviewer: row.reviewer } })
  return { delegation: viewDelegation(tenant, { ...row, endedAt }), receipt }
}

export function listDelegations({ tenant, now }: Call) {
  return { items: tenant.delegations.open(shanghaiDay(now)).map((row) => viewDelegation(tenant, row)) }
}

/** Reviewers in whose place `member` may decide on `now`'s day. Levels are those that they hold themselves: what was lent is not lent again. */
export function standingIn(tenant: Tenant, member: Member, now: Date): { reviewer: Member; row: DelegationRow }[] {
  if (!isReviewer(member)) return []
  return tenant.delegations.naming(member.id, shanghaiDay(now)).flatMap((row) => {
    const reviewer = tenant.members.find(row.reviewer)
    return reviewer && isReviewer(reviewer) ? [{ reviewer, row }] : []
  })
}

function isReviewer({ active, roles }: Member): boolean {
  return active && roles.includes('reviewer')
}

function faultsOf({ delegate, startsOn, endsOn }: Wanted, member: Member | null, self: string, today: CivilDate) {
  const faults = []
  if (delegate === self) faults.push({ path: 'body.delegate', message: '代理人不能是您自己' })
  else if (!member || !isReviewer(member))
    faults.push({ path: 'body.delegate', message: '代理人须是本单位在职的审核人' })
  if (startsOn < today) faults.push({ path: 'body.startsOn', message: '不能从已经过去的日子开始' })
  if (endsOn < startsOn) faults.push({ path: 'body.endsOn', message: '结束日期早于开始日期' })
  else if (Date.parse(endsOn) - Date.parse(startsOn) >= MOST_DAYS * DAY)
    faults.push({ path: 'body.endsOn', message: `代理最长 ${MOST_DAYS} 天；更久请由管理员调整审核级次` })
  return faults
}

function viewDelegation(tenant: Tenant, row: DelegationRow): Delegation {
  const person = (id: string) => ({ id, name: tenant.members.nameOf(id) })
  return { ...row, reviewer: person(row.reviewer), delegate: person(row.delegate) }
}
