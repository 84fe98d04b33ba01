import { env, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkEvidence, MenxiaEvidence } from '#shared/ledger/evidence.ts'
import { type Bureau, must, once, ownText, type Person, siteBehind } from '../../test/contract/actors.ts'
import { codeOf, type Desk, openDesk } from '../../test/contract/desk.ts'
import { decisionOn, draftOf, submissionOf } from '../../test/contract/drafts.ts'

const site = siteBehind(SELF, env.OPERATOR_SECRET)
let desk: Desk
let bureau: Bureau
let editor: Person
let reviewer: Person
let second: Person

beforeAll(async () => {
  desk = await openDesk(site)
  ;({ bureau, editor, reviewer, second } = desk)
})

describe('writes and their idempotency key', () => {
  it('answers a repeated write the same and does nothing twice; another body under the key is 409', async () => {
    const ask = { body: submissionOf(draftOf('重复'), false), idempotencyKey: once() }
    const answers = await Promise.all(Array.from({ length: 50 }, () => editor.call('reviews.submit', ask)))
    const first = JSON.stringify(must(answers[0]!))
    expect(answers.every((answer) => JSON.stringify(must(answer)) === first)).toBe(true)
    const { items } = must(await editor.call('reviews.list', { query: { contentHash: ask.body.contentHash } }))
    expect(items).toHaveLength(1)
    const other = { ...ask, body: { ...ask.body, words: '改了' } }
    expect(codeOf(await editor.call('reviews.submit', other))).toBe('idempotency-key-reused')
    expect(
      codeOf(await reviewer.call('reviews.comment', { ...ask, params: { id: items[0]!.id }, body: { text: '' } })),
    ).toBe('invalid-request')
  })
})

describe('decisions', () => {
  it('of two reviewers at once exactly one decides, and the other is told who', async () => {
    for (let round = 0; round < 25; round++) {
      const { sent, review } = await desk.submit()
      const decide = (by: Person) =>
        by.call('reviews.decide', {
          params: { id: review.id },
          body: decisionOn(sent, review.version),
          idempotencyKey: once(),
        })
      const outcomes = await Promise.all([decide(reviewer), decide(second)])
      const losers = outcomes.filter(({ kind }) => kind === 'problem')
      expect(outcomes.filter(({ kind }) => kind === 'answer')).toHaveLength(1)
      expect(
        losers.map((loser) => (loser.kind === 'problem' ? [loser.problem.code, loser.problem.wonBy] : [])),
      ).toEqual([['stale-version', must(outcomes.find(({ kind }) => kind === 'answer')!).review.decisions[0]!.by.name]])
    }
  })

  it('nobody approves what they sent, also with both roles', async () => {
    const both = await bureau.add(['editor', 'reviewer'])
    const { sent, review } = await desk.submit(ownText(), both)
    const ask = { params: { id: review.id }, body: decisionOn(sent, review.version), idempotencyKey: once() }
    expect(codeOf(await both.call('reviews.decide', ask))).toBe('separation-of-duty')
  })

  it('without the text, an approval needs the reviewer’s own check to find the same', async () => {
    const { sent, review } = await desk.submit()
    const decide = (recheck: ReturnType<typeof decisionOn>['recheck']) =>
      reviewer.call('reviews.decide', {
        params: { id: review.id },
        body: decisionOn(sent, review.version, { recheck }),
        idempotencyKey: once(),
      })
    expect(codeOf(await decide(null))).toBe('content-changed')
    expect(codeOf(await decide({ contentHash: '0'.repeat(64), findings: [] }))).toBe('content-changed')
    const finding = { rule: 'a/b', severity: 'block' as const, field: 'body', start: 0, end: 1, snippet: '' }
    expect(codeOf(await decide({ contentHash: sent.contentHash, findings: [finding] }))).toBe('content-changed')
  })

  it('answers are one a finding, of those there are; keeping what is 禁止发布 says why', async () => {
    const at = { field: 'body', start: 0, end: 1, snippet: '' }
    const findings = (['block', 'advise'] as const).map((severity) => ({ rule: 'a/b', severity, ...at }))
    const sent = { ...submissionOf(draftOf(ownText()), false), findings }
    const { review } = must(await editor.call('reviews.submit', { body: sent, idempotencyKey: once() }))
    type Answers = ReturnType<typeof decisionOn>['answers']
    const decide = (answers: Answers) =>
      reviewer.call('reviews.decide', {
        params: { id: review.id },
        body: decisionOn(sent, review.version, { answers, reason: '已核对' }),
        idempotencyKey: once(),
      })
    const fixed = { finding: 0, answer: 'fixed' as const, because: '' }
    const kept = { finding: 0, answer: 'accepted' as const, because: '' }
    for (const wrong of [[{ ...fixed, finding: 2 }], [fixed, fixed], [kept], [{ ...kept, because: ' ' }]])
      expect(codeOf(await decide(wrong))).toBe('invalid-request')
    const good: Answers = [
      { ...kept, because: '是示例号码' },
      { finding: 1, answer: 'accepted', because: '' },
    ]
    const { review: after } = must(await decide(good))
    expect([after.state, after.decisions[0]?.answers]).toEqual(['approved', good])
  })

  it('one character more makes the approval void', async () => {
    const { review } = await desk.approve()
    const changed = submissionOf(draftOf(ownText()), false, review.id)
    must(await editor.call('reviews.submit', { body: changed, idempotencyKey: once() }))
    expect(must(await editor.call('reviews.read', { params: { id: review.id } })).state).toBe('void')
  })

  it('a clean proof of the whole life: evidence verifies, one flipped bit does not', async () => {
    const { review } = await desk.approve()
    const raw = JSON.stringify(must(await reviewer.call('reviews.evidence', { params: { id: review.id } })))
    const evidence = MenxiaEvidence.parse(JSON.parse(raw))
    expect(evidence.items.map(({ entry }) => entry.type)).toEqual(['review.submitted', 'review.decided'])
    expect(checkEvidence(evidence).ok).toBe(true)
    const flipped = MenxiaEvidence.parse(JSON.parse(raw.replace('"verdict":"approve"', '"verdict":"refuse"')))
    expect(checkEvidence(flipped).ok).toBe(false)
  })
})

describe('发布审批单', () => {
  it('says who decided what and where it stands in the ledger; a title is no markup', async () => {
    const draft = { ...draftOf(ownText()), title: '<script>alert(1)</script>&“会议”' }
    const sent = submissionOf(draft, false)
    const { review } = must(await editor.call('reviews.submit', { body: sent, idempotencyKey: once() }))
    const decision = decisionOn(sent, review.version, { reason: '内容属实' })
    const ask = { params: { id: review.id }, body: decision, idempotencyKey: once() }
    const { receipt } = must(await reviewer.call('reviews.decide', ask))
    const sheet = must(await editor.call('reviews.sheet', { params: { id: review.id } }))
    for (const part of [
      '发布审批单',
      '初审',
      '<b>同意</b>',
      '☑保密关',
      '内容属实',
      `第 ${receipt.seq} 条`,
      sent.contentHash,
    ])
      expect(sheet).toContain(part)
    expect(sheet).not.toContain('<script')
  })
})
