import type { FaultKind } from '../fault.ts'
import type { Random } from '../random.ts'

const level = (random: Random) => random.pick(['绝密', '机密', '秘密'])

export const releaseFaults: readonly FaultKind[] = [
  {
    check: 3,
    name: '密级或内部标志',
    severity: 'block',
    rules: ['confidentiality/secrecy-mark'],
    variants: [
      (random) => ({ lines: [`${level(random)}★${1 + random.below(10)}年`] }),
      (random) => ({ lines: [`${level(random)}★`] }),
      (random) => ({ lines: [`${level(random).split('').join(' ')} ★ 长期`] }),
      (random) => ({ lines: [level(random)] }),
      (random) => ({ lines: [`0000${random.digits(2)}`, `${level(random)}★1年`] }),
      () => ({ text: '内部资料，注意保存' }),
      () => ({ text: '内部文件 不得外传' }),
      () => ({ text: '本材料会后收回。' }),
      (random) => ({ lines: [`（此件${random.pick(['不公开', '不予公开', '依申请公开'])}）`] }),
      (random) => ({ text: `密级：${level(random)}` }),
    ],
  },
  {
    check: 14,
    name: '公开属性',
    severity: 'block',
    rules: ['disclosure/release-attribute'],
    variants: [
      (random) => ({
        replace: { from: '（此件主动公开）', to: `（此件${random.pick(['依申请公开', '不予公开', '不公开'])}）` },
      }),
      (random) => ({ draft: { disclosureClass: random.pick(['on-request', 'withheld'] as const) } }),
      (random) => ({ lines: [`公开属性：${random.pick(['依申请公开', '不予公开'])}`] }),
      () => ({ replace: { from: '（此件主动公开）', to: '' }, draft: { disclosureClass: null } }),
    ],
  },
  {
    check: 18,
    name: '公开时限',
    severity: 'advise',
    rules: ['disclosure/overdue'],
    variants: [
      (random) => ({ draft: { datedOn: random.pick(['2026-04-20', '2026-03-02', '2025-12-31', '2024-09-27']) } }),
      () => ({ draft: { title: '行政处罚决定信息公开', datedOn: '2026-05-20' } }),
      () => ({ draft: { datedOn: '2024-09-27' }, context: { publishedOn: '2024-10-31' } }),
    ],
  },
]
