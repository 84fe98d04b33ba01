import type { ReviewDetail, ReviewSummary } from '#shared/api/contract/reviews.ts'
import type { Draft } from '#shared/draft/draft.ts'
import type { InterpretationPlan } from '#shared/draft/interpretation-plan.ts'
import { compileRuleSet } from '#shared/ruleset/compile.ts'
import { starterRuleSet } from '#shared/ruleset/packs/starter.ts'
import { runCheck } from '../../extension/background/check-service.ts'
import { blocksOf } from '../../extension/background/review-blocks.ts'
import type { ReviewReading } from '../../extension/messages/review.ts'
import type { HouseView } from '../../extension/messages/view.ts'
import { signedIn } from './states.ts'

/** A queue and one review of it, made by the real engine from an invented draft. */
const NOW = Date.now()
const at = (minutesAgo: number): string => new Date(NOW - minutesAgo * 60_000).toISOString()

const paragraphs = [
  '泉教综〔2026〕3号',
  '各县（市、区）教育局，泉州开发区、台商投资区教育文体旅游局，市直各学校：',
  '为进一步规范义务教育招生入学工作，保障适龄儿童少年平等接受义务教育的权利，根据《中华人民共和国义务教育法》，结合我市实际，制定本意见。',
  '一、总体要求',
  '坚持免试就近入学，公办民办同步招生。各地要按照市委、市政府布署，近一步健全工作机制，严格执行招生政策，确保公开、公平、公正。',
  '二、报名安排',
  '2026 年秋季招生报名时间为 7 月 1 日至 7 月 6 日。随迁子女凭居住证、务工证明等材料登记，联系人王某某，身份证号350583201503150027。',
  '三、工作要求',
  '各校应当于 5 月 31 日前公布招生方案、招生范围和监督电话，接受社会监督。严禁以任何形式的考试、测试选拔学生。',
]

const draftOf = (texts: readonly string[]): Draft => ({
  site: 'https://jyj.example.gov.cn/',
  title: '泉州市教育局关于印发《泉州市义务教育招生工作意见》的通知',
  documentNumber: '泉教综〔2026〕3号',
  channel: '政策文件',
  disclosureClass: 'proactive',
  datedOn: '2026-06-12',
  department: '基础教育科',
  source: '本局',
  body: { format: 'html', source: texts.map((text) => `<p>${text}</p>`).join('') },
  attachments: [{ name: '招生计划表.xlsx', size: 48_000, sha256: null, url: null }],
  interpretations: [{ form: 'text', status: 'draft', title: '解读', url: null, dueOn: null }],
  unread: [],
})

const draft = draftOf(paragraphs)
const before = draftOf(paragraphs.map((text) => text.replace('7 月 6 日', '7 月 5 日')).slice(0, -1))
const { report, view } = runCheck(draft, compileRuleSet(starterRuleSet), { disputes: {}, kind: null, plan: null }, NOW)

const summary = (part: Partial<ReviewSummary>): ReviewSummary => ({
  id: 'r1',
  version: 1,
  state: 'submitted',
  level: 'first',
  title: draft.title,
  channel: '政策文件',
  department: '基础教育科',
  page: 'https://cms.example.gov.cn/admin/edit?id=1',
  contentHash: report.contentHash,
  submittedBy: { id: 'm1', name: '林晓' },
  submittedAt: at(95),
  changedAt: at(95),
  approvedUntil: null,
  counts: { block: 1, review: 0, advise: 2, unread: 1 },
  ...part,
})

const plan: InterpretationPlan = {
  form: 'image',
  dueOn: '2026-06-20',
  responsibleDepartment: '基础教育科',
  leadInterpreter: '吴敏华',
}

