import { type DeskView, emptyDesk, type FindingView } from '../../extension/messages/view.ts'

/** An invented draft on the desk: two things to deal with, one to review, one hint, one attachment that was not read. */
export const NOW = Date.now()

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

const unreadFile = (name: string) => ({ what: `附件“${name}”`, why: '未检查内容，请打开核对后确认' })

export const checked: DeskView = {
  ...emptyDesk(1),
  page: 'ready',
  origin: 'https://cms.example.gov.cn',
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
        unreadFile('招生工作意见.docx'),
        unreadFile('名单.pdf'),
        { what: '转载来源', why: '单位没有提供稿源名单', rule: 'links/source' },
      ],
    },
    attachments: [
      { name: '招生工作意见.docx', size: 48_211, sha256: 'b'.repeat(64), unread: [unreadFile('招生工作意见.docx')] },
      {
        name: '名单.pdf',
        size: 2_310_400,
        sha256: null,
        unread: [
          { what: '附件“名单.pdf”', why: '后台没有给出文件（403），您可能没有下载权限，或文件已被删除' },
          unreadFile('名单.pdf'),
        ],
      },
    ],
    interpretation: {
      known: true,
      plan: null,
      forms: [
        { form: 'text', state: 'planned', title: '', dueOn: '2026-06-20', url: null },
        { form: 'image', state: 'missing', title: '', dueOn: null, url: null },
        { form: 'video', state: 'missing', title: '', dueOn: null, url: null },
        { form: 'interview', state: 'draft', title: '', dueOn: null, url: null },
        { form: 'media', state: 'published', title: '', dueOn: null, url: null },
      ],
    },
    documentNumber: '泉教综〔2026〕3号',
    department: '基础教育科',
    kind: { is: 'policy', sign: '意见', because: null },
  },
}
