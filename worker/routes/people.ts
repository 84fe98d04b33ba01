import type { Handlers } from '../http/call.ts'
import { addMember, changeMember, revokeSessions } from '../services/change-member.ts'
import { inviteAdmin, inviteMember } from '../services/invite-member.ts'

export const people = {
  'bureaus.recover': ({ body }, call) => inviteAdmin(call, body.memberId),
  'members.list': (_, { tenant }) => ({ items: tenant.members.all() }),
  'members.create': ({ body }, call) => addMember(body, call),
  'members.change': ({ params, body }, call) => changeMember(params.id, body, call),
  'members.invite': ({ params }, call) => inviteMember(call, params.id),
  'sessions.revoke': ({ params }, call) => revokeSessions(params.id, call),
} satisfies Handlers<
  'bureaus.recover' | 'members.list' | 'members.create' | 'members.change' | 'members.invite' | 'sessions.revoke'
>
