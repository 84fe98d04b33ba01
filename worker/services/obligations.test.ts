import { env, runInDurableObject, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Obligation } from '#shared/api/contract/obligations.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { must, once, ownText, type Person, siteBehind } from '../../test/contract/actors.ts'
import { codeOf, type Desk, openDesk } from '../../test/contract/desk.ts'
import { decisionOn, draftOf, submissionOf } from '../../test/contract/drafts.ts'
import { exampleYear } from '../../test/support/example-year.ts'
import type { Call } from '../http/call.ts'
import { NO_CREDENTIAL } from '../http/credential.ts'
import type { StoredReview } from '../tenant/review-store.ts'
import { listObligations } from './list-obligations.ts'

let desk: Desk
let named: Person

beforeAll(async () => {
  desk = await openDesk(siteBehind(SELF, env.OPERATOR_SECRET))
  named = await desk.bureau.add(['editor'], [], { emergency: true })
})

/** The list as the admin, or `by`, would see it at a later moment. */
async function owedAt(at: string, overdue: 'true' | 'false' = 'false', by = desk.bureau.admin.id) {
  const stub = env.BUREAU.get(env.BUREAU.idFromName(desk.bureau.id))
  return await runInDurableObject(stub, ({ tenant }) => {
    const caller = { member: tenant!.members.find(by), id: by, role: 'admin' as const }
    const call: Call = { tenant: tenant!, caller, now: new Date(at), idem: '', credential: NO_CREDENTIAL, bodyText: '' }
    return listObligations({ overdue }, call)
  })
}
async function rewrite(id: string, change: (stored: StoredReview) => StoredReview): Promise<void> {
  const stub = env.BUREAU.get(env.BUREAU.idFromName(desk.bureau.id))
  await runInDurableObject(stub, ({ tenant }) => tenant!.reviews.put(change(tenant!.reviews.find(id)!)))
}
/** Sent at `since`, for days of the calendar that are not today. */
const begunAt = (since: string, id: string) => rewrite(id, (stored) => ({ ...stored, submittedAt: since }))
const list = async (by: Person) => must(await by.call('obligations.list', { query: {} })).items
const ofReview = (items: readonly Obligation[], id: string) => items.find(({ reviewId }) => reviewId === id)

async function emergency(sent = submissionOf(draftOf(ownText()), false)) {
  const { contentHash, site, channel, title } = sent
  const body = { contentHash, site, channel, title, reason: '突发停水通知', clientAt: null }
  const made = must(await named.call('releases.emergency', { body, idempotencyKey: once() }))
  const review = must(await desk.reviewer.call('reviews.read', { params: { id: made.release.reviewId! } }))
  return { sent, review, ...made }
}
const decide = (sent: Parameters<typeof decisionOn>[0], review: { id: string; version: number }, more: object = {}) =>
  desk.reviewer.call('reviews.decide', {
    params: { id: review.id },
    body: decisionOn(sent, review.version, more),
    idempotencyKey: once(),
  })
const retract = (by: Person, review: { id: string; version: number }, reason = '页面已撤下') =>
  by.call('reviews.retract', {
    params: { id: review.id },
    body: { version: review.version, reason },
    idempotencyKey: once(),
  })

