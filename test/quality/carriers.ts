import type { Draft } from '#shared/draft/draft.ts'
import type { CheckContext } from '#shared/rules/context.ts'

/** A faultless document of our own that faults are planted into: paragraphs, and what the CMS knows. */
export interface Carrier {
  paragraphs: readonly string[]
  fields: Partial<Draft>
}

const SITE = 'https://jyj.example.gov.cn/'
const link = { form: 'text', status: 'published', title: '解读', url: `${SITE}jd/1.htm`, dueOn: null } as const

export const TODAY = '2026-06-10'

/** What the bureau told about itself; the same for every planted draft unless the fault says otherwise. */
export const CONTEXT: CheckContext = {
  today: TODAY,
  attachments: [],
  knownDocuments: [],
  catalogue: [],
  bureau: {
    names: ['泉州市教育局', '泉州市教育局办公室'],
    regions: ['泉州市', '福建省', '丰泽区', '鲤城区', '晋江市'],
    accounts: ['3505016735070000012'],
    contacts: [],
    domains: ['quanzhou.example.com'],
    sources: ['福建日报', '泉州晚报'],
  },
}

const notice: Carrier = {
  fields: {
    title: '关于做好2026年暑期学生安全工作的通知',
    documentNumber: '泉教办〔2026〕12号',
    datedOn: '2026-06-01',
    disclosureClass: 'proactive',
  },
  paragraphs: [
    '各县（市、区）教育局，各市直学校：',
    '为切实做好2026年暑期学生安全工作，现将有关事项通知如下。',
    '一、提高思想认识',
    '各地各校要把学生安全摆在首位，压实工作责任，完善工作机制，确保各项措施落到实处。',
    '二、落实防范措施',
    '要加强防溺水、交通、消防等安全教育，通过班会、家访等方式提醒家长履行监护责任。',
    '三、强化应急值守',
    '各校要安排领导带班和专人值班，遇有突发情况及时报告，妥善处置。',
    '泉州市教育局办公室',
    '2026年6月1日',
    '（此件主动公开）',
  ],
}

const policy: Carrier = {
  fields: {
    title: '关于印发《泉州市义务教育招生工作意见》的通知',
    documentNumber: '泉教规〔2026〕3号',
    datedOn: '2026-06-01',
    disclosureClass: 'proactive',
    interpretations: [link],
  },
  paragraphs: [
    '各县（市、区）教育局，各市直学校：',
    '现将《泉州市义务教育招生工作意见》印发给你们，请认真贯彻执行。',
    '一、总体要求',
    '坚持免试就近入学，保障适龄儿童少年平等接受义务教育的权利。',
    '二、工作安排',
    '各县（市、区）教育局应当科学划定服务片区，及时向社会公布。',
    '泉州市教育局',
    '2026年6月1日',
    '（此件主动公开）',
  ],
}

const publicNotice: Carrier = {
  fields: { title: '关于2026年拟认定市级示范性幼儿园名单的公示' },
  paragraphs: [
    '根据有关文件精神，经各地推荐、专家评审，拟认定10所幼儿园为市级示范性幼儿园，现予以公示。',
    '公示时间为2026年6月1日至6月5日，共5个工作日。',
    '如有异议，请在公示期内向泉州市教育局初等教育科反映，联系电话：0595-22767196。',
    '泉州市教育局',
    '2026年6月1日',
  ],
}

const guide: Carrier = {
  fields: { title: '义务教育阶段学生转学办事指南' },
  paragraphs: [
    '一、事项名称：义务教育阶段学生转学',
    '二、设定依据：《福建省中小学生学籍管理实施细则》',
    '三、申请条件：因户籍迁移、家庭住所迁移需要转学的学生。',
    '四、办理材料：1.户口簿（原件1份）；2.转学申请表（原件2份）。',
    '五、办理地点：学校教务处。',
    '六、办理时限：5个工作日。',
    '七、联系电话：0595-22767196',
    '八、办理流程：提出申请，学校审核，教育局核办。',
    '九、办理机构：泉州市教育局初等教育科',
    '十、收费标准：不收费。',
  ],
}

const interpretation: Carrier = {
  fields: { title: '《泉州市义务教育招生工作意见》解读' },
  paragraphs: [
    '一、出台背景和依据',
    '近年来，我市入学需求持续增长。为贯彻落实义务教育法，市教育局制定本意见。',
    '二、适用范围',
    '适用于全市公办、民办小学和初中的招生工作。',
    '三、主要内容',
    '重点明确了招生计划、片区划定、录取办法三个方面的要求。',
  ],
}

const news: Carrier = {
  fields: { title: '我市举办中小学生艺术展演' },
  paragraphs: [
    '近日，2026年泉州市中小学生艺术展演在市青少年宫举行。',
    '本次展演历时三天，全市一百二十所学校的三千多名学生参加。',
    '展演设声乐、器乐、舞蹈等项目，展示了学校美育工作的成果。',
  ],
}

export const carriers = { notice, policy, publicNotice, guide, interpretation, news } as const
export type CarrierName = keyof typeof carriers

/** The carrier as a draft with the given body. Everything was read: no field is `null` that a CMS has. */
export function draftOf(carrier: Carrier, source: string, format: 'html' | 'text'): Draft {
  return {
    site: SITE,
    title: '',
    documentNumber: '',
    channel: '通知公告',
    disclosureClass: null,
    datedOn: null,
    department: '办公室',
    source: '泉州市教育局',
    attachments: [],
    interpretations: [],
    unread: [],
    ...carrier.fields,
    body: { format, source },
  }
}
