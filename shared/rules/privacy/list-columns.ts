import type { GridCell } from '../tables.ts'

/** What a column of a published list may not hold, and in which lists it is no fault. */
interface ForbiddenColumn {
  head: RegExp
  what: string
  /** In a list of officials, candidates for office or contacts these columns are published by duty. */
  publicForOffice: boolean
}

const FORBIDDEN: readonly ForbiddenColumn[] = [
  { head: /身份证|证件号|证件号码|公民身份号/, what: '身份证件号码', publicForOffice: false },
  {
    head: /住址|家庭地址|居住地|户籍地址|户口所在地|家庭所在地/,
    what: '住址',
    publicForOffice: false,
  },
  { head: /联系地址|通讯地址|通信地址/, what: '住址', publicForOffice: true },
  { head: /电话|手机|联系方式|联系号码/, what: '电话号码', publicForOffice: true },
  { head: /出生|生日/, what: '出生日期', publicForOffice: true },
  { head: /银行卡|银行账|卡号|账号|帐号|开户行/, what: '银行卡号', publicForOffice: false },
  { head: /学籍号|学籍辅号|全国学籍/, what: '学籍号', publicForOffice: false },
  {
    head: /困难类型|困难类别|困难程度|困难情况|家庭困难|致贫|贫困类型|贫困原因/,
    what: '困难类型',
    publicForOffice: false,
  },
  { head: /残疾|残障/, what: '残疾情况', publicForOffice: false },
  { head: /低保|特困|建档立卡|脱贫户|孤儿|无人抚养|烈士子女|病情|疾病|患病/, what: '特定身份', publicForOffice: false },
]
/** A head that only counts or sums (残疾学生数) describes no person. */
const FIGURE = /人数|数$|总数|合计|金额|标准|比例|小计/

/** The head of a column that a list of people may not have; `null` where the head is harmless. */
export function forbiddenHead(cell: GridCell): ForbiddenColumn | null {
  if (cell.text.length > 24 || FIGURE.test(cell.text)) return null
  return FORBIDDEN.find((one) => one.head.test(cell.text)) ?? null
}

/** The head of a column of people's names. */
export const NAME_HEAD =
  /^[\u4E00-\u9FFF]{0,6}(?:姓名|名字)(?:[(].*[)])?$|^(?:学生|考生|幼儿|受助学生|资助对象|户主)名单$/
/** A head that may be one of people: it is when names stand below it. */
export const PERSON_HEAD = /^(?:学生|考生|幼儿|儿童|受助人|受助学生|获助学生|资助对象|户主|申请人|家长|监护人)$/
/** Heads of lists of people in office, of candidates for it, or of contacts, and heads that make it a list of pupils after all. */
const OFFICE_HEAD =
  /职务|职称|职位|岗位|科室|部门|处室|分管|办公|监督|值班|拟任|现任|律师|专家|(?:校长|园长|负责人|联系人|督学|教师|局长|书记|主任|法人|代表人|举办者)(?:姓名|名字)?$/
const PUPIL_HEAD = /学生|考生|幼儿|班级|年级|院系|受助|资助|学籍/

/** True where a list is of people in office, whose telephone and year of birth are published by duty. */
export function isOfficeList(heads: readonly GridCell[]): boolean {
  const has = (pattern: RegExp) => heads.some((cell) => cell.text.length <= 24 && pattern.test(cell.text))
  return has(OFFICE_HEAD) && !has(PUPIL_HEAD)
}

const MASKED = /[*＊×●■█]{2,}|X{3,}/
const COARSE_ADDRESS = /(?:镇|乡|街道|县|区|市|省)$/

/** True where a value under a forbidden head gives nothing away: masked, or an address that ends at 乡镇 or 街道 (永安 2023). */
export function isHarmlessValue(column: ForbiddenColumn, value: string): boolean {
  if (MASKED.test(value) || /^(?:无|否|\/|-+|—+|略)$/.test(value)) return true
  return column.what === '住址' && COARSE_ADDRESS.test(value)
}
