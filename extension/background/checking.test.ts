import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { contentHash } from '#shared/draft/content-hash.ts'
import type { Draft } from '#shared/draft/draft.ts'
import { compileRuleSet } from '#shared/ruleset/compile.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { AttachmentHashes } from '../adapters/attachments/attachment-hashes.ts'
import { demoProfiles } from '../adapters/profiles/demo.ts'
import { emptyDesk, type ReleaseView } from '../messages/view.ts'
import { checking } from './checking.ts'
import { desks as openDesks } from './desk.ts'
import type { InterpretationLinks } from './interpretation-links.ts'
import type { Policy } from './policy.ts'
import type { RuleCache } from './rules.ts'
import type { Submissions } from './submissions.ts'
import type { WorkerLink } from './worker-link.ts'

const profile = demoProfiles('http://localhost:4180').find(({ id }) => id === 'demo-textarea')!
const compiled = compileRuleSet(starterRuleSet)
const listed: Draft = {
  site: 'http://localhost:4180/',
  title: '通知',
  documentNumber: null,
  channel: '通知公告',
  disclosureClass: 'proactive',
  datedOn: '2026-06-12',
  department: null,
  source: null,
  body: { format: 'text', source: '请见附件。' },
  attachments: [{ name: '名单.pdf', size: 10, sha256: null, url: '/files/1' }],
  interpretations: [],
  unread: [],
}
/** What a page that has just come up reads: its files are on their way. */
const fresh = new AttachmentHashes(
  profile,
  { fetch: () => new Promise(() => {}), changed() {}, progress() {} },
  new AbortController().signal,
).fill(listed, { baseURI: listed.site, location: new URL(listed.site) as unknown as Location })
const whole: Draft = { ...listed, attachments: [{ ...listed.attachments![0]!, sha256: 'a'.repeat(64) }] }

beforeEach(() => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(undefined)
})

/** A page that comes up after the publish of `whole`. */
async function afterPublish() {
  const desks = openDesks(() => {})
  const parts = checking({
    desks,
    rules: { current: async () => ({ compiled }) } as unknown as RuleCache,
    policy: { gate: async () => ({ reviewEvery: false, openWhenOffline: false }) } as unknown as Policy,
    submissions: { latest: async () => null } as unknown as Submissions,
    link: { reach: () => ({ state: 'online' }) } as unknown as WorkerLink,
    links: { behind: async () => ({}) } as unknown as InterpretationLinks,
  })
  const desk = await desks.of(7)
  const release: ReleaseView = {
    ...{ state: 'match', emergency: false, contentHash: contentHash(whole), at: 0, url: null, sentence: null },
  }
  await desks.write(desk, { ...emptyDesk(7), page: 'ready', release }, { profile })
  return { desk, ...parts }
}

describe('已发布', () => {
  test('stands while the files of the page that comes up are still on their way, and after they were read', async () => {
    const { desk, check } = await afterPublish()
    await check(desk, fresh)
    expect(desk.view.release?.state).toBe('match')
    await check(desk, whole)
    expect(desk.view.release?.state).toBe('match')
  })

  test('is history with the first change of the text or of a file', async () => {
    for (const other of [
      { ...whole, title: '另一通知' },
      { ...whole, attachments: [{ ...whole.attachments![0]!, sha256: 'b'.repeat(64) }] },
    ]) {
      const { desk, check } = await afterPublish()
      await check(desk, fresh)
      await check(desk, other)
      expect(desk.view.release).toBeNull()
    }
  })
})
