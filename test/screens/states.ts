import {
  type DeskView,
  emptyDesk,
  emptyHouse,
  type FindingView,
  type HouseView,
} from '../../extension/messages/view.ts'

/** Made-up states of the side panel, one for each thing that SCREENS.md names. Invented people and numbers. */
const NOW = Date.now()

export const signedIn: HouseView = {
  ...emptyHouse,
  worker: 'https://menxia.example.gov.cn',
  reach: 'online',
  person: { id: 'm1', name: '林晓', role: 'editor', bureau: '泉州市教育局', levels: [] },
  ruleset: { version: 'v31', from: 'worker', fetchedAt: NOW - 4 * 60_000 },
}

const finding = (part: Partial<FindingView>): FindingView => ({
  rule: 'privacy/resident-id',
  severity: 'block',
  message: '公民身份号码',
  advice: '删去号码；确需区分同名人员时只留末四位',
  basis: '《政府信息公开条例》第十五条',
  why: '18 位，校验位相符，出生日期有效',
  span: { field: 'body', start: 120, end: 138 },
  place: '第 3 段',
  before: '学生陈某某，身份证号',
  text: '3505……0027',
  after: '，三年级学生。',
  disputed: null,
  ...part,
})

const findings: FindingView[] = [
  finding({
    rule: 'interpretation/missing',
    message: '缺少政策解读',
    advice:
      '关联一份解读（文字、图片、视频、访谈、媒体均可），或填写有完成日期的解读方案；不是政策性文件的，请说明理由',
    basis: '国办发〔2016〕80号：政策性文件与解读方案、解读材料同步组织、同步审签、同步部署',
    why: '判断为政策性文件（意见，泉教综〔2026〕3号）；文字无、图片无、视频无、访谈无、媒体无',
    span: { field: 'title', start: 0, end: 22 },
    place: '标题',
    before: '',
    text: '关于印发《泉州市义务教育招生工作意见》的通知',
    after: '',
  }),
  finding({}),
  finding({
    rule: 'document/number-form',
    severity: 'review',
    message: '发文字号格式',
    advice: '年份用六角括号：泉教综〔2026〕3号',
    basis: '《党政机关公文格式》GB/T 9704—2012',
    span: { field: 'body', start: 10, end: 24 },
    place: '第 1 段',
    before: '根据',
    text: '泉教综[2026]3号',
    after: '文件精神，结合',
  }),
  finding({
    rule: 'wording/sure-typos',
    severity: 'advise',
    message: '错别字',
    advice: '改为“部署”',
    basis: '《国家通用语言文字法》',
    span: { field: 'body', start: 300, end: 302 },
    place: '第 6 段',
    before: '按照市委',
    text: '布署',
    after: '，认真做好招生',
  }),
]

export const checked: DeskView = {
  ...emptyDesk(1),
  page: 'ready',
  origin: 'https://cms.example.gov.cn',
  siteName: '演示后台',
  lock: 'locked',
  verdict: 'hold',
  reason: 'blocked',
  check: {
    at: NOW - 20_000,
    ms: 4,
    contentHash: 'a'.repeat(64),
    ruleset: 'v31',
    title: '关于印发《泉州市义务教育招生工作意见》的通知',
    characters: 4213,
    findings,
    total: findings.length,
    coverage: {
      read: [
        { what: '标题', characters: 22 },
        { what: '正文', characters: 4213 },
        { what: '发文字号', characters: 11 },
        { what: '附件名 2 个', characters: null },
      ],
      unread: [
        { what: '附件 2“名单.pdf”', why: '未检查内容' },
        { what: '转载来源', why: '单位没有提供稿源名单', rule: 'links/source' },
      ],
    },
    attachments: [
      { name: '招生工作意见.docx', size: 48_211, unread: [] },
      { name: '名单.pdf', size: 2_310_400, unread: [] },
    ],
    interpretation: {
      known: true,
      forms: [
        { form: 'text', state: 'planned', title: '', dueOn: '2026-06-20' },
        { form: 'image', state: 'missing', title: '', dueOn: null },
        { form: 'video', state: 'missing', title: '', dueOn: null },
        { form: 'interview', state: 'draft', title: '', dueOn: null },
        { form: 'media', state: 'published', title: '', dueOn: null },
      ],
    },
    documentNumber: '泉教综〔2026〕3号',
  },
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
