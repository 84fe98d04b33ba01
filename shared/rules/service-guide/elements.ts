import type { TextView } from '../text-view.ts'

/** One element of a 办事指南: the words that head it. */
export interface Element {
  name: string
  head: RegExp
  /** One of the eight main ones; the others are wished for. */
  main: boolean
}

export const ELEMENTS: readonly Element[] = [
  { name: '事项名称', head: /事项名称|项目名称|服务名称|业务名称|办理事项|服务事项|审批事项/, main: true },
  { name: '设定依据', head: /依据/, main: true },
  {
    name: '申请条件',
    head: /(?:申请|受理|办理|申报|准予|报名|认定|转学|入学|许可|审批)?条件|(?:办理|服务|受理|申请)对象/,
    main: true,
  },
  { name: '办理材料', head: /材料|需提供|应提交|资料清单/, main: true },
  { name: '办理地点', head: /地点|地址|办理窗口|受理窗口/, main: true },
  { name: '办理时间', head: /(?:办理|受理|办公|工作|办结|服务|申请|审批|报名|咨询)时间|时限|期限/, main: true },
  { name: '联系电话', head: /电话|联系方式|咨询方式|咨询渠道/, main: true },
  { name: '办理流程', head: /流程|程序|步骤/, main: true },
  {
    name: '办理机构',
    head: /机构|实施主体|(?:受理|办理|承办|实施|审批|主管|责任)(?:单位|部门|科室|机关)/,
    main: false,
  },
  { name: '收费标准', head: /收费|费用/, main: false },
]

const NUMBERING =
  '(?:第?[一二三四五六七八九十百\\d]{1,3}[、.)条章]|[(][一二三四五六七八九十\\d]{1,3}[)]|[■●◆▲★【\\[*-])*'
const SHORT_HEAD = new RegExp(`^${NUMBERING}([^。;]{1,16}?)[】\\]]?:?$`)
const HEAD_AND_TEXT = new RegExp(`^${NUMBERING}([^:。;,]{1,16})[】\\]]?:`)
/** Where line breaks were lost a head stands behind a full stop or a number. */
const INLINE_HEAD = /(?<=[。;)\d、.])([^:。;,\d]{2,10}):/g

/** A head found in a text, and where the text under it begins. */
export interface Head {
  element: Element
  /** Number of the piece. */
  index: number
  /** Offset in the piece right behind the head. */
  from: number
}

/** Every head of an element, in reading order. */
export function headsIn(body: TextView): Head[] {
  const heads: Head[] = []
  for (const [index, { text }] of body.places.entries()) {
    const first = SHORT_HEAD.exec(compact(text)) ?? HEAD_AND_TEXT.exec(compact(text))
    if (first) push(first[1]!, index, text.length <= 24 && !text.includes(':') ? text.length : text.indexOf(':') + 1)
    for (const match of text.matchAll(INLINE_HEAD)) push(match[1]!, index, match.index + match[0].length)
  }
  return heads

  function push(words: string, index: number, from: number): void {
    for (const element of ELEMENTS) if (element.head.test(words)) heads.push({ element, index, from })
  }
}

function compact(text: string): string {
  return text.length > 400 ? text.slice(0, 400).replaceAll(' ', '') : text.replaceAll(' ', '')
}
