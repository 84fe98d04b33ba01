import type { Submission } from '#shared/api/contract/reviews.ts'
import type { Contract, EndpointKey } from '#shared/api/contract.ts'
import type { Ask } from '#shared/api/endpoint.ts'
import { InterpretationForm } from '#shared/draft/draft.ts'
import { must, once, ownText, type Person, PIN } from '../../contract/actors.ts'
import { type Device, newDevice } from '../../contract/device.ts'
import { decisionOn, draftOf, submissionOf } from '../../contract/drafts.ts'
import { samples } from '../../contract/samples.ts'
import type { Inhabited } from '../../contract/world.ts'

/** One write that will be done if nothing fails: who asks, and what. */
export interface Wish<K extends EndpointKey> {
  readonly by: string | null
  readonly ask: Omit<Ask<Contract[K]>, 'idempotencyKey'>
}
type Prepare<K extends EndpointKey> = (here: Inhabited, device: () => Promise<Device>) => Promise<Wish<K>>

const idem = () => ({ idempotencyKey: once() })

async function submit({ people }: Inhabited, more: Partial<Submission> = {}) {
  const sent = { ...submissionOf(draftOf(ownText()), false), ...more }
  return { sent, ...must(await people.editor.call('reviews.submit', { body: sent, ...idem() })) }
}
async function approve(here: Inhabited, more: Partial<Submission> = {}) {
  const { sent, review } = await submit(here, more)
  const { version: ruleset } = must(await here.people.reviewer.call('rulesets.current', {}))
  const ask = { params: { id: review.id }, body: decisionOn(sent, review.version, { ruleset }), ...idem() }
  return { sent, ...must(await here.people.reviewer.call('reviews.decide', ask)) }
}
const releaseOf = ({ sent, review }: Awaited<ReturnType<typeof approve>>) => {
  const { contentHash, site, channel } = sent
  return { kind: 'approved' as const, reviewId: review.id, contentHash, site, channel, clientAt: null }
}
async function release(here: Inhabited, more: Partial<Submission> = {}) {
  const approved = await approve(here, more)
  const ask = { body: releaseOf(approved), ...idem() }
  return { ...approved, ...must(await here.people.editor.call('releases.create', ask)) }
}
async function publish(here: Inhabited, more: Partial<Submission> = {}) {
  const released = await release(here, more)
  const { id, contentHash } = released.release
  const body = { outcome: 'match' as const, sentHash: contentHash, url: null, clientAt: null }
  must(await here.people.editor.call('releases.published', { params: { id }, body, ...idem() }))
  return released
}
async function propose({ people }: Inhabited) {
  const { ruleset } = must(await people.admin.call('rulesets.read', { params: { version: 'v0' } }))
  return must(await people.admin.call('rulesets.propose', { body: { ruleset, note: '试改' }, ...idem() })).ruleset
}
const proposal = async (here: Inhabited) => {
  const { version, digest } = await propose(here)
  return { params: { version }, body: { digest } }
}
const publishRules = async (here: Inhabited) =>
  must(await here.people.otherAdmin.call('rulesets.publish', { ...(await proposal(here)), ...idem() }))
const by = ({ token }: Person) => ({ by: token })

