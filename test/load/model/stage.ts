import type { Outcome } from '#shared/api/client.ts'
import { type Bureau, must, once, openBureau, type Person, type Site, signIn } from '../../contract/actors.ts'
import { codeOf } from '../../contract/desk.ts'
import { decisionOn, draftOf, SITE, submissionOf } from '../../contract/drafts.ts'
import { CAST } from './cast.ts'
import type { Made } from './effects.ts'
import type { Reference } from './reference.ts'
import { BLOCKED, CHANNELS, type Step } from './step.ts'

type Key = { idempotencyKey: string }
/** `code` is null where the step was done. */
export interface Done {
  readonly code: string | null
  readonly made: Made | null
}
const REASON = '已核对全部内容。'
const sent = new Map<string, ReturnType<typeof submissionOf>>()

/** The submission of draft number `content` for a channel; made once. */
export function submissionFor(content: number, channel: string) {
  const key = `${content}/${channel}`
  const body = content === BLOCKED ? '学生陈某，身份证号350583201503150027。' : `第${content}份工作情况。`
  const known = sent.get(key) ?? submissionOf({ ...draftOf(body), channel }, false)
  sent.set(key, known)
  return known
}

/** A bureau in which the cast works, over the contract alone. */
export class Stage {
  readonly bureau: Bureau
  readonly #site: Site
  readonly #admin2: Person
  readonly #people: Map<string, Person>

  private constructor(site: Site, bureau: Bureau, admin2: Person, people: Map<string, Person>) {
    this.#site = site
    this.bureau = bureau
    this.#admin2 = admin2
    this.#people = people
  }

  static async open(site: Site): Promise<Stage> {
    const bureau = await openBureau(site)
    const people = new Map<string, Person>()
    for (const [name, { roles, levels, emergency }] of Object.entries(CAST))
      people.set(name, await bureau.add(roles, levels, { emergency, ...(roles[0] === 'cms' ? { site: SITE } : {}) }))
    const { settings, version } = must(await bureau.admin.call('settings.read', {}))
    const channels = Object.entries(CHANNELS).map(([name, levels]) => ({
      name,
      reviewEvery: true,
      levels: [...levels],
    }))
    const ask = { body: { settings: { ...settings, channels }, version }, idempotencyKey: once() }
    must(await bureau.admin.call('settings.change', ask))
    return new Stage(site, bureau, await bureau.add(['admin']), people)
  }

