import { type DeskView, emptyDesk, emptyHouse, type HouseView } from '../../extension/messages/view.ts'
import { checked, NOW } from './desk.ts'

/** Made-up states of the side panel, one for each thing that SCREENS.md names. Invented people and numbers. */
export const signedIn: HouseView = {
  ...emptyHouse,
  worker: 'https://menxia.example.gov.cn',
  reach: 'online',
  person: { id: 'm1', name: '林晓', role: 'editor', bureau: '泉州市教育局', levels: [] },
  ruleset: { version: 'v31', from: 'worker', fetchedAt: NOW - 4 * 60_000, refused: false },
}

const clean: DeskView = {
  ...checked,
  verdict: 'hold',
  reason: 'review-every',
  check: {
    ...checked.check!,
    findings: [],
    total: 0,
    coverage: { read: checked.check!.coverage.read, unread: [] },
    attachments: [],
  },
}

const review = {
  id: 'r1',
  state: 'submitted',
  submittedAt: NOW - 95 * 60_000,
  contentHash: 'a'.repeat(64),
  matches: true,
  level: 'first',
  decision: null,
  proof: 'verified',
  entry: 128,
} as const

const approved = {
  ...review,
  state: 'approved',
  level: null,
  decision: { verdict: 'approve', by: '陈静', at: NOW - 600_000, reason: '' },
} as const

const release = { contentHash: 'a'.repeat(64), at: NOW, url: null, sentence: null }

/** Name → what the panel is given. */
export const panelStates: Readonly<Record<string, { desk: DeskView; house: HouseView }>> = {
  'no-profile': { desk: { ...emptyDesk(1), origin: 'https://cms.example.gov.cn' }, house: signedIn },
  off: { desk: { ...emptyDesk(1), page: 'off', origin: 'https://cms.example.gov.cn' }, house: signedIn },
  checking: { desk: { ...checked, check: null, verdict: null, checkingSince: NOW - 2000 }, house: signedIn },
  blocked: { desk: { ...checked, held: { at: NOW, way: 'click' } }, house: signedIn },
  clean: { desk: clean, house: signedIn },
  open: { desk: { ...clean, verdict: 'open', reason: null }, house: signedIn },
  'guard-only': { desk: { ...clean, lock: 'guard-only' }, house: signedIn },
  offline: {
    desk: checked,
    house: { ...signedIn, reach: 'offline', waiting: 2, oldestWaitingAt: NOW - 3 * 3_600_000 },
  },
  'signed-out': { desk: checked, house: { ...signedIn, person: null, reach: 'never', worker: null } },
  'session-ended': { desk: checked, house: { ...signedIn, expired: true } },
  refused: {
    desk: checked,
    house: {
      ...signedIn,
      reach: 'refused',
      refusal: '您的帐号已停用：管理员在人员名单里停用了它。请联系管理员。',
      stuck: [{ idem: 'x', sentence: '送审没有被接受：稿件超过 10 MB。请删减后重新送审。' }],
    },
  },
  failed: {
    desk: {
      ...checked,
      check: null,
      verdict: null,
      failure: '没有读到稿件：页面可能已经关闭或刷新。请回到编辑页面后重试。',
    },
    house: signedIn,
  },
  queued: {
    desk: { ...clean, review: { ...review, id: null, state: 'queued', proof: 'pending', entry: null } },
    house: signedIn,
  },
  pending: { desk: { ...clean, review }, house: signedIn },
  approved: { desk: { ...clean, verdict: 'open', reason: null, review: approved }, house: signedIn },
  changed: {
    desk: {
      ...clean,
      reason: 'changed',
      review: { ...approved, matches: false },
      changed: [
        { kind: 'same', text: '一、总体要求' },
        { kind: 'removed', text: '2026 年秋季招生报名时间为 7 月 1 日至 7 月 5 日。' },
        { kind: 'added', text: '2026 年秋季招生报名时间为 7 月 1 日至 7 月 6 日。' },
        { kind: 'same', text: '二、招生对象' },
      ],
    },
    house: signedIn,
  },
  returned: {
    desk: {
      ...checked,
      review: {
        ...review,
        state: 'returned',
        level: null,
        matches: false,
        decision: {
          verdict: 'return',
          by: '陈静',
          at: NOW - 600_000,
          reason: '第三段学生信息请删去；解读请在 6 月 20 日前补上文字稿，再送一次。',
        },
      },
    },
    house: signedIn,
  },
  published: { desk: { ...clean, release: { ...release, state: 'match' }, review: approved }, house: signedIn },
  incident: { desk: { ...clean, release: { ...release, state: 'differs' }, review: approved }, house: signedIn },
  stale: { desk: { ...checked, page: 'stale', check: null }, house: signedIn },
  emergency: { desk: { ...checked, emergency: true }, house: signedIn },
}