/** How each write comes to be one that succeeds. An endpoint without a row is tried with the sample of the contract's tests. */
export const wishes: { readonly [K in EndpointKey]?: Prepare<K> } = {
  'session.create': async (here) => {
    const { invitation, ...key } = await newDevice(here.bureau.admin)
    return { by: null, ask: { body: { invitation, deviceKey: key.deviceKey, deviceName: 'test', pin: PIN } } }
  },
  'session.challenge': async (_, device) => ({ by: null, ask: { body: { device: (await device()).name } } }),
  'session.renew': async (_, device) => ({ by: null, ask: { body: await (await device()).renewal() } }),
  'session.end': async (_, device) => ({ by: (await device()).token, ask: {} }),
  'bureaus.recover': async (here) => {
    const { id } = await here.bureau.add(['admin'])
    return { by: 'operator', ask: { params: { id: here.bureau.id }, body: { memberId: id } } }
  },
  'sessions.revoke': async (here) => {
    const { id } = await here.bureau.add(['auditor'])
    return { ...by(here.people.admin), ask: { params: { id } } }
  },
  'tokens.revoke': async (here) => {
    const body = { memberId: here.objects.machine, name: '备用', days: 1 }
    const { record } = must(await here.people.admin.call('tokens.issue', { body, ...idem() }))
    return { ...by(here.people.admin), ask: { params: { id: record.id } } }
  },
  'delegates.end': async (here) => {
    const body = { delegate: here.objects.secondReviewer, startsOn: '2099-02-01', endsOn: '2099-02-02' }
    const { delegation } = must(await here.people.reviewer.call('delegates.name', { body, ...idem() }))
    return { ...by(here.people.reviewer), ask: { params: { id: delegation.id } } }
  },
  'settings.change': async ({ people }) => {
    const { settings, version } = must(await people.admin.call('settings.read', {}))
    return { ...by(people.admin), ask: { body: { settings, version } } }
  },
  'profiles.change': async ({ people }) => {
    const { profiles, version } = must(await people.admin.call('profiles.read', {}))
    return { ...by(people.admin), ask: { body: { profiles, version } } }
  },
  'rulesets.propose': async ({ people }) => {
    const { ruleset } = must(await people.admin.call('rulesets.read', { params: { version: 'v0' } }))
    return { ...by(people.admin), ask: { body: { ruleset, note: '再改' } } }
  },
  'rulesets.consent': async (here) => ({ ...by(here.people.reviewer), ask: await proposal(here) }),
  // One approval, and no more, is there to be reopened.
  'rulesets.publish': async (here) => {
    await publishRules(here)
    await approve(here)
    return { ...by(here.people.otherAdmin), ask: await proposal(here) }
  },
  'rulesets.rollback': async (here) => {
    await publishRules(here)
    return { ...by(here.people.admin), ask: { params: { version: 'v0' }, body: { reason: '试退' } } }
  },
  'reviews.decide': async (here) => {
    const { sent, review } = await submit(here)
    return { ...by(here.people.reviewer), ask: { params: { id: review.id }, body: decisionOn(sent, review.version) } }
  },
  'reviews.withdraw': async (here) => {
    const { id, version } = (await approve(here)).review
    return { ...by(here.people.editor), ask: { params: { id }, body: { version, reason: '再改一处' } } }
  },
  'reviews.retract': async (here) => {
    const { id } = (await publish(here)).review
    const { version } = must(await here.people.editor.call('reviews.read', { params: { id } }))
    return { ...by(here.people.editor), ask: { params: { id }, body: { version, reason: '内容有误' } } }
  },
  'reviews.interpreted': async (here) => {
    const plan = {
      form: InterpretationForm.options[0]!,
      dueOn: '2099-01-01',
      responsibleDepartment: '法规科',
      leadInterpreter: '陈主任',
    }
    const { id } = (await publish(here, { interpretationPlan: plan })).review
    return { ...by(here.people.editor), ask: { params: { id }, body: { url: 'https://jyj.example.gov.cn/jd/1.html' } } }
  },
  'releases.create': async (here) => ({ ...by(here.people.editor), ask: { body: releaseOf(await approve(here)) } }),
  'releases.published': async (here) => {
    const { id, contentHash } = (await release(here)).release
    const body = { outcome: 'differs' as const, sentHash: null, url: null, clientAt: null }
    return { ...by(here.people.editor), ask: { params: { id }, body: { ...body, sentHash: contentHash } } }
  },
  'releases.retract': async (here) => {
    const { id } = (await publish(here)).release
    return { ...by(here.people.editor), ask: { params: { id }, body: { reason: '内容有误' } } }
  },
  'releases.verify': async (here) => {
    const { pass, sent } = await release(here)
    const { contentHash, site, channel } = sent
    return { ...by(here.people.cms), ask: { body: { pass, contentHash, site, channel } } }
  },
}

/** The contract's own sample for an endpoint that has no row. */
export function sampleWish<K extends EndpointKey>(key: K, here: Inhabited): Wish<K>['ask'] {
  return samples[key](here.objects)
}