  /** Does the step under this idempotency key; again under the same key it is the same request. */
  async play(step: Step, reference: Reference, idempotencyKey: string): Promise<Done> {
    const key = { idempotencyKey }
    switch (step.do) {
      case 'submit': {
        const body = { ...submissionFor(step.content, step.channel), replaces: step.replaces }
        return done(await this.#call(step.by)('reviews.submit', { body, ...key }), ({ review }) => review)
      }
      case 'decide':
        return await this.#decide(step, reference, key)
      case 'withdraw': {
        const ask = { params: { id: step.review }, body: { version: step.version, reason: null } }
        return done(await this.#call(step.by)('reviews.withdraw', { ...ask, ...key }))
      }
      case 'comment': {
        const ask = { params: { id: step.review }, body: { text: '请看' } }
        return done(await this.#call(step.by)('reviews.comment', { ...ask, ...key }))
      }
      case 'retract-review': {
        const ask = { params: { id: step.review }, body: { version: step.version, reason: REASON } }
        return done(await this.#call(step.by)('reviews.retract', { ...ask, ...key }))
      }
      case 'release':
      case 'published':
      case 'emergency':
      case 'retract-release':
      case 'verify':
        return await this.#pass(step, reference, key)
      default:
        return await this.#office(step)
    }
  }

  async #decide(step: Extract<Step, { do: 'decide' }>, reference: Reference, key: Key): Promise<Done> {
    const copy = reference.reviews.get(step.review)
    const of = submissionFor(step.content, copy?.channel ?? Object.keys(CHANNELS)[0]!)
    const right = submissionFor(copy?.content ?? step.content, of.channel!)
    const other = { contentHash: 'e'.repeat(64), findings: [] }
    const same = { contentHash: right.contentHash, findings: right.findings }
    const ticked = decisionOn(of, step.version)
    const body = {
      ...ticked,
      ...{ level: step.level, verdict: step.verdict, ruleset: step.ruleset, reason: step.reason ? REASON : null },
      gates: step.gates ? ticked.gates : { ...ticked.gates, wording: false },
      recheck: { same, other, none: null }[step.recheck],
    }
    return done(await this.#call(step.by)('reviews.decide', { params: { id: step.review }, body, ...key }))
  }

  async #pass(
    step: Extract<Step, { do: 'release' | 'published' | 'emergency' | 'retract-release' | 'verify' }>,
    reference: Reference,
    key: Key,
  ) {
    const call = this.#call(step.by)
    const target = (content: number, channel: string) => ({
      ...{ contentHash: submissionFor(content, channel).contentHash, site: SITE, channel, clientAt: null },
    })
    const issued = ({ release, pass }: { release: { id: string; reviewId: string | null }; pass: string }): Made => ({
      ...{ id: release.id, token: pass, review: release.reviewId ?? '' },
    })
    if (step.do === 'release') {
      const body = { kind: 'approved' as const, reviewId: step.review, ...target(step.content, step.channel) }
      return done(await call('releases.create', { body, ...key }), issued)
    }
    if (step.do === 'emergency') {
      const body = { ...target(step.content, step.channel), title: '停水通知', reason: '突发停水，须立即通知。' }
      return done(await call('releases.emergency', { body, ...key }), issued)
    }
    if (step.do === 'published') {
      const body = { outcome: step.outcome, sentHash: null, url: null, clientAt: null }
      return done(await call('releases.published', { params: { id: step.pass }, body, ...key }))
    }
    if (step.do === 'retract-release')
      return done(await call('releases.retract', { params: { id: step.pass }, body: { reason: REASON }, ...key }))
    const pass = reference.passes.get(step.pass)!
    const { contentHash } = submissionFor(reference.reviews.get(pass.review)!.content, pass.channel)
    const body = { pass: pass.token, contentHash, site: SITE, channel: step.channel }
    return done(await call('releases.verify', { body, ...key }))
  }

  async #office(step: Extract<Step, { do: 'revoke' | 'sign-in' | 'rules' | 'expire' }>): Promise<Done> {
    const { admin } = this.bureau
    if (step.do === 'expire') {
      await this.#site.send(`${this.#site.base}/fault/sweep?bureau=${this.bureau.id}&days=${step.days}`, {
        method: 'POST',
        headers: {},
      })
      return { code: null, made: null }
    }
    if (step.do === 'rules') {
      const { ruleset } = must(await admin.call('rulesets.read', { params: { version: 'v0' } }))
      const proposal = { body: { ruleset, note: '例行更新' }, idempotencyKey: once() }
      const { version, digest } = must(await admin.call('rulesets.propose', proposal)).ruleset
      const ask = { params: { version }, body: { digest }, idempotencyKey: once() }
      return done(await this.#admin2.call('rulesets.publish', ask), () => ({ id: version }))
    }
    const { id } = this.#people.get(step.who)!
    if (step.do === 'revoke')
      return done(await admin.call('sessions.revoke', { params: { id }, idempotencyKey: once() }))
    const { invitation } = must(
      await admin.call('members.invite', { params: { id }, body: {}, idempotencyKey: once() }),
    )
    this.#people.set(step.who, await signIn(this.#site, invitation))
    return { code: null, made: null }
  }

  #call(name: string): Person['call'] {
    return this.#people.get(name)!.call
  }
}

function done<A>(outcome: Outcome<A>, madeOf: (answer: A) => Made | null = () => null): Done {
  return outcome.kind === 'answer'
    ? { code: null, made: madeOf(outcome.answer) }
    : { code: codeOf(outcome), made: null }
}
