import { env, runInDurableObject, SELF } from 'cloudflare:test'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Outcome } from '#shared/api/client.ts'
import { type Bureau, must, once, openBureau, type Person, siteBehind } from '../../test/contract/actors.ts'
import { claimOf, decisionOn, draftOf, submissionOf } from '../../test/contract/drafts.ts'
import { FIRST_SETTINGS } from './first-settings.ts'
import { sweepBureau } from './sweep-bureau.ts'

const site = siteBehind(SELF, env.OPERATOR_SECRET)
const WORDS = '凤凰木下读书声声入耳'
const codeOf = (outcome: Outcome<unknown>) => (outcome.kind === 'problem' ? outcome.problem.code : outcome.kind)
let bureau: Bureau
let editor: Person
let reviewer: Person

async function keepTexts(draftText: 'none' | 'stored'): Promise<void> {
  const { version } = must(await bureau.admin.call('settings.read', {}))
  const body = { settings: { ...FIRST_SETTINGS, draftText, keepTextDays: 10 }, version }
  must(await bureau.admin.call('settings.change', { body, idempotencyKey: once() }))
}

/** Every byte of the bureau's database as text. */
async function everything(): Promise<string> {
  const stub = env.BUREAU.get(env.BUREAU.idFromName(bureau.id))
  return await runInDurableObject(stub, (_, { storage }) => {
    const tables = storage.sql
      .exec("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_cf%' ESCAPE '\\'")
      .toArray()
    const rows = tables.flatMap(({ name }) => storage.sql.exec(`SELECT * FROM "${name}"`).toArray())
    const decoder = new TextDecoder()
    const shown = (value: unknown) => (value instanceof ArrayBuffer ? decoder.decode(value) : String(value))
    return rows.map((row) => Object.values(row).map(shown).join('\t')).join('\n')
  })
}

beforeAll(async () => {
  bureau = await openBureau(site)
  editor = await bureau.add(['editor'])
  reviewer = await bureau.add(['reviewer'])
})

describe('draftText: none', () => {
  it('refuses text, also in a snippet, and says so', async () => {
    const body = claimOf(draftOf(WORDS), true)
    expect(codeOf(await editor.call('checks.record', { body, idempotencyKey: once() }))).toBe('text-not-allowed')
    const finding = { rule: 'a/b', severity: 'advise' as const, field: 'body', start: 3, end: 8, snippet: '凤凰木下' }
    const told = { ...claimOf(draftOf(WORDS), false), findings: [finding] }
    expect(codeOf(await editor.call('checks.record', { body: told, idempotencyKey: once() }))).toBe('text-not-allowed')
    expect(await everything()).not.toContain('凤凰木')
  })
})

describe('draftText: stored', () => {
  beforeAll(async () => await keepTexts('stored'))

  it('checks again itself: a forged verdict is recorded as one, a forged hash refused', async () => {
    const draft = draftOf('学生陈某，身份证号350583201503150027。')
    const claim = claimOf(draft, true)
    const rules = claim.findings.map(({ rule }) => rule)
    expect(rules).toContain('privacy/resident-id')
    const forged = { ...claim, findings: [] }
    const told = must(await editor.call('checks.record', { body: forged, idempotencyKey: once() }))
    expect([told.agreement, told.report?.findings.map(({ rule }) => rule)]).toEqual([
      'differs',
      ['privacy/resident-id'],
    ])
    const honest = must(await editor.call('checks.record', { body: claim, idempotencyKey: once() }))
    expect(honest.agreement).toBe('agrees')
    const wrong = { ...claim, contentHash: '0'.repeat(64) }
    expect(codeOf(await editor.call('checks.record', { body: wrong, idempotencyKey: once() }))).toBe('content-changed')
  })

  it('a repeated check is answered the same, with the Worker’s own report', async () => {
    const ask = { body: claimOf(draftOf('身份证号350583201503150027'), true), idempotencyKey: once() }
    const first = must(await editor.call('checks.record', ask))
    expect(first.report?.findings.length).toBeGreaterThan(0)
    expect(must(await editor.call('checks.record', ask))).toEqual(first)
  })

  it('a secrecy mark is refused with its text, and no word of it stays', async () => {
    const draft = { ...draftOf(`机密★10年。${WORDS}入库`), title: '机密★10年' }
    const body = { ...claimOf(draft, true), findings: [] }
    expect(codeOf(await editor.call('checks.record', { body, idempotencyKey: once() }))).toBe('secrecy-mark')
    expect(await everything()).not.toContain(`${WORDS}入库`)
  })

  it('erases the review copy on time: no word stays anywhere, the ledger stays whole', async () => {
    const body = submissionOf(draftOf(WORDS), true)
    const ask = { body, idempotencyKey: once() }
    const { review } = must(await editor.call('reviews.submit', ask))
    const verdict = { verdict: 'return' as const, reason: '请补充' }
    const decision = decisionOn(body, review.version, verdict)
    must(await reviewer.call('reviews.decide', { params: { id: review.id }, body: decision, idempotencyKey: once() }))
    expect(await everything()).toContain(WORDS)
    const stub = env.BUREAU.get(env.BUREAU.idFromName(bureau.id))
    const later = new Date(Date.now() + 11 * 24 * 3600_000)
    await runInDurableObject(stub, (instance) => instance.transaction(() => sweepBureau(instance.tenant!, later)))
    expect(await everything()).not.toContain(WORDS)
    const read = must(await reviewer.call('reviews.read', { params: { id: review.id } }))
    expect([read.draft, read.report, read.textErasedAt]).toEqual([null, null, later.toISOString()])
    expect(must(await editor.call('reviews.submit', ask)).review.draft).toBeNull()
  })
})
