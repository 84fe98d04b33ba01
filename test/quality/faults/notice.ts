import type { FaultKind } from '../fault.ts'

const ELEMENTS = [
  '事项名称',
  '设定依据',
  '申请条件',
  '办理材料',
  '办理地点',
  '办理时限',
  '联系电话',
  '办理流程',
  '办理机构',
  '收费标准',
]
const VAGUE = ['其他有关材料', '其他材料', '相关证明材料', '有关资料', '等材料', '其它相关证明', '需要提供的其他资料']
const DATES = '公示时间为2026年6月1日至6月5日，共5个工作日。'

export const noticeFaults: readonly FaultKind[] = [
  {
    check: 19,
    name: '公示要素',
    severity: 'advise',
    rules: ['notice/elements'],
    variants: [
      (random) => ({
        carrier: 'publicNotice',
        replace: { from: DATES, to: `公示时间为2026年6月1日至6月5日，共${6 + random.below(5)}个工作日。` },
      }),
      () => ({ carrier: 'publicNotice', replace: { from: DATES, to: '公示期为7日，自2026年6月1日至2026年6月3日。' } }),
      () => ({ carrier: 'publicNotice', replace: { from: DATES, to: '' } }),
      () => ({ carrier: 'publicNotice', replace: { from: '，联系电话：0595-22767196', to: '' } }),
      () => ({ carrier: 'publicNotice', replace: { from: DATES, to: '公示期2026年6月1日至6月2日。' } }),
    ],
  },
  {
    check: 20,
    name: '办事指南',
    severity: 'advise',
    rules: ['service-guide/completeness', 'service-guide/catch-all'],
    variants: [
      ...ELEMENTS.map((name) => () => ({ carrier: 'guide' as const, replace: { from: `、${name}：`, to: '' } })),
      ...VAGUE.map((words) => () => ({
        carrier: 'guide' as const,
        replace: { from: '2.转学申请表（原件2份）', to: `2.${words}` },
      })),
      () => ({ carrier: 'guide', replace: { from: '2.转学申请表（原件2份）', to: '2.户口簿，视情况提供' } }),
    ],
  },
]
