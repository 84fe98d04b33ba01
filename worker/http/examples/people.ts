import type { Examples } from './example.ts'
import { AT, admin, editor, LATER, machine, person, receipt, reviewer } from './parts.ts'

const deviceKey = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
} as const
const bureau = { id: 'quanzhou-jyj', name: '泉州市教育局' }
const session = { bureau, member: editor, standingIn: [], expiresAt: '2026-11-24T15:00:00.000Z', idleSeconds: 1800 }
const grant = { ...session, token: 'mx_session_quanzhou-jyj_…', device: 'mx_device_quanzhou-jyj_…' }
const invitation = {
  invitation: 'mx_invite_quanzhou-jyj_…',
  memberId: editor.id,
  expiresAt: '2026-11-27T03:00:00.000Z',
}
const byEditor = { params: { id: editor.id } }
const record = {
  ...{ id: 't-1', member: person(machine), name: '网站后台', issuedBy: person(admin), issuedAt: AT },
  ...{ expiresAt: '2027-11-24T03:00:00.000Z', lastUsedAt: null, revokedAt: null },
}
const delegation = {
  ...{ id: 'd-1', reviewer: person(reviewer), delegate: { id: 'm-second', name: '王立' } },
  ...{ startsOn: '2026-12-01', endsOn: '2026-12-05', namedAt: AT, endedAt: null },
}

/** Signing in, the bureau and its people. */
export const people: Examples<
  | `session.${'create' | 'challenge' | 'renew' | 'read' | 'end'}`
  | `bureaus.${'create' | 'recover' | 'jwks'}`
  | `members.${'list' | 'create' | 'change' | 'invite'}`
  | 'sessions.revoke'
  | `tokens.${'list' | 'issue' | 'revoke'}`
  | `delegates.${'list' | 'name' | 'end'}`
> = {
  'session.create': {
    ask: { body: { invitation: invitation.invitation, deviceKey, deviceName: '办公室电脑', pin: null } },
    answer: grant,
    refusals: ['invitation-invalid', 'too-many-attempts'],
  },
  'session.challenge': {
    ask: { body: { device: grant.device } },
    answer: { nonce: 'o0PzQ1l4b3J1bmRvbQ', expiresAt: '2026-11-24T03:02:00.000Z', pin: false },
  },
  'session.renew': {
    ask: { body: { device: grant.device, nonce: 'o0PzQ1l4b3J1bmRvbQ', signature: 'A'.repeat(86), pin: null } },
    answer: grant,
    refusals: ['unauthenticated', 'wrong-pin', 'too-many-attempts'],
  },
  'session.read': { ask: {}, answer: session },
  'session.end': { ask: {}, answer: {} },
  'bureaus.create': {
    ask: { body: { ...bureau, admin: { name: '黄敏' } } },
    answer: { ...bureau, admin, ...invitation, memberId: admin.id },
    refusals: ['conflict'],
  },
  'bureaus.recover': {
    ask: { params: { id: bureau.id }, body: { memberId: admin.id } },
    answer: { ...invitation, memberId: admin.id },
    refusals: ['not-found', 'wrong-state'],
  },
  'bureaus.jwks': {
    ask: { params: { id: bureau.id } },
    answer: {
      keys: [{ kty: 'EC', crv: 'P-256', alg: 'ES256', kid: 'r1', x: deviceKey.x, y: deviceKey.y }],
      ledgerKey: 'quanzhou-jyj.ledger+1a2b3c4d+AQ…',
    },
    refusals: ['not-found'],
  },
  'members.list': { ask: {}, answer: { items: [admin, editor, reviewer] } },
  'members.create': {
    ask: { body: { name: editor.name, department: '办公室', roles: ['editor'] } },
    answer: { member: editor, receipt },
    refusals: ['separation-of-duty'],
  },
  'members.change': {
    ask: { ...byEditor, body: { department: '人事科' } },
    answer: { member: { ...editor, department: '人事科' }, receipt },
    refusals: ['not-found', 'separation-of-duty', 'conflict'],
  },
  'members.invite': { ask: { ...byEditor, body: {} }, answer: invitation, refusals: ['not-found', 'wrong-state'] },
  'sessions.revoke': { ask: byEditor, answer: { revoked: 1, receipt }, refusals: ['not-found'] },
  'tokens.list': { ask: {}, answer: { items: [record] } },
  'tokens.issue': {
    ask: { body: { memberId: machine.id, name: '网站后台', days: 365 } },
    answer: { token: 'mx_machine_quanzhou-jyj_…', record, receipt },
    refusals: ['not-found', 'wrong-state', 'conflict'],
  },
  'tokens.revoke': {
    ask: { params: { id: record.id } },
    answer: { record: { ...record, revokedAt: LATER }, receipt },
    refusals: ['not-found'],
  },
  'delegates.list': { ask: {}, answer: { items: [delegation] } },
  'delegates.name': {
    ask: { body: { delegate: 'm-second', startsOn: '2026-12-01', endsOn: '2026-12-05' } },
    answer: { delegation, receipt },
    refusals: ['not-found', 'conflict', 'wrong-state'],
  },
  'delegates.end': {
    ask: { params: { id: delegation.id } },
    answer: { delegation: { ...delegation, endedAt: LATER }, receipt },
    refusals: ['not-found', 'wrong-state'],
  },
}
