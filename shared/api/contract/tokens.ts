import * as z from 'zod'
import { endpoints } from '../endpoint.ts'
import { At, ById, Id, Name, Person, Receipt } from './common.ts'

/** 令牌 of a machine (`cms`, `witness`), without its secret: that is shown once, and the Worker keeps only its hash. */
export const MachineToken = z.strictObject({
  id: Id,
  member: Person,
  /** What it is used for, in the words of whoever issued it. */
  name: Name,
  issuedBy: Person,
  issuedAt: At,
  expiresAt: At,
  /** To the minute; null when it was never used. */
  lastUsedAt: At.nullable(),
  revokedAt: At.nullable(),
})
export type MachineToken = z.infer<typeof MachineToken>

export const tokens = endpoints({
  'tokens.list': {
    method: 'GET',
    path: '/v1/tokens',
    who: ['admin'],
    summary: '机器令牌的清单：给谁、谁签发、何时到期、何时用过。不含令牌本身；最多 500 条，可用的在前。',
    answer: z.strictObject({ items: z.array(MachineToken).max(500) }),
  },
  'tokens.issue': {
    method: 'POST',
    path: '/v1/tokens',
    who: ['admin'],
    write: true,
    status: 201,
    summary: '给内容管理系统或见证方签发一个长期令牌；令牌只在这一次答复里出现。人员用登录，不用令牌。',
    body: z.strictObject({ memberId: Id, name: Name, days: z.int().min(1).max(366) }),
    answer: z.strictObject({ token: z.string().max(300), record: MachineToken, receipt: Receipt }),
  },
  'tokens.revoke': {
    method: 'DELETE',
    path: '/v1/tokens/:id',
    who: ['admin'],
    write: true,
    summary: '撤销一个令牌，下一个请求即被拒绝。',
    params: ById,
    answer: z.strictObject({ record: MachineToken, receipt: Receipt }),
  },
})
