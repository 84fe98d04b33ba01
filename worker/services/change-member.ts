import type { Member } from '#shared/api/contract/people.ts'
import { MACHINES, type Role } from '#shared/api/permissions.ts'
import type { Call } from '../http/call.ts'
import { Refusal } from '../http/refusal.ts'
import { needsPin } from './pin.ts'
import { record } from './record.ts'

type New = Omit<Member, 'id' | 'active'>

/** Adds a person. */
export function addMember(wanted: New, call: Call) {
  const member: Member = { id: crypto.randomUUID(), ...consistent(wanted), active: true }
  call.tenant.members.put(member, call.now.toISOString())
  const receipt = record(call, { type: 'member.added', subject: member.id, detail: detailOf(member) })
  return { member, receipt }
}

/**
 * Changes a person. Nobody gives themselves a role or level, and one active admin always stays. Roles count from the next request; whoever gets a
 * first role that asks for a PIN signs in anew to set one.
 */
export function changeMember(id: string, changes: { [K in keyof New | 'active']?: Member[K] | undefined }, call: Call) {
  const { members } = call.tenant
  const before = members.find(id)
  if (!before) throw new Refusal('not-found')
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
  const after: Member = consistent({ ...before, ...given })
  if (id === call.caller.id && raises(before, after))
    throw new Refusal('separation-of-duty', '不能给自己增加角色、审核级次或应急权限。请由另一位管理员办理。')
  members.put(after, call.now.toISOString())
  if (members.activeAdmins().length === 0)
    throw new Refusal('conflict', '这是最后一位管理员，不能停用或取消其管理员角色。请先添加另一位管理员。')
  if (!after.active || (needsPin(after) && !needsPin(before))) revokeAll(id, call)
  const receipt = record(call, {
    type: 'member.changed',
    subject: id,
    detail: { ...detailOf(after), active: after.active },
  })
  return { member: after, receipt }
}

/** Ends every session, device and token of a member; the next request is refused. */
export function revokeSessions(id: string, call: Call) {
  if (!call.tenant.members.find(id)) throw new Refusal('not-found')
  const revoked = revokeAll(id, call)
  return { revoked, receipt: record(call, { type: 'token.revoked', subject: id, detail: { sessions: revoked } }) }
}

/** Answers how many sessions and tokens there were. */
function revokeAll(id: string, { tenant, now }: Call): number {
  return tenant.sessions.revokeAll(id) + tenant.tokens.revokeAll(id, now.toISOString())
}

function raises(before: Member, after: Member): boolean {
  const more = <T>(had: readonly T[], has: readonly T[]) => has.some((one) => !had.includes(one))
  return more(before.roles, after.roles) || more(before.levels, after.levels) || (!before.emergency && after.emergency)
}

function consistent<M extends New>(member: M): M {
  const roles = [...new Set<Role>(member.roles)]
  const faults = []
  if (member.levels.length > 0 && !roles.includes('reviewer'))
    faults.push({ path: 'body.levels', message: '只有审核人有审核级次' })
  if (roles.includes('reviewer') && member.levels.length === 0)
    faults.push({ path: 'body.levels', message: '审核人至少要有一个审核级次' })
  if (member.emergency && !roles.includes('editor'))
    faults.push({ path: 'body.emergency', message: '应急发布权限只给信息员' })
  if (roles.some((role) => MACHINES.includes(role)) && roles.length > 1)
    faults.push({ path: 'body.roles', message: '内容管理系统和见证方不是人，各只有一个角色' })
  if (roles.includes('cms') && member.site === null)
    faults.push({ path: 'body.site', message: '内容管理系统要写明站点' })
  if (faults.length > 0) throw new Refusal('invalid-request', undefined, { faults })
  return { ...member, roles, levels: [...new Set(member.levels)] }
}

function detailOf({ roles, levels, emergency }: Member) {
  return { roles: roles.join('+'), ...(levels.length > 0 ? { levels: levels.join('+') } : {}), emergency }
}
