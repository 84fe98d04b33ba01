import type { FaultKind } from '../fault.ts'

const file = (name: string, size = 2048) => ({ name, size, sha256: null, url: null })
const content = (name: string, text: string, what?: string) => ({
  name,
  text,
  oddities: what === undefined ? [] : [{ what, where: '第 2 页' }],
  unread: [],
})
const ODDITIES = [
  '隐藏工作表',
  '隐藏行',
  '隐藏列',
  '白色文字',
  '一磅文字',
  '批注',
  '修订',
  '作者信息',
  '嵌入对象',
  '图片位置信息',
]

export const attachmentFaults: readonly FaultKind[] = [
  {
    check: 8,
    name: '附件不一致',
    severity: 'block',
    rules: ['attachment/mismatch'],
    variants: [
      () => ({ lines: ['附件：1.安全检查表', '2.整改台账'], draft: { attachments: [file('安全检查表.xlsx')] } }),
      () => ({
        lines: ['附件：1.检查表 2.评分细则 3.责任分工 4.整改台账'],
        draft: { attachments: [file('检查表.xls'), file('评分细则.doc'), file('整改台账.xls')] },
      }),
      () => ({ lines: ['附件：暑期值班安排表'], draft: { attachments: [] } }),
      () => ({ text: '请于6月20日前报送，详见附件2。', draft: { attachments: [file('值班表.xls')] } }),
      () => ({ lines: ['附件：值班表'], draft: { attachments: [file('值班表.xls', 0)] } }),
      () => ({ lines: ['附件1：值班表', '附件2：联络员名单'], draft: { attachments: [file('附件1：值班表.xls')] } }),
      () => ({ lines: ['附件：值班表'], draft: { attachments: [file('值班表.xls'), file('受助学生明细.xlsx')] } }),
      () => ({ lines: ['附件：招生计划'], draft: { attachments: [file('食堂采购合同.pdf')] } }),
    ],
  },
  {
    check: 9,
    name: '附件隐患',
    severity: 'advise',
    rules: ['attachment/hazard'],
    variants: [
      (random) => ({
        draft: { attachments: [file('方案.docx')] },
        context: { attachments: [content('方案.docx', '方案', random.pick(ODDITIES))] },
      }),
      () => ({
        draft: { attachments: [file('扫描件.pdf')] },
        context: { attachments: [content('扫描件.pdf', '\f\f')] },
      }),
    ],
  },
  {
    check: 23,
    name: '地图',
    severity: 'review',
    rules: ['attachment/map-approval'],
    variants: [
      () => ({ draft: { attachments: [file('2025年学区划分图.jpg')] } }),
      (random) => ({
        html: `<p><img src="/u/1.png" alt="${random.pick(['丰泽区地图', '小学布局图', '招生片区示意图', '考点区位图'])}"></p>`,
      }),
      (random) => ({ html: `<p><img src="/u/${random.pick(['学区图', '施教区示意图'])}.png"></p>` }),
      () => ({ html: '<p><img src="/u/9.png"></p><p>图1 市区学校布局图</p>' }),
      () => ({ html: '<p><a href="/u/1.jpg">2026年小学学区图</a></p>' }),
    ],
  },
]
