import { env, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Outcome } from '#shared/api/client.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { type Bureau, must, once, openBureau, ownText, type Person, siteBehind } from '../../test/contract/actors.ts'
import { badRuleSets, proposeText, refusalFault } from '../../test/contract/bad-rulesets.ts'
import { decisionOn, draftOf, submissionOf } from '../../test/contract/drafts.ts'

const site = siteBehind(SELF, env.OPERATOR_SECRET)
let bureau: Bureau
let editor: Person
let reviewer: Person
let other: Person

beforeAll(async () => {
  bureau = await openBureau(site)
  editor = await bureau.add(['editor'])
  reviewer = await bureau.add(['reviewer'])
})

const list = (more: object = {}) => ({
  ...{ id: 'bureau/test', title: '试用词表', severity: 'review', basis: '本局规定', advice: '请改正' },
  ...{ terms: [{ term: '试用错词' }], finds: ['这里有试用错词。'], passes: ['这里没有。'] },
  ...more,
})
const withList = (more: object = {}) => ({ ...starterRuleSet, terms: [...starterRuleSet.terms, list(more)] })
const propose = (ruleset: object, by = bureau.admin) =>
  by.call('rulesets.propose', { body: { ruleset: { ...ruleset }, note: '试改' }, idempotencyKey: once() })
const faultsOf = (outcome: Outcome<unknown>) =>
  outcome.kind === 'problem'
    ? { code: outcome.problem.code, faults: outcome.problem.faults ?? [] }
    : { code: outcome.kind, faults: [] }
const codeOf = (outcome: Outcome<unknown>) => faultsOf(outcome).code
const publish = (version: string, digest: string, by = bureau.admin) =>
  by.call('rulesets.publish', { params: { version }, body: { digest }, idempotencyKey: once() })

describe('a proposal is refused with path, line and what was expected', () => {
  it.each(badRuleSets({ before: 3, behind: 2 }).map((one) => [one.name, one] as const))('for %s', async (_, bad) => {
    expect(refusalFault(bad, await proposeText(site, bureau.admin.token, bad.ruleset))).toBeNull()
    expect(must(await bureau.admin.call('rulesets.current', {})).version).toBe('v0')
  })

  it('for a later version than the code knows', async () => {
    const { code, faults } = faultsOf(await propose({ ...starterRuleSet, v: 99 }))
    expect([code, faults[0]?.path]).toEqual(['ruleset-refused', 'ruleset.v'])
  })

  it('for its size', async () => {
    const terms = Array.from({ length: 300_000 }, (_, i) => ({ term: `试用错词第${i}号` }))
    expect(codeOf(await propose(withList({ terms })))).toBe('too-large')
  })
})

describe('a rule set comes into force', () => {
  it('by two people; rolls back under a new number; reopens what was approved', async () => {
    const sent = submissionOf(draftOf(ownText()), false)
    const { review } = must(await editor.call('reviews.submit', { body: sent, idempotencyKey: once() }))
    const ask = { params: { id: review.id }, body: decisionOn(sent, review.version), idempotencyKey: once() }
    expect(must(await reviewer.call('reviews.decide', ask)).review.state).toBe('approved')

    const { ruleset } = must(await propose(withList()))
    const { version, digest } = ruleset
    expect(codeOf(await publish(version, digest))).toBe('separation-of-duty')
    must(await reviewer.call('rulesets.consent', { params: { version }, body: { digest }, idempotencyKey: once() }))
    expect(codeOf(await publish(version, '0'.repeat(64)))).toBe('content-changed')
    must(await publish(version, digest))
    const reopened = must(await editor.call('reviews.read', { params: { id: review.id } }))
    expect([reopened.state, reopened.decisions]).toEqual(['submitted', []])

    const { sentences } = must(await editor.call('rulesets.diff', { params: { version: 'v0', other: version } }))
    expect(sentences.join()).toContain('《试用词表》')
    const undo = { params: { version: 'v0' }, body: { reason: '误报过多' }, idempotencyKey: once() }
    const back = must(await bureau.admin.call('rulesets.rollback', undo)).ruleset
    const current = must(await editor.call('rulesets.current', {}))
    expect([current.version, Number(back.version.slice(1)) > Number(version.slice(1))]).toEqual([back.version, true])
    expect(current.ruleset).toEqual(JSON.parse(JSON.stringify(starterRuleSet)))
  })

  it('with a second admin the author cannot publish, consent or not', async () => {
    other = await bureau.add(['admin'])
    const { version, digest } = must(await propose(withList())).ruleset
    must(await reviewer.call('rulesets.consent', { params: { version }, body: { digest }, idempotencyKey: once() }))
    expect(codeOf(await publish(version, digest))).toBe('separation-of-duty')
    expect(codeOf(await publish(version, digest, other))).toBe('answer')
  })

  it('also one with 200,000 terms', async () => {
    const terms = Array.from({ length: 200_000 }, (_, i) => ({ term: `错${i.toString(36)}词` }))
    const { version, digest } = must(await propose(withList({ terms, finds: ['错abc词'] }))).ruleset
    must(await publish(version, digest, other))
    expect(must(await editor.call('rulesets.current', {})).version).toBe(version)
  })
})
