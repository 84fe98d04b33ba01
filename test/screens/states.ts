import type { InterpretationPlan } from '#shared/draft/interpretation-plan.ts'
import { type DeskView, emptyDesk, emptyHouse, type HouseView } from '../../extension/messages/view.ts'
import { checked, NOW } from './desk.ts'

/** Made-up states of the side panel, one for each thing that SCREENS.md names. Invented people and numbers. */
export const signedIn: HouseView = {
  ...emptyHouse,
  worker: 'https://menxia.example.gov.cn',
  reach: 'online',
  person: { id: 'm1', name: '林晓', role: 'editor', bureau: '泉州市教育局', levels: [], emergency: false },
  ruleset: { version: 'v31', from: 'worker', fetchedAt: NOW - 4 * 60_000, refused: false, years: [] },
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
  dueOn: '2026-06-15',
} as const

const approved = {
  ...review,
  state: 'approved',
  level: null,
  decision: { verdict: 'approve', by: '陈静', at: NOW - 600_000, reason: '' },
} as const

const release = { emergency: false, contentHash: 'a'.repeat(64), at: NOW, url: null, sentence: null }

export interface PanelState {
  desk: DeskView
  house: HouseView
}

const plan: InterpretationPlan = {
  form: 'image',
  dueOn: '2026-06-20',
  responsibleDepartment: '基础教育科',
  leadInterpreter: '吴敏华',
}

/** A policy whose interpretations are looked at: one right, one wrong, one not asked. */
const interpreted: DeskView = {
  ...checked,
  reason: 'unread',
  confirmed: ['附件“招生工作意见.docx”'],
  links: {
    'https://jyj.example.gov.cn/jd/1.htm': { state: 'names', why: '' },
    'https://jyj.example.gov.cn/jd/2.htm': {
      state: 'other',
      why: '页面打开了，但没有出现本文的文号或标题，请核对是否关联错了',
    },
    'https://news.example.cn/3.htm': { state: 'unasked', why: '没有得到读这个网站的许可，没有核对' },
  },
  check: {
    ...checked.check!,
    findings: [],
    total: 0,
    interpretation: {
      known: true,
      plan,
      forms: [
        { form: 'text', state: 'published', title: '', dueOn: null, url: 'https://jyj.example.gov.cn/jd/1.htm' },
        { form: 'image', state: 'planned', title: '', dueOn: '2026-06-20', url: null },
        { form: 'video', state: 'missing', title: '', dueOn: null, url: null },
        { form: 'interview', state: 'published', title: '', dueOn: null, url: 'https://jyj.example.gov.cn/jd/2.htm' },
        { form: 'media', state: 'published', title: '', dueOn: null, url: 'https://news.example.cn/3.htm' },
      ],
    },
  },
}

const decided = (verdict: 'refuse' | 'refer', reason: string) =>
  ({ verdict, by: '陈静', at: NOW - 600_000, reason }) as const

/** Name → what the panel is given. */
export const panelStates: Readonly<Record<string, PanelState>> = {
  waiting: { desk: { ...emptyDesk(1), page: 'ready', origin: 'https://cms.example.gov.cn' }, house: signedIn },
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
  'emergency-published': {
    desk: { ...clean, release: { ...release, state: 'match', emergency: true } },
    house: signedIn,
  },
  extra: { desk: { ...clean, release: { ...release, state: 'extra' }, review: approved }, house: signedIn },
  unverifiable: {
    desk: { ...clean, release: { ...release, state: 'unverifiable' }, review: approved },
    house: signedIn,
  },
  'not-released': {
    desk: {
      ...clean,
      release: {
        ...{ ...release, state: 'refused' },
        sentence: '已放行，但页面没有发出请求，放行已收回。请确认页面没有弹出提示，再按一次发布。',
      },
      review: approved,
    },
    house: signedIn,
  },
  'verdict-refused': {
    desk: {
      ...clean,
      review: {
        ...review,
        state: 'refused',
        level: null,
        decision: decided('refuse', '名单属于过程性信息，不予公开。'),
      },
    },
    house: signedIn,
  },
  referred: {
    desk: {
      ...clean,
      review: {
        ...review,
        state: 'referred',
        level: null,
        decision: decided('refer', '第四段的数据是否涉密，请保密办确定。'),
      },
    },
    house: signedIn,
  },
  unread: { desk: interpreted, house: signedIn },
  reading: {
    desk: { ...interpreted, reading: { done: 1, of: 3, bytes: 12_900_000 } },
    house: signedIn,
  },
  'clock-off': { desk: checked, house: { ...signedIn, clock: 'fast' } },
  touched: { desk: { ...checked, page: 'touched', check: null }, house: signedIn },
  stale: { desk: { ...checked, page: 'stale', check: null }, house: signedIn },
  emergency: { desk: checked, house: { ...signedIn, person: { ...signedIn.person!, emergency: true } } },
}
