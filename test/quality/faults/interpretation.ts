import { carriers } from '../carriers.ts'
import type { FaultKind } from '../fault.ts'

const TITLES = [
  '关于印发《泉州市义务教育招生工作意见》的通知',
  '泉州市中小学校服管理办法（试行）',
  '泉州市教育局关于规范校外培训的若干措施',
  '关于印发泉州市“十五五”教育发展规划的通知',
  '泉州市教师招聘实施细则',
  '关于印发泉州市校园食品安全管理规定的通知',
  '泉州市教育局关于进一步加强作业管理的实施意见',
  '泉州市中考改革方案',
]
const planned = { form: 'text', status: 'planned', title: '解读', url: null, dueOn: null } as const
const policyText =
  '坚持免试就近入学，科学划定学校服务片区，确保适龄儿童少年免试就近入学。严禁以各类竞赛证书、学科竞赛成绩或者考级证明等作为招生依据。'
const policy = { title: TITLES[0]!, text: policyText, url: 'https://jyj.example.gov.cn/zc/1.htm' }

export const interpretationFaults: readonly FaultKind[] = [
  {
    check: 6,
    name: '政策无解读',
    severity: 'block',
    rules: ['interpretation/missing'],
    variants: [
      ...TITLES.map((title) => () => ({ carrier: 'policy' as const, draft: { title, interpretations: [] } })),
      (random) => ({
        carrier: 'policy',
        draft: { documentNumber: null, title: random.pick(TITLES), interpretations: [planned] },
      }),
      () => ({
        carrier: 'policy',
        draft: { interpretations: [{ ...planned, dueOn: '2026-05-01' }] },
        context: { publishedOn: '2026-05-01' },
      }),
    ],
  },
  {
    check: 21,
    name: '解读质量',
    severity: 'advise',
    rules: ['interpretation/quality'],
    variants: [
      () => ({
        carrier: 'interpretation',
        draft: { body: { format: 'text', source: policyText } },
        context: { policy },
      }),
      () => ({
        carrier: 'interpretation',
        draft: { body: { format: 'text', source: '为了促进公平，根据义务教育法，适用于全市小学。' } },
        context: { policy: { ...policy, text: carriers.policy.paragraphs.join('') } },
      }),
      () => ({ carrier: 'interpretation', context: { policy } }),
      () => ({
        carrier: 'interpretation',
        draft: { body: { format: 'text', source: '招生更公平了，家长更放心了。' } },
        context: { policy },
      }),
    ],
  },
]
