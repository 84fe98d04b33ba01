import type { Handlers } from '../http/call.ts'
import { addMember, changeMember, revokeSessions } from '../services/change-member.ts'
import { inviteAdmin, inviteMember } from '../services/invite-member.ts'
import { issueToken, listTokens, revokeToken } from '../services/issue-token.ts'
import { endDelegation, listDelegations, nameDelegate } from '../services/name-delegate.ts'

export const people = {
  'bureaus.recover': ({ body }, call) => inviteAdmin(call, body.memberId),
  'members.list': (_, { tenant }) => ({ items: tenant.members.all() }),
  'members.create': ({ body }, call) => addMember(body, call),
  'members.change': ({ params, body }, call) => changeMember(params.id, body, call),
  'members.invite': ({ params }, call) => inviteMember(call, params.id),
  'sessions.revoke': ({ params }, call) => revokeSessions(params.id, call),
  'tokens.list': (_, call) => listTokens(call),
  'tokens.issue': ({ body }, call) => issueToken(body, call),
  'tokens.revoke': ({ params }, call) => revokeToken(params.id, call),
  'delegates.list': (_, call) => listDelegations(call),
  'delegates.name': ({ body }, call) => nameDelegate(body, call),
  'delegates.end': ({ params }, call) => endDelegation(params.id, call),
} satisfies Handlers<
  | 'bureaus.recover'
  | 'members.list'
  | 'members.create'
  | 'members.change'
  | 'members.invite'
  | 'sessions.revoke'
  | 'tokens.list'
  | 'tokens.issue'
  | 'tokens.revoke'
  | 'delegates.list'
  | 'delegates.name'
  | 'delegates.end'
>
