import type { RealFaults } from './real-faults.ts'

/** The lines of DOMAIN.md §10 and §15 about words: checks 4, 10, 24, 25. */
export const realWordingFaults: readonly RealFaults[] = [
  {
    check: 4,
    rules: ['wording/protected-name', 'wording/fixed-phrase'],
    flag: ['习进平总书记指出', '泉洲市教育局', '习总书记强调'],
    pass: ['习近平总书记指出', '职业教育培训', '教育不公平', '教育具有'],
  },
  {
    check: 10,
    rules: ['wording/sure-typos'],
    flag: [
      '中央拔款',
      '近一步加强',
      '一但发现',
      '关健环节',
      '登陆系统填报',
      '负贵人',
      '法律条列',
      '复盖面',
      '有关清况',
      '倍受青睐',
      '各抒已见',
      '责无旁代',
      '自已动手',
      '讫今为止',
      '结帐',
    ],
    pass: [
      '职工代表大会报告',
      '正规化建设',
      '以营利为目的的',
      '投资询价',
      '颠覆行为',
      '相关健康教育',
      '雇佣有经验的',
      '延长安照常',
    ],
  },
  {
    check: 24,
    rules: ['wording/dignity', 'wording/territory-naming', 'wording/promotion'],
    flag: ['关爱残废儿童', '残废人', '弱智儿童', { title: '招生简章', body: '本市最佳培训机构' }],
    pass: ['残疾儿童', '推广最佳实践', '国家级教学成果奖'],
  },
  {
    check: 25,
    rules: [
      'wording/garbled',
      'wording/broken-word',
      'wording/punctuation',
      'wording/traditional',
      'document/heading-order',
      'document/editor-residue',
    ],
    flag: ['得到人民关。心支持', '教育事业迈上新 台阶'],
    pass: ['宋 睿', '索 引 号：000014349'],
  },
]