describe('应急发布', () => {
  it('of a draft that waits for its review already is that review, with the check it was sent with', async () => {
    const confirmed = [{ what: '附件“名单.pdf”', why: '未检查内容' }]
    const sent = { ...submissionOf(draftOf(ownText()), false), confirmed }
    const { review: waiting } = must(await named.call('reviews.submit', { body: sent, idempotencyKey: once() }))
    const { review } = await emergency(sent)
    expect(review).toMatchObject({ id: waiting.id, version: waiting.version + 1, state: 'emergency' })
    expect(review).toMatchObject({ counts: waiting.counts, coverage: waiting.coverage, agreement: waiting.agreement })
    expect(review).toMatchObject({ confirmed: waiting.confirmed, replaces: waiting.replaces, words: '突发停水通知' })
    expect((await emergency()).review.id).not.toBe(waiting.id)
  })
  it('is its own event and owes a review within one working day, 调休 counted', async () => {
    const { review, receipt } = await emergency()
    expect(receipt.entry).toMatchObject({ type: 'emergency.published', actor: named.id })
    expect(ofReview(await list(named), review.id)).toMatchObject({ kind: 'emergency-review' })
    // Wednesday before 国庆: the next working day is eight days on.
    await begunAt('2026-09-30T03:00:00.000Z', review.id)
    const due = ofReview((await owedAt('2026-10-08T15:59:59Z')).items, review.id)
    expect(due).toMatchObject({ dueOn: '2026-10-08', overdue: 'no', limit: { workingDays: 1 } })
    expect(ofReview((await owedAt('2026-10-08T15:59:59Z', 'true')).items, review.id)).toBeUndefined()
    expect(ofReview((await owedAt('2026-10-08T16:00:00Z', 'true')).items, review.id)?.overdue).toBe('yes')
  })

  it('past the last published calendar the day is not known, and that is what is said', async () => {
    const { review } = await emergency()
    await begunAt('2031-05-04T03:00:00.000Z', review.id)
    for (const overdue of ['true', 'false'] as const) {
      const owed = ofReview((await owedAt('2031-06-01T00:00:00Z', overdue)).items, review.id)
      expect([owed?.dueOn, owed?.overdue]).toEqual([null, 'unknown'])
    }
  })

  it('approved it is owed no more; returned it must be taken down, and then is not owed either', async () => {
    const good = await emergency()
    expect(must(await decide(good.sent, good.review)).review.state).toBe('published')
    expect(ofReview(await list(named), good.review.id)).toBeUndefined()
    const bad = await emergency()
    const { review } = must(await decide(bad.sent, bad.review, { verdict: 'return', reason: '表述有误' }))
    expect(review.state).toBe('to-retract')
    expect(ofReview(await list(named), review.id)).toMatchObject({ kind: 'take-down', limit: { workingDays: 0 } })
    expect(must(await retract(named, review)).review.state).toBe('retracted')
    expect(ofReview(await list(named), review.id)).toBeUndefined()
  })

  it('sent without a check of its own, what the reviewer finds in it counts: a block needs a reason', async () => {
    const { sent, review } = await emergency()
    const finding = { rule: 'privacy/resident-id', severity: 'block' as const, field: 'body', start: 0, end: 2 }
    const recheck = { contentHash: sent.contentHash, findings: [{ ...finding, snippet: '' }] }
    expect(codeOf(await decide(sent, review, { recheck }))).toBe('invalid-request')
    expect(must(await decide(sent, review, { recheck, reason: '已核实' })).review.state).toBe('published')
  })

  it('is shut where the bureau says so', async () => {
    const { settings, version } = must(await desk.bureau.admin.call('settings.read', {}))
    const policies = { ...settings.policies, emergency: 'nobody' as const }
    const change = (body: object) =>
      desk.bureau.admin.call('settings.change', { body: body as never, idempotencyKey: once() })
    must(await change({ settings: { ...settings, policies }, version }))
    await expect(emergency()).rejects.toThrow('没有开通应急发布')
    must(await change({ settings, version: version + 1 }))
  })
})

