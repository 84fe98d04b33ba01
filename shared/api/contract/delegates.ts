import * as z from 'zod'
import { CivilDate } from '../../calendar/civil-date.ts'
import { endpoints } from '../endpoint.ts'
import { PEOPLE } from '../permissions.ts'
import { At, ById, Id, Person, Receipt } from './common.ts'

/** A delegation lasts at most so many days; whoever is away longer gets their levels given to somebody by the admin. */
export const MOST_DAYS = 90

/**
 * 代理 (AB角): on these days, both included, in Asia/Shanghai, `delegate` may decide at the levels that `reviewer` holds at that moment. It is
 * never passed on, and whoever stands in for somebody counts as that person in every separation of duty.
 */
export const Delegation = z.strictObject({
  id: Id,
  reviewer: Person,
  delegate: Person,
  startsOn: CivilDate,
  endsOn: CivilDate,
  namedAt: At,
  endedAt: At.nullable(),
})
export type Delegation = z.infer<typeof Delegation>

export const delegates = endpoints({
  'delegates.list': {
    method: 'GET',
    path: '/v1/delegates',
    who: PEOPLE,
    summary: '现在和将来的代理（AB角）：谁在哪些天代谁审核。已过期、已撤销的不列。',
    answer: z.strictObject({ items: z.array(Delegation) }),
  },
  'delegates.name': {
    method: 'POST',
    path: '/v1/delegates',
    who: ['reviewer'],
    write: true,
    status: 201,
    summary: '审核人为自己指定一位代理人，写明起止日期，最长 90 天。代理人须是本单位在职的审核人。',
    body: z.strictObject({ delegate: Id, startsOn: CivilDate, endsOn: CivilDate }),
    answer: z.strictObject({ delegation: Delegation, receipt: Receipt }),
  },
  'delegates.end': {
    method: 'DELETE',
    path: '/v1/delegates/:id',
    who: ['reviewer', 'admin'],
    write: true,
    summary: '撤销代理：由指定的审核人本人或管理员，立即生效。',
    params: ById,
    answer: z.strictObject({ delegation: Delegation, receipt: Receipt }),
  },
})
