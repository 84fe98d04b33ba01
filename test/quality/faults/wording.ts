import type { FaultKind } from '../fault.ts'

const texts = (...sentences: string[]) => sentences.map((text) => () => ({ text }))
const exactly = (...sentences: string[]) =>
  sentences.map((text) => () => ({ text, not: ['full width', 'traditional', 'zero-width', 'nbsp'] }))

const outsideTables = (...sentences: string[]) =>
  exactly(...sentences).map((variant) => () => ({ ...variant(), notIn: ['in a table'] as const }))

export const wordingFaults: readonly FaultKind[] = [
  {
    check: 4,
    name: '名称错误',
    severity: 'block',
    rules: ['wording/protected-name', 'wording/fixed-phrase'],
    variants: texts(
      '习进平总书记强调，',
      '泉洲市教育局印发通知。',

      '学习习总书记重要讲话精神。',
      '教肓部办公厅印发通知。',
      '国务园办公厅',
    ),
  },
  {
    check: 10,
    name: '错别字',
    severity: 'advise',
    rules: ['wording/sure-typos'],
    variants: texts(
      '要求近一步加强管理。',
      '按时拔款到位。',
      '一但发现问题立即整改。',
      '认真布署各项工作。',
      '切实覆行职责。',
      '统一登陆系统填报。',
      '各校自已组织。',
      '做好按排。',
      '不断提升，倍受青睐。',
    ),
  },
  {
    check: 11,
    name: '法律名称',
    severity: 'advise',
    rules: ['wording/law-name'],
    variants: texts(
      '依据《中华人民共和国保守国家秘密》有关规定，',
      '根据《中华人民共和国税收征管法》执行。',
      '根据《中华人民共和国未成年保护法》执行。',
      '按照《中华人民共和国民办教育促进条例》执行。',
      '依据《中华人民共和国义务教育发》执行。',
    ),
  },
  {
    check: 12,
    name: '引用文件',
    severity: 'advise',
    rules: ['document/citation-pair', 'document/superseded-basis'],
    variants: [
      ...texts('根据《国务院办公厅关于印发政府网站发展指引的通知》（国办发〔2017〕17号）要求，'),
      () => ({
        draft: { title: '某局2023年政府信息公开工作年度报告' },
        text: '根据国办公开办函〔2019〕60号要求，编制本报告。',
      }),
    ],
  },
  {
    check: 13,
    name: '发文字号',
    severity: 'advise',
    rules: ['document/number-shape'],
    variants: exactly(
      '根据沪教奖基[2021]第06号文件，',
      '根据沪人社奖[2014]8号文件，',
      '根据泉教办（2020）12号文件，',
      '根据泉教办【2020】12号文件，',
      '根据泉教办〔20〕12号文件，',
      '根据泉教办〔2020〕第12号文件，',
      '根据泉教办〔2020〕012号文件，',
      '根据泉政办〔2018〕51 号文件，',
    ),
  },
  {
    check: 16,
    name: '日期',
    severity: 'advise',
    rules: ['document/date-validity', 'document/signature-date', 'document/clock-time'],
    variants: exactly(
      '会议定于2026年2月30日召开。',
      '报名时间为2026年6月15日（星期三）。',
      '二OO二年一月四日',
      '受理时间：下午8:30-11:30。',
      '请于2026年13月1日前报送。',
      '2026年6月31日截止。',
    ),
  },
  {
    check: 17,
    name: '年份与模板残留',
    severity: 'advise',
    rules: ['document/template-residue', 'document/report-year', 'document/foreign-place'],
    variants: outsideTables(
      '联系人：XXX，电话：XXX。',
      '于*年*月完成。',
      '具体时间待定。',
      '由XX县教育局负责。',
      '请于××月××日前报送。',
      '某某学校负责实施。',
    ),
  },
  {
    check: 24,
    name: '用语',
    severity: 'advise',
    rules: ['wording/dignity', 'wording/territory-naming', 'wording/promotion'],
    variants: texts(
      '关爱残废儿童。',
      '帮助弱智学生。',
      '港澳台等国家的学生。',
      '资助残废人家庭。',
      '与两岸三地学校交流。',
    ),
  },
  {
    check: 25,
    name: '整洁',
    severity: 'advise',
    rules: [
      'wording/garbled',
      'wording/traditional',
      'wording/broken-word',
      'wording/punctuation',
      'document/heading-order',
      'document/editor-residue',
    ],
    variants: [
      () => ({ draft: { title: '关于转发做好招生工作的通知的通知' } }),
      ...outsideTables(
        '得到人民关。心支持。',
        '教育事业迈上新 台阶。',
        '认真贯彻落实。。',
        '做好，，相关工作。',
        'å…³äºŽåšå¥½é€šçŸ¥',
      ),
    ],
  },
]
