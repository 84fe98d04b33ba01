import { describe, expect, it } from 'vitest'
import { readBlocks } from './blocks.ts'
import { classify } from './classify.ts'
import type { DocumentKind } from './document-kind.ts'
import type { Draft } from './draft.ts'

function draftWith(title: string, documentNumber: string | null = null, source = ''): Draft {
  return {
    site: 'https://jyj.example.gov.cn/',
    title,
    documentNumber,
    channel: null,
    disclosureClass: null,
    datedOn: null,
    department: null,
    source: null,
    body: { format: 'text', source },
    attachments: null,
    interpretations: null,
    unread: [],
  }
}

function kindOf(draft: Draft, chosen?: DocumentKind) {
  return classify(draft, readBlocks(draft.body, draft.site), chosen)
}

const TITLES: readonly (readonly [kind: DocumentKind, title: string, documentNumber?: string])[] = [
  ['policy', '关于印发《泉州市义务教育招生工作意见》的通知'],
  ['policy', '泉州市教育局关于规范校外培训的若干措施'],
  ['policy', '泉州市中小学校服管理办法（试行）'],
  [
    'policy',
    '国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见',
    '国办发〔2018〕118号',
  ],
  ['policy', '关于印发政策解读工作方案的通知', '泉教办〔2020〕3号'],
  [
    'policy',
    '国务院关于在海南博鳌乐城国际医疗旅游先行区暂时调整实施《中华人民共和国药品管理法实施条例》有关规定的决定',
    '国发〔2018〕43号',
  ],
  ['interpretation', '《关于加强铁路沿线安全环境治理工作的意见》解读'],
  ['interpretation', '一图读懂 | 泉州市义务教育招生工作意见'],
  ['interpretation', '生态环境部负责人就《办法》答记者问'],
  ['annual-report', '盂县教育科技局2023年政府信息公开工作年度报告'],
  ['consultation', '关于公开征求《泉州市校外培训管理办法（征求意见稿）》意见的公告'],
  ['consultation', '泉州市学前教育条例（征求意见稿）'],
  ['service-guide', '义务教育阶段学生转学办事指南'],
  ['reply', '关于同意某校2019年招生计划的批复'],
  ['reply', '国务院关于河北雄安新区总体规划（2018—2035年）的批复', '国函〔2018〕159号'],
  ['personnel', '关于张三等同志任免职的通知'],
  ['public-notice', '关于2026年拟认定示范性幼儿园名单的公示'],
  ['circular', '国务院办公厅关于2019年部分节假日安排的通知', '国办发明电〔2018〕15号'],
  ['circular', '关于召开全市教育工作会议的通知', '泉教办〔2026〕1号'],
  ['circular', '关于学习贯彻《中华人民共和国学前教育法》的通知', '泉教办〔2026〕2号'],
  ['news', '教育部印发通知要求全面清理和规范学生资助公示信息'],
  ['news', '我市出台《义务教育招生工作意见》 全面规范招生秩序'],
  ['news', '市教育局组织学习《信息公开条例》'],
]

describe('classify', () => {
  it.each(TITLES.map(([kind, title, number]) => [kind, title, number ?? null] as const))(
    '%s: %s',
    (kind, title, documentNumber) => {
      expect(kindOf(draftWith(title, documentNumber)).kind).toBe(kind)
    },
  )

  it('says by which word it decided', () => {
    expect(kindOf(draftWith('关于印发《招生工作实施方案》的通知')).sign).toBe('实施方案')
  })

  it('lets the editor choose otherwise', () => {
    const chosen = kindOf(draftWith('泉州市中小学校服管理办法'), 'news')
    expect(chosen).toMatchObject({ kind: 'news', overridden: true })
  })

  it('finds the document number standing alone at the head, never one that is cited', () => {
    expect(kindOf(draftWith('通知', null, '泉教办〔2018〕85号\n各校：')).documentNumber).toBe('泉教办〔2018〕85号')
    expect(kindOf(draftWith('通知', null, '根据《任务分解表》（泉政办〔2018〕51号）精神，')).documentNumber).toBeNull()
    expect(kindOf(draftWith('通知', ' 泉教规〔2026〕3号 ')).documentNumber).toBe('泉教规〔2026〕3号')
  })
})
