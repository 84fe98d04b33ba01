import { env, runInDurableObject, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { toClaim } from '#shared/api/contract/claims.ts'
import type { Submission } from '#shared/api/contract/reviews.ts'
import type { Draft } from '#shared/draft/draft.ts'
import type { InterpretationPlan } from '#shared/draft/interpretation-plan.ts'
import { checkDraft } from '#shared/ruleset/check-draft.ts'
import { compileRuleSet } from '#shared/ruleset/compile.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { type Bureau, must, once, ownText, type Person, siteBehind } from '../../test/contract/actors.ts'
import { codeOf, openDesk } from '../../test/contract/desk.ts'
import { claimOf, decisionOn, draftOf, submissionOf } from '../../test/contract/drafts.ts'
import { FIRST_SETTINGS } from './first-settings.ts'
import { shanghaiDay } from './shanghai-day.ts'
import { FRESH } from './step-up.ts'

let bureau: Bureau
let editor: Person
let reviewer: Person

const site = siteBehind(SELF, env.OPERATOR_SECRET)
const rules = compileRuleSet(starterRuleSet)
const SYNCS = { organised: true, signedOff: true, deployed: true }
const dayAfter = (days: number) => shanghaiDay(new Date(Date.now() + days * 86_400_000))
const plan: InterpretationPlan = {
  ...{ form: 'image', dueOn: dayAfter(2) },
  ...{ responsibleDepartment: '基础教育科', leadInterpreter: '吴敏华' },
}
const policyOf = (): Draft => ({ ...draftOf(ownText()), title: '泉州市中小学校服管理办法' })

/** What the extension would send of a policy, with or without a plan. */
function policySubmission(
  interpretationPlan: InterpretationPlan | null,
  text: boolean,
  draft = policyOf(),
): Submission {
  const context = { today: shanghaiDay(new Date()), ...(interpretationPlan && { interpretationPlan }) }
  const findings = checkDraft(draft, rules, context).findings.map(toClaim)
  return { ...submissionOf(draft, text), findings, interpretationPlan, policy: true }
}

const submit = async (body: Submission) =>
  must(await editor.call('reviews.submit', { body, idempotencyKey: once() })).review
const decide = (id: string, body: ReturnType<typeof decisionOn>) =>
  reviewer.call('reviews.decide', { params: { id }, body, idempotencyKey: once() })

beforeAll(async () => {
  ;({ bureau, editor, reviewer } = await openDesk(site))
})

describe('a policy and its interpretation', () => {
  it('a plan with a due day stands for the interpretation, in the Worker’s own check too', async () => {
    const { version } = must(await bureau.admin.call('settings.read', {}))
    const body = { settings: { ...FIRST_SETTINGS, draftText: 'stored' as const }, version }
    must(await bureau.admin.call('settings.change', { body, idempotencyKey: once() }))
    const ruleOf = (rule: string) => ({ rule }) as const
    const without = await submit(policySubmission(null, true))
    expect(without.report?.findings.map(({ rule }) => ({ rule }))).toContainEqual(ruleOf('interpretation/missing'))
    const past = await submit(policySubmission({ ...plan, dueOn: dayAfter(-1) }, true))
    expect(past.report?.findings.map(({ rule }) => ({ rule }))).toContainEqual(ruleOf('interpretation/missing'))
    const planned = await submit({ ...policySubmission(plan, true), policy: false })
    expect(planned).toMatchObject({ agreement: 'agrees', interpretationPlan: plan, counts: { block: 0 } })
    // Classed by the Worker itself, whatever the client said.
    expect(planned.policy).toBe(true)
    const back = { settings: FIRST_SETTINGS, version: version + 1 }
    must(await bureau.admin.call('settings.change', { body: back, idempotencyKey: once() }))
  })

  it('approving one takes 三同步, each of the three; returning it does not', async () => {
    const sent = policySubmission(plan, false)
    const { id, version } = await submit(sent)
    for (const threeSyncs of [
      null,
      { ...SYNCS, organised: false },
      { ...SYNCS, signedOff: false },
      { ...SYNCS, deployed: false },
    ])
      expect(codeOf(await decide(id, decisionOn(sent, version, { threeSyncs })))).toBe('invalid-request')
    const { review } = must(await decide(id, decisionOn(sent, version, { threeSyncs: SYNCS })))
    expect(review).toMatchObject({ state: 'approved', decisions: [{ threeSyncs: SYNCS }] })
    const other = policySubmission(plan, false)
    const again = await submit(other)
    const returned = decisionOn(other, again.version, { verdict: 'return', reason: '请补图解' })
    expect(must(await decide(again.id, returned)).review.state).toBe('returned')
  })

  it('the plan is in the ledger by form and day, its people under the salted commitment, and all of it on the sheet', async () => {
    const sent = policySubmission(plan, false)
    const { id, version } = await submit(sent)
    must(await decide(id, decisionOn(sent, version, { threeSyncs: SYNCS })))
    const { entries } = must(await bureau.admin.call('ledger.entries', { query: { from: 0, to: 1000 } }))
    const [submitted, decided] = entries.filter(({ subject }) => subject === id)
    expect(submitted).toMatchObject({ detail: { plan: 'image', planDueOn: plan.dueOn } })
    expect(decided).toMatchObject({ detail: { syncs: 3 } })
    expect(JSON.stringify(entries)).not.toContain(plan.leadInterpreter)
    const { items } = must(await editor.call('reviews.evidence', { params: { id } })) as {
      items: { openings: { field: string; text: string }[] }[]
    }
    expect(items[0]!.openings.find(({ field }) => field === 'reasonDigest')?.text).toContain(plan.leadInterpreter)
    const sheet = must(await editor.call('reviews.sheet', { params: { id } }))
    for (const words of ['解读方案', '图片解读', plan.dueOn, '基础教育科', '吴敏华', '☑同步组织 ☑同步审签 ☑同步部署'])
      expect(sheet).toContain(words)
  })
})

describe('应急发布', () => {
  it('with a check of its own keeps what was confirmed when the draft was sent in', async () => {
    const named = await bureau.add(['editor'], [], { emergency: true })
    const draft = policyOf()
    const claim = claimOf(draft, false)
    const confirmed = [{ what: '附件“名单.pdf”', why: '未检查内容' }]
    const sent = { ...submissionOf(draft, false), confirmed }
    const { review } = must(await named.call('reviews.submit', { body: sent, idempotencyKey: once() }))
    const { contentHash, channel } = claim
    const asked = { contentHash, site: draft.site, channel, title: draft.title, reason: '台风停课通知', clientAt: null }
    const out = must(
      await named.call('releases.emergency', { body: { ...asked, claim, policy: true }, idempotencyKey: once() }),
    )
    expect(out.release.reviewId).toBe(review.id)
    const after = must(await reviewer.call('reviews.read', { params: { id: review.id } }))
    expect(after).toMatchObject({ state: 'emergency', confirmed, policy: true })
  })

  it('leaves the reviewer something to decide on, and asks for 三同步 of a policy', async () => {
    const named = await bureau.add(['editor'], [], { emergency: true })
    const draft = policyOf()
    const claim = { ...claimOf(draft, false) }
    const { contentHash, channel } = claim
    const body = {
      ...{ contentHash, site: draft.site, channel, title: draft.title, reason: '台风停课通知', clientAt: null },
      ...{ claim, policy: true, page: 'https://cms.example/edit?id=9' },
    }
    const wrong = { ...body, claim: { ...claim, contentHash: '0'.repeat(64) } }
    const ask = (asked: typeof body) => named.call('releases.emergency', { body: asked, idempotencyKey: once() })
    expect(codeOf(await ask(wrong))).toBe('content-changed')
    const id = must(await ask(body)).release.reviewId!
    const review = must(await reviewer.call('reviews.read', { params: { id } }))
    expect(review).toMatchObject({ state: 'emergency', policy: true, page: body.page, words: body.reason })
    expect(review.counts.block).toBe(claim.findings.filter(({ severity }) => severity === 'block').length)
    const sent = { ...submissionOf(draft, false), findings: claim.findings }
    const decision = decisionOn(sent, review.version, { threeSyncs: SYNCS, reason: '情况属实' })
    expect(must(await decide(id, decision)).review.state).toBe('published')
  })
})

describe('再次确认身份', () => {
  it('what is 禁止发布 is approved only within minutes of the PIN, whatever was seen since', async () => {
    const sent = policySubmission(null, false)
    const { id, version, counts } = await submit(sent)
    expect(counts.block).toBeGreaterThan(0)
    const stub = env.BUREAU.get(env.BUREAU.idFromName(bureau.id))
    const age = (ms: number) =>
      runInDurableObject(
        stub,
        (_, { storage }) => void storage.sql.exec('UPDATE sessions SET expires = expires - ?', ms),
      )
    const decision = decisionOn(sent, version, { threeSyncs: SYNCS, reason: '解读另行安排，情况属实' })
    await age(FRESH + 1000)
    expect(codeOf(await decide(id, decision))).toBe('step-up-required')
    await age(-FRESH)
    expect(codeOf(await decide(id, decision))).toBe('answer')
    await age(-1000)
  })
})