const none = { block: 0, review: 0, advise: 0, unread: 0 }
const queue: ReviewSummary[] = [
  summary({
    id: 'r2',
    title: '2026 年市直学校公开招聘新任教师拟聘用人员名单公示',
    department: '人事科',
    channel: '公示公告',
    submittedAt: at(60 * 26),
    counts: { ...none, review: 2 },
  }),
  summary({
    id: 'r4',
    state: 'emergency',
    title: '关于台风期间全市中小学停课的紧急通知',
    department: '安全科',
    channel: '通知公告',
    submittedAt: at(40),
    counts: none,
  }),
  summary({}),
  summary({
    id: 'r3',
    title: '关于做好暑期校园安全工作的通知',
    department: '安全科',
    channel: '通知公告',
    submittedAt: at(12),
    counts: none,
  }),
]

const review: ReviewDetail = {
  ...summary({ version: 2 }),
  ruleset: 'v31',
  site: draft.site,
  levels: ['first', 'final'],
  policy: true,
  kind: null,
  interpretationPlan: plan,
  agreement: 'agrees',
  findings: [],
  coverage: report.coverage,
  confirmed: report.coverage.unread.filter(({ rule }) => rule === undefined),
  report,
  draft,
  textErasedAt: null,
  replaces: 'r0',
  words: '报名时间按市里最新通知改到 7 月 6 日；图解随后发布。',
  cmsUser: 'lin',
  decisions: [
    {
      by: { id: 'm2', name: '陈静' },
      actingFor: null,
      level: 'first',
      verdict: 'return',
      gates: { political: true, legal: true, policy: false, confidentiality: true, wording: false },
      threeSyncs: { organised: true, signedOff: false, deployed: false },
      reason: '报名截止时间与市里通知不一致，请核对。',
      answers: [],
      contentHash: report.contentHash,
      ruleset: 'v31',
      at: at(300),
      seq: 121,
    },
  ],
  comments: [{ by: { id: 'm1', name: '林晓' }, text: '已按市里通知改好。', at: at(94) }],
}

export const reviewer: HouseView = {
  ...signedIn,
  person: { id: 'm2', name: '陈静', role: 'reviewer', bureau: '泉州市教育局', levels: ['first'], emergency: false },
  needsPin: true,
}

const reading: ReviewReading = {
  review,
  read: { from: 'copy', matches: true, check: view, blocks: blocksOf(draft, report.findings) },
  before: blocksOf(before, []),
  checkpoint: { size: 129, text: 'menxia.example/quanzhou\n129\nq1Yv…\n\n— menxia.example/quanzhou 8f2a…\n' },
}

const due = {
  r4: { kind: 'emergency-review', dueOn: '2026-06-15', overdue: 'no' },
  r2: { kind: 'review', dueOn: '2026-06-12', overdue: 'yes' },
} as const
const list = { items: queue, due }
const links = { links: {} }

/** Kind of a question → its answer. */
export const reviewAnswers = { 'review.list': list, 'review.read': reading, 'review.links': links }

/** Under `draftText: none`, before the reviewer opened the article. */
export const unreadAnswers = {
  ...reviewAnswers,
  'review.read': { ...reading, read: null, review: { ...review, draft: null, report: null, agreement: 'unchecked' } },
}

/** The reviewer may not read one of the files. */
export const otherAnswers = {
  ...reviewAnswers,
  'review.read': {
    ...reading,
    read: {
      ...reading.read!,
      from: 'page',
      matches: false,
      check: {
        ...view,
        attachments: [
          {
            ...{ name: '招生范围图.pdf', size: 2_310_400, sha256: null },
            unread: [
              { what: '附件“招生范围图.pdf”', why: '后台没有给出文件（403），您可能没有下载权限，或文件已被删除' },
            ],
          },
        ],
      },
    },
  },
}

/** What went out before its review. */
export const emergencyAnswers = {
  ...reviewAnswers,
  'review.read': {
    ...reading,
    before: null,
    review: {
      ...review,
      ...{ id: 'r4', state: 'emergency', policy: false, interpretationPlan: null, replaces: null, decisions: [] },
      ...{ words: '台风今夜登陆，须立即通知停课。', comments: [] },
    },
  },
}