describe('what waits', () => {
  it('a review is owed by the bureau’s own limit; an editor sees their own only', async () => {
    const { review } = await desk.submit()
    expect(ofReview(await list(desk.editor), review.id)).toMatchObject({ kind: 'review', limit: { workingDays: 2 } })
    expect(ofReview(await list(named), review.id)).toBeUndefined()
    expect(ofReview(await list(desk.reviewer), review.id)).toBeDefined()
    await begunAt('2026-11-20T03:00:00.000Z', review.id)
    expect(ofReview((await owedAt('2026-11-24T12:00:00Z')).items, review.id)).toMatchObject({ overdue: 'no' })
    expect(ofReview((await owedAt('2026-11-25T12:00:00Z')).items, review.id)).toMatchObject({ overdue: 'yes' })
  })

  it('an incident is owed until its page is recorded as taken down; the approval stays good', async () => {
    const { sent, review } = await desk.approve()
    const { contentHash, site, channel } = sent
    const body = { kind: 'approved' as const, reviewId: review.id, contentHash, site, channel, clientAt: null }
    const { release } = must(await desk.editor.call('releases.create', { body, idempotencyKey: once() }))
    const take = (by: Person) =>
      by.call('releases.retract', { params: { id: release.id }, body: { reason: '已撤下' }, idempotencyKey: once() })
    expect(codeOf(await take(desk.editor))).toBe('wrong-state')
    const outcome = { outcome: 'extra' as const, sentHash: null, url: null, clientAt: null }
    const ask = { params: { id: release.id }, body: outcome, idempotencyKey: once() }
    must(await desk.editor.call('releases.published', ask))
    const owed = (await list(desk.reviewer)).find(({ releaseId }) => releaseId === release.id)
    expect(owed).toMatchObject({ kind: 'take-down', title: sent.title })
    expect(codeOf(await take(named))).toBe('not-found')
    const taken = must(await take(desk.editor))
    expect(taken.release.retractedAt).not.toBeNull()
    expect(taken.receipt.entry).toMatchObject({ type: 'release.retracted', subject: release.id })
    expect((await list(desk.reviewer)).filter(({ releaseId }) => releaseId === release.id)).toEqual([])
    expect(must(await desk.editor.call('reviews.read', { params: { id: review.id } })).state).toBe('approved')
  })

  it('a policy whose interpretation was planned owes it from its publication, by the earlier of promise and limit', async () => {
    const plan = {
      form: 'image' as const,
      dueOn: '2027-12-30',
      responsibleDepartment: '基教科',
      leadInterpreter: '吴敏',
    }
    const sent = { ...submissionOf(draftOf(ownText()), false), interpretationPlan: plan, policy: true }
    const { review } = must(await desk.editor.call('reviews.submit', { body: sent, idempotencyKey: once() }))
    const record = (url = 'https://jyj.example.gov.cn/jd/1.html') => ({
      ...{ params: { id: review.id }, body: { url }, idempotencyKey: once() },
    })
    expect(codeOf(await desk.editor.call('reviews.interpreted', record()))).toBe('wrong-state')
    const threeSyncs = { organised: true, signedOff: true, deployed: true }
    must(await decide(sent, review, { threeSyncs }))
    await publish(sent, review.id)
    expect(ofReview(await list(desk.editor), review.id)).toMatchObject({ kind: 'interpretation' })
    const dueOf = async (publishedAt: string, dueOn: string) => {
      await rewrite(review.id, (stored) => ({
        ...{ ...stored, changedAt: publishedAt },
        said: { ...stored.said, interpretationPlan: { ...plan, dueOn } },
      }))
      const owed = ofReview((await owedAt('2026-11-24T12:00:00Z')).items, review.id)
      return [owed?.dueOn, owed?.overdue]
    }
    expect(await dueOf('2026-11-20T03:00:00.000Z', '2027-12-30')).toEqual(['2026-11-25', 'no'])
    expect(await dueOf('2026-11-20T03:00:00.000Z', '2026-11-23')).toEqual(['2026-11-23', 'yes'])
    expect(await dueOf('2031-05-05T03:00:00.000Z', '2031-05-06')).toEqual(['2031-05-06', 'no'])
    expect(codeOf(await desk.editor.call('reviews.interpreted', record('javascript:alert(1)')))).toBe('invalid-request')
    const { receipt } = must(await desk.editor.call('reviews.interpreted', record()))
    expect(receipt.entry).toMatchObject({ type: 'interpretation.published', subject: review.id })
    expect(ofReview(await list(desk.editor), review.id)).toBeUndefined()
  })
})

async function publish(sent: ReturnType<typeof submissionOf>, reviewId: string): Promise<void> {
  const { contentHash, site, channel } = sent
  const body = { kind: 'approved' as const, reviewId, contentHash, site, channel, clientAt: null }
  const { release } = must(await desk.editor.call('releases.create', { body, idempotencyKey: once() }))
  const outcome = { outcome: 'match' as const, sentHash: contentHash, url: null, clientAt: null }
  const ask = { params: { id: release.id }, body: outcome, idempotencyKey: once() }
  must(await desk.editor.call('releases.published', ask))
}

