import type { RealFaults } from './real-faults.ts'

const file = (name: string) => ({ name, size: 1024, sha256: null, url: null })
const bureau = { names: ['泉州市教育局'], regions: ['泉州市'], accounts: [], contacts: [], domains: [], sources: [] }

/** The lines of DOMAIN.md §7 and §15 about documents: checks 11 to 23. */
export const realDocumentFaults: readonly RealFaults[] = [
  {
    check: 11,
    rules: ['wording/law-name'],
    flag: ['依据《中华人民共和国保守国家秘密》', '根据《中华人民共和国税收征管法》'],
    pass: [
      '《中华人民共和国民办教育促进法实施条例》',
      '《中华人民共和国保守国家秘密法》',
      '《中华人民共和国政府信息公开条例》',
    ],
  },
  {
    check: 12,
    rules: ['document/citation-pair', 'document/superseded-basis'],
    flag: [
      '按照《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕17号）',
      {
        title: '盂县教育科技局2023年政府信息公开工作年度报告',
        body: '根据《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》(国办公开办函〔2019〕60号)要求',
      },
    ],
    pass: [
      '《国务院办公厅秘书局关于印发政府网站与政务新媒体检查指标、监管工作年度考核指标的通知》（国办秘函〔2019〕19号）',
    ],
  },
  {
    check: 13,
    rules: ['document/number-shape'],
    flag: [
      '沪教奖基[2021]第06号',
      '〔2024〕—2 号',
      '泉政[2002]文4号',
      '沪人社奖[2014]8号',
      '嘉教评[2019]第014号',
      '辽委办传发﹝﹞11号',
      '泉政办〔2018〕51 号',
    ],
    pass: ['国办发明电〔2018〕15号', '国令第707号', '泉教初函〔2019〕50号'],
  },
  {
    check: 14,
    rules: ['disclosure/release-attribute'],
    flag: [
      { body: '泉教办〔2026〕3号\n（此件依申请公开）', disclosureClass: 'proactive' },
      { body: '此件依申请公开', disclosureClass: 'proactive' },
    ],
    pass: [
      {
        documentNumber: '泉教办〔2018〕85号',
        body: '各县教育局：\n现印发给你们。\n2018年6月28日\n（此件主动公开）',
        disclosureClass: 'proactive',
      },
      { documentNumber: '国令第707号', body: '现公布：\n2018年12月18日' },
      { title: '关于拟录用人员的公示', body: '现予公示。' },
      { title: '我市举办艺术展演', body: '近日举行。' },
    ],
  },
  {
    check: 15,
    rules: ['links/unsafe'],
    flag: [
      '<a style="display:none" href="http://www.example.com/">x</a>',
      '<img src="file:///C:/Users/1/a.png">',
      '<img src="C:\\a.png"><a href="\\\\server\\a">a</a>',
      '<a href="http://172.16.0.1/">a</a>',
    ],
    pass: ['<a href="https://www.moe.gov.cn/">教育部</a>', '<a href="/upload/x.pdf">附件</a>'],
  },
  {
    check: 16,
    rules: ['document/date-validity', 'document/signature-date', 'document/clock-time'],
    flag: [
      '<p>各校：</p><p>现通知如下。</p><p>某某局</p><p>二OO二年一月四日</p>',
      '<p>各校：</p><p>现通知如下。</p><p>泉州市教育局</p><p>2021.4.9</p>',
      '<p>各校：</p><p>现通知如下。</p><p>泉州市教育局</p><p>2014.6.20</p>',
      '报名时间：2023 11日到1231日',
      '夏季 下午8:30-11:30',
    ],
    pass: ['一九九六年六月二十九日', '2018年12月29日（星期六）'],
  },
  {
    check: 17,
    rules: ['document/report-year', 'document/template-residue', 'document/foreign-place'],
    flag: [
      { title: '于洪区教育局2023年政府信息公开工作年度报告', body: '2022年,区教育局认真贯彻条例。' },
      '欢迎访问X县政府网站。',
    ],
    pass: [{ title: '某局2023年工作计划', body: '2022年取得明显成效，2023年将继续努力。' }],
  },
  {
    check: 18,
    rules: ['disclosure/overdue'],
    flag: [{ datedOn: '2024-09-27', context: { today: '2024-10-31' } }],
    pass: [{ datedOn: '2018-12-05', context: { publishedOn: '2019-01-03' } }],
  },
  {
    check: 19,
    rules: ['notice/elements'],
    flag: [{ title: '关于名单的公示', body: '现予公示，公示7个工作日，自2022年9月19日至9月23日。' }],
    pass: [{ title: '关于名单的公示', body: '公示期：2022-09-19 至09-23，监督电话：69983688，有异议请向人事科反映。' }],
  },
  {
    check: 20,
    rules: ['service-guide/completeness', 'service-guide/catch-all'],
    flag: [{ title: '转学办事指南', body: '材料: 1.身份证 2.其他有关材料' }],
    pass: [{ title: '关于加强信息审核的意见', body: '审核内容需要的其他材料' }],
  },
  {
    check: 21,
    rules: ['interpretation/quality'],
    flag: [
      {
        title: '《意见》解读',
        body: '一、坚持就近入学。各地要科学划定片区。二、规范招生行为。严禁以竞赛成绩作为招生依据。',
        context: {
          policy: {
            title: '意见',
            text: '一、坚持就近入学。各地要科学划定片区。二、规范招生行为。严禁以竞赛成绩作为招生依据。三、其他。',
            url: null,
          },
        },
      },
    ],
    pass: [],
  },
  {
    check: 22,
    rules: ['disclosure/reprint'],
    flag: ['来源：', { title: '泉州市政府决定', source: '本站原创', context: { bureau } }],
    pass: ['来源：教育部网站', { source: '教育部网站', context: { bureau } }],
  },
  {
    check: 23,
    rules: ['attachment/map-approval'],
    flag: [{ attachments: [file('2025年学区划分图.jpg')] }],
    pass: [
      { attachments: [file('流程图.jpg'), file('组织架构图.png')] },
      { body: '审图号：闽S(2023)12号', attachments: [file('学区图.jpg')] },
    ],
  },
]
