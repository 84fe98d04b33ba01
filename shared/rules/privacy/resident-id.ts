import { isCivilDate } from '../../calendar/civil-date.ts'
import { defineRule, span } from '../rule.ts'
import { above, cellAt } from '../tables.ts'
import type { TextView } from '../text-view.ts'
import { type DigitRun, digitRuns } from './digits.ts'
import { isResidentId } from './resident-id-number.ts'

const KEYWORD = /身份证|证件号|公民身份号/
const PUPIL = /学籍/
/** 残疾人证: behind the 18 characters one digit for the kind, one for the degree. */
const DISABILITY = /^[1-7][1-4]$/

/** Masked, but not the eight digits of the birthday. */
const BIRTHDAY_SHOWN = /(?<![\d*])(?:[1-8]\d{5}|[1-8][\d*]{5}|\*{6})((?:19|20)\d{6})[*×X●■]{2,4}[\dX]{0,2}(?![\d*])/g

function reasonFor(run: DigitRun, columnHeads: (run: DigitRun) => string): string | null {
  const { digits, before } = run
  const number = digits.slice(0, 18)
  const tail = digits.slice(18)
  if (isResidentId(number) && (tail === '' || DISABILITY.test(tail))) {
    const kind = tail !== '' ? '残疾人证号前 ' : before === 'G' || before === 'J' ? '学籍号去掉字母后 ' : ''
    return `${kind}18 位，出生日期有效，校验码相符（GB 11643）`
  }
  if (digits.length === 18 && isBirthDate(digits.slice(6, 14)) && /^[1-8]/.test(digits)) {
    if (before === 'L') return '临时学籍号：字母 L 后 18 位，第 7 至 14 位是出生日期'
    if (PUPIL.test(columnHeads(run))) return '学籍号一列，第 7 至 14 位是出生日期'
  }
  if (digits.length === 15 && isBirthDate(`19${digits.slice(6, 12)}`) && KEYWORD.test(wordsBefore(run, columnHeads)))
    return '旧式 15 位证件号码，前有“身份证”字样，出生日期有效'
  return null
}

function isBirthDate(digits: string): boolean {
  const date = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`
  return date > '1900' && date < '2100' && isCivilDate(date)
}

function wordsBefore(run: DigitRun, columnHeads: (run: DigitRun) => string): string {
  return run.place.text.slice(Math.max(0, run.start - 20), run.start) + columnHeads(run)
}

/** The heads of the table column that a number stands in. */
function headsOf(view: TextView): (run: DigitRun) => string {
  return ({ place }) => {
    const at = cellAt(view, place)
    return at === null
      ? ''
      : above(at.grid, at.cell)
          .map((one) => one.text)
          .join(' ')
  }
}

export const privacyResidentId = defineRule({
  id: 'privacy/resident-id',
  title: '公民身份号码',
  severity: 'block',
  basis: '《中华人民共和国政府信息公开条例》第十五条；《中华人民共和国个人信息保护法》第二十五条',
  advice: '删去号码；确需区分同名人员时只留末四位',
  *check({ draft, texts, context }) {
    for (const view of texts) {
      const columnHeads = headsOf(view)
      for (const run of digitRuns(view, 15, 20)) {
        const why = reasonFor(run, columnHeads)
        if (why !== null) yield { ...run.span, why }
      }
      for (const match of view.matchAll(BIRTHDAY_SHOWN, '*', '×', 'X', '●', '■'))
        if (isBirthDate(match[1]!) && match[0].includes('*'))
          yield {
            ...span(match),
            severity: 'advise',
            message: '身份证号脱敏不足',
            why: '打了星号，但第 7 至 14 位的出生日期仍看得见',
          }
    }
    for (const [index, { name }] of (draft.attachments ?? []).entries()) {
      const oddities = context.attachments?.find((one) => one.name === name)?.oddities ?? []
      const odd = oddities.find(({ what, where }) => hasResidentId(`${what} ${where}`))
      if (odd)
        yield { field: `attachment:${index}`, start: 0, end: name.length, why: `附件的${odd.what}里有身份证号码` }
    }
  },
  finds: [
    '张三，身份证号[[11010519491231002X]]',
    '全角也算：[[１１０１０５１９４９１２３１００２Ｘ]]',
    '学籍号 G[[350583201503150027]]',
    '临时学籍号 L[[350583201503151234]]',
    '残疾人证 [[35050219800101001342]]，已核',
    '旧证：身份证号码[[350502800101001]]',
    '身份证号[[35050219800101****]]',
    '<p>身份证：[[3505<b>02</b>1980 0101 0013]]，[[350583201503150027]] [[440524188001010014]]</p>',
    '<p>名单[[<!-- 陈 350583201503150027 -->]][[<img src="a.jpg" alt="身份证350502198001010013">]]</p>',
    '<table><tr><td>身份证号</td></tr><tr><td><p>[[350583</p><p>201503150027]]</p></td></tr></table>',
    {
      attachments: ['[[名单.xlsx]]'],
      context: {
        attachments: [
          { name: '名单.xlsx', text: '无', oddities: [{ what: '批注', where: '张三 350502198001010013' }], unread: [] },
        ],
      },
    },
  ],
  passes: [
    '采购编号 110105194912310021（校验位不符）',
    '身份证号 35*************123',
    '身份证号 350502********0013',
    '统一社会信用代码 12350500489261042X',
    '订单 350502198013010013，月份无效',
    '索引号 11441700007280420Y/2021-00050',
    '账号 350502800101001',
  ],
})

function hasResidentId(text: string): boolean {
  return [...text.matchAll(/(?<!\d)\d{17}[\dXx]/g)].some(([number]) => isResidentId(number.toUpperCase()))
}