describe('撤稿', () => {
  it('of a published draft needs a reason, is the author’s or a reviewer’s or an admin’s, and ends its pass', async () => {
    const { sent, review } = await desk.approve()
    expect(codeOf(await retract(desk.editor, review))).toBe('wrong-state')
    await publish(sent, review.id)
    const published = must(await desk.editor.call('reviews.read', { params: { id: review.id } }))
    expect(codeOf(await retract(named, published))).toBe('not-found')
    expect(codeOf(await retract(desk.editor, published, ' '))).toBe('invalid-request')
    expect(codeOf(await retract(desk.editor, { ...published, version: published.version - 1 }))).toBe('stale-version')
    const { review: after, receipt } = must(await retract(desk.bureau.admin, published))
    expect(after.state).toBe('retracted')
    expect(receipt.entry).toMatchObject({ type: 'release.retracted', role: 'admin', subject: review.id })
    expect(receipt.entry.reasonDigest).not.toBeNull()
    const again = { ...submissionOf(draftOf('改后再送'), false), replaces: review.id }
    expect(must(await desk.editor.call('reviews.submit', { body: again, idempotencyKey: once() })).review.state).toBe(
      'submitted',
    )
  })

  it('a pass ends with its approval: withdrawn or replaced, the CMS is told no', async () => {
    const { sent, review } = await desk.approve()
    const { contentHash, site, channel } = sent
    const body = { kind: 'approved' as const, reviewId: review.id, contentHash, site, channel, clientAt: null }
    const { pass } = must(await desk.editor.call('releases.create', { body, idempotencyKey: once() }))
    const withdraw = { params: { id: review.id }, body: { version: review.version, reason: null } }
    must(await desk.editor.call('reviews.withdraw', { ...withdraw, idempotencyKey: once() }))
    const cms = await desk.bureau.add(['cms'], [], { site })
    const shown = { body: { pass, contentHash, site, channel }, idempotencyKey: once() }
    expect(codeOf(await cms.call('releases.verify', shown))).toBe('pass-invalid')
  })
})

// Last: what follows a change of the rule set must be checked by the new one.
describe('a year that the rule set in force adds', () => {
  it('gives what is owed across its border a day, which a rollback takes back', async () => {
    const { admin } = desk.bureau
    const { review } = await desk.submit()
    await begunAt('2026-12-30T03:00:00.000Z', review.id)
    const dueOf = async () => {
      const { dueOn, overdue } = ofReview((await owedAt('2027-01-04T12:00:00Z')).items, review.id)!
      return [dueOn, overdue]
    }
    expect(await dueOf()).toEqual([null, 'unknown'])

    const ruleset = { ...starterRuleSet, calendar: [exampleYear] }
    const proposal = { body: { ruleset, note: '试用的一年' }, idempotencyKey: once() }
    const { version, digest } = must(await admin.call('rulesets.propose', proposal)).ruleset
    const ask = () => ({ params: { version }, body: { digest }, idempotencyKey: once() })
    must(await desk.reviewer.call('rulesets.consent', ask()))
    expect(await dueOf()).toEqual([null, 'unknown'])
    must(await admin.call('rulesets.publish', ask()))
    expect(await dueOf()).toEqual(['2027-01-04', 'no'])
    const { sentences } = must(await admin.call('rulesets.diff', { params: { version: 'v0', other: version } }))
    expect(sentences).toEqual(['新增 2027 年放假安排：放假 11 天、调休上班 1 天'])

    const undo = { params: { version: 'v0' }, body: { reason: '试毕' }, idempotencyKey: once() }
    must(await admin.call('rulesets.rollback', undo))
    expect(await dueOf()).toEqual([null, 'unknown'])
  })

  it('is refused at its path and line where it says other than a year that ships', async () => {
    const calendar = [{ ...exampleYear, year: 2026, work: [] }]
    const body = { ruleset: { ...starterRuleSet, calendar }, note: '试改' }
    const outcome = await desk.bureau.admin.call('rulesets.propose', { body, idempotencyKey: once() })
    expect(outcome.kind === 'problem' && outcome.problem.faults).toEqual([
      { path: 'ruleset.calendar[0]', message: expect.stringMatching(/^第 1 行：2026 年的放假安排已随软件提供/) },
    ])
  })
})
