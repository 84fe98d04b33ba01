import type { Contract, EndpointKey } from '#shared/api/contract.ts'
import type { Ask } from '#shared/api/endpoint.ts'
import { FIRST_SETTINGS } from '../../worker/services/first-settings.ts'
import { ALL_GATES, CHANNEL, claimOf, draftOf, SITE, submissionOf } from './drafts.ts'
import type { Objects } from './world.ts'

type Sample<K extends EndpointKey> = Omit<Ask<Contract[K]>, 'idempotencyKey'>

const point = 'f'.repeat(43)
const hex = '0'.repeat(64)

/**
 * One well-formed request for every endpoint, aimed at the given objects. A row that is missing here does not compile. Read requests answer 2xx for
 * whoever may; writes may also be refused by the state they meet, but never with 401, 403 `forbidden` or 404.
 */
export const samples: { readonly [K in EndpointKey]: (at: Objects) => Sample<K> } = {
  'session.create': () => ({
    body: { invitation: 'mx', deviceKey: { kty: 'EC', crv: 'P-256', x: point, y: point }, pin: null },
  }),
  'session.challenge': () => ({ body: { device: 'mx' } }),
  'session.renew': () => ({ body: { device: 'mx', nonce: 'n', signature: 'A'.repeat(86), pin: null } }),
  'session.read': () => ({}),
  'session.end': () => ({}),
  'bureaus.create': () => ({ body: { id: 'not-made', name: '未建', admin: { name: '无' } } }),
  'bureaus.recover': (at) => ({ params: { id: at.bureau }, body: { memberId: at.member } }),
  'bureaus.jwks': (at) => ({ params: { id: at.bureau } }),
  'members.list': () => ({}),
  'members.create': () => ({ body: { name: '新人', roles: ['auditor'] } }),
  'members.change': (at) => ({ params: { id: at.member }, body: { department: '人事科' } }),
  'members.invite': (at) => ({ params: { id: at.member }, body: {} }),
  'sessions.revoke': (at) => ({ params: { id: at.member } }),
  'tokens.list': () => ({}),
  'tokens.issue': (at) => ({ body: { memberId: at.machine, name: '网站后台', days: 30 } }),
  'tokens.revoke': (at) => ({ params: { id: at.token } }),
  'delegates.list': () => ({}),
  'delegates.name': (at) => ({ body: { delegate: at.secondReviewer, startsOn: '2099-01-01', endsOn: '2099-01-02' } }),
  'delegates.end': (at) => ({ params: { id: at.delegation } }),
  'settings.read': () => ({}),
  'settings.change': () => ({ body: { settings: FIRST_SETTINGS, version: 999 } }),
  'profiles.read': () => ({}),
  'profiles.change': () => ({ body: { profiles: [], version: 999 } }),
  'rulesets.current': () => ({}),
  'rulesets.list': () => ({ query: {} }),
  'rulesets.read': (at) => ({ params: { version: at.version } }),
  'rulesets.propose': () => ({ body: { ruleset: { v: 1 }, note: '缺项的规则集' } }),
  'rulesets.import': () => ({
    body: {
      file: { name: '词表.csv', base64: '6ZSZ6K+NLOaUueS4ugrluIPnvbIs6YOo572yCg==' },
      list: { id: 'bureau/import', title: '新词表', severity: 'advise', basis: '本局规定', advice: '请改正' },
    },
  }),
  'rulesets.export': (at) => ({ params: { version: at.version }, query: {} }),
  'rulesets.prove': (at) => ({ params: { version: at.version }, body: {} }),
  'rulesets.consent': (at) => ({ params: { version: at.version }, body: { digest: hex } }),
  'rulesets.publish': (at) => ({ params: { version: at.version }, body: { digest: hex } }),
  'rulesets.rollback': (at) => ({ params: { version: at.version }, body: { reason: '试退' } }),
  'rulesets.diff': (at) => ({ params: { version: at.version, other: at.version } }),
  'checks.record': () => ({ body: claimOf(draftOf(), false) }),
  'reviews.submit': () => ({ body: submissionOf(draftOf('丙稿'), false) }),
  'reviews.list': () => ({ query: {} }),
  'reviews.read': (at) => ({ params: { id: at.review } }),
  'reviews.decide': (at) => ({
    params: { id: at.review },
    body: {
      ...{ version: 999, contentHash: at.hash, ruleset: 'v0', level: 'first', verdict: 'approve', gates: ALL_GATES },
      ...{ reason: null, answers: [], recheck: null, clientAt: null },
    },
  }),
  'reviews.withdraw': (at) => ({ params: { id: at.review }, body: { version: 999, reason: null } }),
  'reviews.retract': (at) => ({ params: { id: at.review }, body: { version: 999, reason: '已撤下' } }),
  'reviews.interpreted': (at) => ({ params: { id: at.review }, body: { url: SITE } }),
  'obligations.list': () => ({ query: {} }),
  'reviews.comment': (at) => ({ params: { id: at.review }, body: { text: '请看' } }),
  'reviews.sheet': (at) => ({ params: { id: at.review } }),
  'reviews.evidence': (at) => ({ params: { id: at.review } }),
  'releases.create': (at) => ({
    body: { kind: 'approved', reviewId: at.review, contentHash: at.hash, site: SITE, channel: CHANNEL, clientAt: null },
  }),
  'releases.emergency': (at) => ({
    body: { contentHash: at.hash, site: SITE, channel: CHANNEL, title: '停水', reason: '突发停水通知', clientAt: null },
  }),
  'releases.published': (at) => ({
    params: { id: at.release },
    body: { outcome: 'match', sentHash: hex, url: null, clientAt: null },
  }),
  'releases.retract': (at) => ({ params: { id: at.release }, body: { reason: '已撤下' } }),
  'releases.verify': (at) => ({ body: { pass: at.pass, contentHash: hex, site: SITE, channel: CHANNEL } }),
  'ledger.checkpoint': () => ({}),
  'ledger.entries': () => ({ query: { from: 0, to: 5 } }),
  'ledger.proof': () => ({ query: { entry: 0 } }),
  'ledger.consistency': () => ({ query: { from: 1, to: 2 } }),
  'health.live': () => ({}),
  'health.ready': () => ({}),
  'openapi.read': () => ({}),
  'docs.read': () => ({}),
}
