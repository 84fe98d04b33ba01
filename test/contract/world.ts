import { type Bureau, must, once, openBureau, type Person, type Site } from './actors.ts'
import { decisionOn, draftOf, SITE, submissionOf } from './drafts.ts'

/** Objects of one bureau for the access tests to reach for. */
export interface Objects {
  readonly bureau: string
  readonly member: string
  readonly review: string
  readonly release: string
  readonly pass: string
  readonly version: string
  readonly hash: string
  /** A delegation of `reviewer`, and a token of the machine. */
  readonly delegation: string
  readonly secondReviewer: string
  readonly machine: string
  readonly token: string
}
export interface Inhabited {
  readonly bureau: Bureau
  /** One member for each role; `editor` and `reviewer` own the objects, `otherEditor` and `otherReviewer` do not. */
  readonly people: Readonly<Record<Identity, Person>>
  readonly objects: Objects
}
export type Identity = (typeof IDENTITIES)[number]
export const IDENTITIES = [
  'editor',
  'otherEditor',
  'otherDepartment',
  'reviewer',
  'otherReviewer',
  'admin',
  'otherAdmin',
  'auditor',
  'cms',
  'witness',
] as const

/** A bureau with everybody in it, a review that is submitted, another that was released, and a proposed rule set. */
export async function inhabit(site: Site): Promise<Inhabited> {
  const bureau = await openBureau(site)
  const people = {
    admin: bureau.admin,
    editor: await bureau.add(['editor'], [], { emergency: true }),
    otherEditor: await bureau.add(['editor']),
    otherDepartment: await bureau.add(['editor'], [], { department: '基教科' }),
    reviewer: await bureau.add(['reviewer']),
    otherReviewer: await bureau.add(['reviewer']),
    otherAdmin: await bureau.add(['admin']),
    auditor: await bureau.add(['auditor']),
    cms: await bureau.add(['cms'], [], { site: SITE }),
    witness: await bureau.add(['witness']),
  }
  const spare = await bureau.add(['auditor'])
  const spareReviewer = await bureau.add(['reviewer'])
  const sent = submissionOf(draftOf('甲稿'), false)
  const submitted = must(await people.editor.call('reviews.submit', { body: sent, idempotencyKey: once() }))
  const { release, pass } = await released(people.editor, people.reviewer)
  const version = await proposed(people.admin)
  const objects = {
    bureau: bureau.id,
    ...{ member: spare.id, review: submitted.review.id, release: release.id },
    ...{ pass, version, hash: sent.contentHash },
    ...{ delegation: await delegated(people.reviewer, people.otherReviewer.id), secondReviewer: spareReviewer.id },
    ...{ machine: people.cms.id, token: await tokenOf(people.admin, people.cms.id) },
  }
  return { bureau, people, objects }
}

async function released(editor: Person, reviewer: Person) {
  const body = submissionOf(draftOf('乙稿'), false)
  const { review } = must(await editor.call('reviews.submit', { body, idempotencyKey: once() }))
  const decision = decisionOn(body, review.version)
  must(await reviewer.call('reviews.decide', { params: { id: review.id }, body: decision, idempotencyKey: once() }))
  const { contentHash, site, channel } = body
  const target = { contentHash, site, channel, clientAt: null }
  const ask = { body: { kind: 'approved' as const, reviewId: review.id, ...target }, idempotencyKey: once() }
  return must(await editor.call('releases.create', ask))
}

async function proposed(admin: Person): Promise<string> {
  const { ruleset } = must(await admin.call('rulesets.read', { params: { version: 'v0' } }))
  const body = { ruleset, note: '试改' }
  return must(await admin.call('rulesets.propose', { body, idempotencyKey: once() })).ruleset.version
}

async function delegated(reviewer: Person, delegate: string): Promise<string> {
  const body = { delegate, startsOn: '2099-01-01', endsOn: '2099-01-31' }
  return must(await reviewer.call('delegates.name', { body, idempotencyKey: once() })).delegation.id
}

async function tokenOf(admin: Person, memberId: string): Promise<string> {
  const body = { memberId, name: '网站后台', days: 30 }
  return must(await admin.call('tokens.issue', { body, idempotencyKey: once() })).record.id
}
