import * as z from 'zod'
import { Level } from '../../review/review.ts'
import { endpoints } from '../endpoint.ts'
import { PEOPLE, Role } from '../permissions.ts'
import { At, ById, Empty, Id, Name, Receipt, TenantId } from './common.ts'

/** A person or machine of the bureau. */
export const Member = z.strictObject({
  id: Id,
  name: Name,
  department: z.string().max(200).nullable(),
  roles: z.array(Role).min(1),
  /** Levels a reviewer may decide at. */
  levels: z.array(Level),
  /** May use the emergency route. */
  emergency: z.boolean(),
  /** For role `cms`: the one site whose passes it verifies. */
  site: z.string().max(4000).nullable(),
  active: z.boolean(),
})
export type Member = z.infer<typeof Member>

export const NewMember = z.strictObject({
  name: Name,
  department: z.string().trim().max(200).nullable().default(null),
  roles: z.array(Role).min(1).max(6),
  levels: z.array(Level).max(4).default([]),
  emergency: z.boolean().default(false),
  site: z.string().max(4000).nullable().default(null),
})

/** 邀请码: works once, for one member, until `expiresAt`. Shown once; the Worker keeps only its hash. */
export const Invitation = z.strictObject({ invitation: z.string().max(300), memberId: Id, expiresAt: At })

export const people = endpoints({
  'bureaus.create': {
    method: 'POST',
    path: '/v1/bureaus',
    who: 'operator',
    write: true,
    status: 201,
    summary: '新建一个单位，并得到第一位管理员的邀请码。',
    body: z.strictObject({ id: TenantId, name: Name, admin: z.strictObject({ name: Name }) }),
    answer: z.strictObject({ id: TenantId, name: Name, admin: Member, ...Invitation.shape }),
  },
  'bureaus.recover': {
    method: 'POST',
    path: '/v1/bureaus/:id/recovery',
    who: 'operator',
    write: true,
    status: 201,
    summary: '管理员全部失联时，由运维给一位管理员新的邀请码。',
    params: z.strictObject({ id: TenantId }),
    body: z.strictObject({ memberId: Id }),
    answer: Invitation,
  },
  'members.list': {
    method: 'GET',
    path: '/v1/members',
    who: PEOPLE,
    summary: '本单位人员名单。',
    answer: z.strictObject({ items: z.array(Member) }),
  },
  'members.create': {
    method: 'POST',
    path: '/v1/members',
    who: ['admin'],
    write: true,
    status: 201,
    summary: '添加一位人员。',
    body: NewMember,
    answer: z.strictObject({ member: Member, receipt: Receipt }),
  },
  'members.change': {
    method: 'PATCH',
    path: '/v1/members/:id',
    who: ['admin'],
    write: true,
    summary: '修改人员的姓名、科室、角色或停用。没有人可以提升自己，最后一位管理员不能停用。',
    params: ById,
    body: z.strictObject({
      name: Name.optional(),
      department: z.string().trim().max(200).nullable().optional(),
      roles: z.array(Role).min(1).max(6).optional(),
      levels: z.array(Level).max(4).optional(),
      emergency: z.boolean().optional(),
      active: z.boolean().optional(),
    }),
    answer: z.strictObject({ member: Member, receipt: Receipt }),
  },
  'members.invite': {
    method: 'POST',
    path: '/v1/members/:id/invitations',
    who: ['admin'],
    write: true,
    status: 201,
    summary: '给一位人员发一次性邀请码。',
    params: ById,
    body: Empty,
    answer: Invitation,
  },
  'sessions.revoke': {
    method: 'DELETE',
    path: '/v1/members/:id/sessions',
    who: ['admin'],
    write: true,
    summary: '使一位人员的全部登录和设备失效，下一个请求即被拒绝。',
    params: ById,
    answer: z.strictObject({ revoked: z.int().nonnegative(), receipt: Receipt }),
  },
})
