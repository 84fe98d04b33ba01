import type { Example } from '#shared/rules/rule.ts'

/** The lines of DOMAIN.md §7, §10 and §15, word for word: what a check must flag and what it must not. */
export interface RealFaults {
  check: number
  /** Rules that make up the check; a `flag` must be hit by one of them, a `pass` by none. */
  rules: readonly string[]
  flag: readonly Example[]
  pass: readonly Example[]
}

const file = (name: string) => ({ name, size: 1024, sha256: null, url: null })
const read = (name: string, text: string, what?: string) => ({
  attachments: [{ name, text, oddities: what === undefined ? [] : [{ what, where: '身份证' }], unread: [] }],
})

export const realFaults: readonly RealFaults[] = [
  {
    check: 1,
    rules: ['privacy/resident-id'],
    flag: [
      'G350583201503150027',
      '11010519491231002X',
      '440524188001010014',
      '350502198001010013',
      '１１０１０５１９４９１２３１００２Ｘ',
      '3505 0219 8001 0100 13',
    ],
    pass: ['35*************123', '统一社会信用代码 12350500489261042X', '订单号 110105194912310021'],
  },
  {
    check: 2,
    rules: ['privacy/list-column'],
    flag: ['姓名｜学校｜班级｜家庭住址'],
    pass: [
      '姓名｜学校｜院系｜年级｜专业｜班级',
      '通知要求,各地各校公示受助学生姓名、学校、院系、年级、专业、班级等基本信息,不得将学生身份证件号码、家庭住址、电话号码、出生日期等个人敏感信息进行公示。',
    ],
  },
  {
    check: 3,
    rules: ['confidentiality/secrecy-mark'],
    flag: ['秘密★10年', '（此件依申请公开）', '（此件不予公开）', '内部资料，注意保存', '会后收回'],
    pass: [
      '《中华人民共和国保守国家秘密法》',
      '不得公开损害用户权益的内容',
      '商业秘密',
      '（此件主动公开）',
      '（此件公开发布）',
    ],
  },
  {
    check: 5,
    rules: ['privacy/bank-account'],
    flag: ['6217000000000000004 账号'],
    pass: ['单位账户 6217000000000000004', '索引号 11441700007280420Y/2021-00050'],
  },
  {
    check: 6,
    rules: ['interpretation/missing'],
    flag: [{ title: '关于印发《泉州市义务教育招生工作意见》的通知', interpretations: [] }],
    pass: [
      { title: '关于同意某校2019年招生计划的批复', interpretations: [] },
      { title: '2019年部分节假日安排的通知', interpretations: [] },
    ],
  },
  {
    check: 7,
    rules: ['privacy/personal-mobile'],
    flag: ['联系人:张三 13800138000'],
    pass: ['联系人:张三 0595-22767196', '张三 138****1234', '69983688'],
  },
  {
    check: 8,
    rules: ['attachment/mismatch'],
    flag: [
      {
        body: '附件：1.申报表\n2.汇总表\n3.评分表\n4.承诺书',
        attachments: [file('申报表.doc'), file('汇总表.xls'), file('评分表.doc')],
      },
    ],
    pass: [
      {
        body: '<p>附件：任务分工表</p><p>2026年6月1日</p><p>附件</p><p>任务分工表</p><p>一、教育局负责</p>',
        attachments: [],
      },
    ],
  },
  {
    check: 9,
    rules: ['attachment/hazard'],
    flag: [
      { attachments: [file('名单.xlsx')], context: read('名单.xlsx', '名单', '隐藏工作表') },
      { attachments: [file('宜春.pdf')], context: read('宜春.pdf', '\f'.repeat(23)) },
    ],
    pass: [{ attachments: [file('通知.docx')], context: read('通知.docx', '各校：') }],
  },
]
