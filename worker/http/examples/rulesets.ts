import type { Settings } from '#shared/api/contract/settings.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import type { Profile } from '#shared/ruleset/profile.ts'
import type { Examples } from './example.ts'
import { AT, HASH, LATER, receipt } from './parts.ts'

const settings: Settings = {
  ...{ draftText: 'none', channels: [{ name: '政策文件', reviewEvery: true, levels: ['first', 'final'] }] },
  otherChannels: { reviewEvery: true, levels: ['first'] },
  ...{ approvalDays: 7, keepTextDays: 30, offline: 'closed' },
  deadlines: {
    review: { workingDays: 2, source: '本单位规定' },
    emergencyReview: { workingDays: 1, source: '本单位规定' },
    takeDown: { workingDays: 1, source: '本单位规定' },
    interpretation: { workingDays: 3, source: '国办发〔2016〕80号' },
  },
  policies: { approvalReason: 'when-not-plain', emergency: 'named' },
}
const field = (name: string) => ({ selector: `[name=${name}]`, read: 'value' as const })
const profile: Profile = {
  ...{ v: 1, id: 'main', name: '门户网站后台', matches: ['https://cms.example.gov.cn/admin/edit*'] },
  site: 'https://jyj.example.gov.cn/',
  fields: {
    ...{ title: field('title'), documentNumber: null, channel: field('channel'), disclosureClass: null },
    ...{ datedOn: null, department: null, source: null },
  },
  disclosureWords: { proactive: '主动公开', 'on-request': '依申请公开', withheld: '不予公开' },
  body: { surface: 'ueditor', selector: '#editor', format: 'html', submitField: 'content' },
  ...{ attachments: null, interpretations: null, interpretationWords: {}, submitFields: { title: 'title' } },
  publish: {
    controls: ['#publish'],
    requests: [{ method: 'POST', url: 'https://cms.example.gov.cn/admin/publish*', body: null }],
    lock: 'locked',
  },
  saves: [{ method: 'POST', url: 'https://cms.example.gov.cn/admin/save*', body: null }],
  charset: 'utf-8',
}
const head = { id: 'bureau/exam', title: '高考用语', severity: 'review' as const, basis: '本局规定', advice: '请改正' }
const list = { ...head, finds: ['高靠'], passes: ['高考'], terms: [{ term: '高靠', instead: '高考' }] }
const ruleset = { ...starterRuleSet, terms: [list] }
const proposed = {
  ...{ version: 'v32', state: 'proposed' as const, digest: HASH, note: '新增高考用语' },
  ...{ proposedBy: '黄敏', proposedAt: AT, publishedBy: null, publishedAt: null, consents: [] },
}
const published = { ...proposed, state: 'published' as const, publishedBy: '吴建', publishedAt: LATER }
const byVersion = { params: { version: 'v32' } }
const agreed = { ...byVersion, body: { digest: HASH } }

/** Settings, site profiles and the life of a rule set. */
export const rulesets: Examples<
  | `settings.${'read' | 'change'}`
  | `profiles.${'read' | 'change'}`
  | `rulesets.${'current' | 'list' | 'read' | 'import' | 'export' | 'propose' | 'prove'}`
  | `rulesets.${'consent' | 'publish' | 'rollback' | 'diff'}`
> = {
  'settings.read': { ask: {}, answer: { settings, version: 3, changedAt: AT } },
  'settings.change': {
    ask: { body: { settings, version: 2 } },
    answer: { settings, version: 3, changedAt: AT, receipt },
    refusals: ['stale-version'],
  },
  'profiles.read': { ask: {}, answer: { profiles: [{ profile, enabled: true }], version: 1, changedAt: AT } },
  'profiles.change': {
    ask: { body: { profiles: [{ profile, enabled: true }], version: 0 } },
    answer: { profiles: [{ profile, enabled: true }], version: 1, changedAt: AT, receipt },
    refusals: ['stale-version'],
  },
  'rulesets.current': {
    ask: {},
    answer: {
      ...{ version: 'v31', profilesVersion: 1, digest: HASH, publishedAt: AT, signature: 'eyJhbGciOiJFUzI1NiJ9.…' },
      ...{ ruleset: { ...starterRuleSet }, profiles: [profile] },
    },
  },
  'rulesets.list': { ask: { query: { limit: 50 } }, answer: { items: [proposed], next: null } },
  'rulesets.read': { ask: byVersion, answer: { summary: proposed, ruleset }, refusals: ['not-found'] },
  'rulesets.import': {
    ask: {
      body: { file: { name: '高考用语.csv', base64: '6ZSZ6K+v5YaZ5rOVLOaUueS4ugrpq5jpnaAs6auY6ICDCg==' }, list: head },
    },
    answer: {
      ...{ kind: 'text', encoding: 'utf-8', list, blank: 0, leftOut: [], moreLeftOut: 0 },
      ...{ frequent: [], perTenThousand: 0.01, official: [], moreOfficial: 0, known: [], moreKnown: 0 },
      ...{ sentences: ['新增词表《高考用语》1 词'], faults: [] },
    },
    refusals: ['file-unreadable'],
  },
  'rulesets.export': {
    ask: { ...byVersion, query: { list: head.id, format: 'csv' } },
    answer: { name: 'bureau-exam-v32.csv', base64: '77u/6ZSZ6K+v5YaZ5rOVLOaUueS4ug0K' },
    refusals: ['not-found'],
  },
  'rulesets.propose': {
    ask: { body: { ruleset, note: '新增高考用语' } },
    answer: { ruleset: proposed, receipt },
    refusals: ['ruleset-refused'],
  },
  'rulesets.prove': {
    ask: { ...byVersion, body: {} },
    answer: { ok: true, faults: [], rules: 28, terms: 1, tried: { documents: 20, flagged: 0 } },
    refusals: ['not-found'],
  },
  'rulesets.consent': {
    ask: agreed,
    answer: { ruleset: { ...proposed, consents: [{ by: '陈国栋', at: LATER }] }, receipt },
    refusals: ['not-found', 'wrong-state', 'content-changed', 'separation-of-duty', 'conflict'],
  },
  'rulesets.publish': {
    ask: agreed,
    answer: { ruleset: published, receipt },
    refusals: ['not-found', 'wrong-state', 'content-changed', 'separation-of-duty', 'stale-version'],
  },
  'rulesets.rollback': {
    ask: { params: { version: 'v30' }, body: { reason: '误报过多' } },
    answer: { ruleset: { ...published, version: 'v33', note: '退回到 v30：误报过多' }, receipt },
    refusals: ['not-found', 'wrong-state'],
  },
  'rulesets.diff': {
    ask: { params: { version: 'v31', other: 'v32' } },
    answer: { sentences: ['新增词表《高考用语》1 词'] },
    refusals: ['not-found'],
  },
}
