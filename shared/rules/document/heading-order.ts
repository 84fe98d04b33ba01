import { defineRule, type Hit } from '../rule.ts'
import { type Place, spanOf } from '../text-view.ts'
import { chineseNumber } from './written-date.ts'

/** The four levels, from the top. A text may leave levels out; only a repeated or a reversed number is a slip (条例: "可以用"). */
const LEVELS: readonly RegExp[] = [
  /^([一二三四五六七八九十]{1,3})、/,
  /^\(([一二三四五六七八九十]{1,3})\)/,
  /^(\d{1,2})\.(?!\d)/,
  /^\((\d{1,2})\)/,
]

const ANNEXES = /^附件?\s*[:：]/

/** What every number begins with. */
const FIRST = /^[一二三四五六七八九十(\d]/

function headingOf(text: string): { level: number; number: number; length: number } | null {
  if (!FIRST.test(text)) return null
  for (const [level, pattern] of LEVELS.entries()) {
    const match = pattern.exec(text)
    if (match === null) continue
    const number = level < 2 ? chineseNumber(match[1]!) : Number(match[1])
    return number === null || number === 0 ? null : { level, number, length: match[0].length }
  }
  return null
}

function slip(last: number, number: number, restarts: boolean): string | null {
  if ((number === 1 && restarts) || last === 0 || number > last) return null
  return number === last ? `序号 ${number} 重复` : `序号 ${number} 在 ${last} 之后，次序颠倒`
}

function* slipsIn(places: readonly Place[]): Generator<Hit> {
  const last: number[] = [0, 0, 0, 0]
  // A short line without a number (附件, 表一, a title) begins something new, where numbers begin again.
  let restarts = true
  for (const place of places) {
    const heading = place.block?.cell ? null : headingOf(place.text)
    if (heading === null) {
      restarts ||= place.block?.cell !== null || (place.text.length < 20 && !/[。；;]$/.test(place.text))
      // 附件：1.甲, and the second stands on a line of its own.
      if (ANNEXES.test(place.text)) last.fill(0)
      continue
    }
    const { level, number, length } = heading
    const why = slip(last[level]!, number, restarts || level > 1)
    if (why !== null) yield { ...spanOf(place, 0, length), why }
    restarts = false
    last[level] = number
    last.fill(0, level + 1)
  }
}

export const documentHeadingOrder = defineRule({
  id: 'document/heading-order',
  title: '层次序号重复或颠倒',
  severity: 'advise',
  basis: 'GB/T 9704-2012《党政机关公文格式》7.3.3',
  advice: '核对序号',
  *check({ title, body }) {
    yield* slipsIn(body.places)
    for (const [view, overlap] of [
      [title, /的通知》?的通知$/g],
      [body, /的通知的通知/g],
    ] as const)
      for (const match of view.matchAll(overlap, '的通知'))
        yield {
          ...spanOf(match.place, match.index, match.index + match[0].length),
          message: '标题文种重叠',
          why: '“的通知的通知”',
          advice: '直接写“转发……的通知”',
        }
  },
  finds: [
    '一、总体要求\n二、主要任务\n[[二、]]保障措施',
    '（一）提高认识\n[[（一）]]加强领导\n（二）落实责任',
    '（一）提高认识\n（二）加强领导\n（三）落实责任\n[[（二）]]督促检查',
    { title: '关于转发做好招生工作[[的通知的通知]]' },
    '泉州市教育局\n关于转发关于印发方案[[的通知的通知]]',
  ],
  passes: [
    '一、总体要求\n1.提高认识\n2.加强领导\n二、主要任务\n1.招生\n2.资助',
    '一、总体要求\n（一）意义\n二、任务\n（一）招生\n附件\n一、名单\n二、说明',
    '一、报名时间：6月1日\n附件2\n一、学校名称\n1.甲\n1.乙',
    '1.甲\n2.乙\n3.丙\n附件：1.报名表\n2.承诺书',
    '一、甲\n三、丙\n1.5倍、2.0版',
  ],
})
