import { defineRule, span } from '../rule.ts'
import { above, cellAt, rowOf } from '../tables.ts'
import type { Match, TextView } from '../text-view.ts'
import { isPersonName, personNameAtEnd, personNameIn } from './person-name.ts'

/** 11 digits from 13 on, with spaces or hyphens, with or without +86; no part of a longer number, a code or an address. */
const MOBILE = /(?<![\dA-Z./_=*-]|\d[ -])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d*]|[ -]\d|[A-Z]\w*\.)/g
/** What makes a number an office's own: it is published so that people call it. */
const OFFICIAL = /监督|举报|投诉|咨询|值班|热线|服务电话|办公电话|客服|求助|报警|报修|应急电话|公务/
const SENTENCE_END = /[。;!?]/

export const privacyPersonalMobile = defineRule({
  id: 'privacy/personal-mobile',
  title: '个人手机号码',
  severity: 'review',
  basis: '《中华人民共和国个人信息保护法》第二十五条；永安市政府办 2023-01-04 通报',
  advice: '改为办公电话，或写成 138****1234 的形式；确需公布的，由审核人确认本人同意',
  *check({ texts, context }) {
    const own = new Set((context.bureau?.contacts ?? []).map((number) => number.replace(/\D/g, '')))
    for (const view of texts)
      for (const match of view.matchAll(MOBILE, '1')) {
        const number = match[0].replace(/\D/g, '').slice(-11)
        if (own.has(number)) continue
        const sentence = sentenceAround(match)
        const name =
          nameInRow(view, match) ?? personNameIn(sentence) ?? personNameAtEnd(match.place.text.slice(0, match.index))
        if (name !== null && !OFFICIAL.test(sentence)) yield { ...span(match), why: `与人名“${name}”同在一句或一行` }
      }
  },
  finds: [
    '联系人:张三 [[13800138000]]',
    '联系人：李小红，手机：[[１３９０５９５１２３４]]',
    '姓名\t学校\t手机\n张三\t实验小学\t[[138 0013 8000]]',
    '请联系刘嘉豪（[[13800138000]]）。',
    '<p>家长王<b>建国</b>，电话 [[+86 138-0013-8000]]。</p>',
  ],
  passes: [
    '联系电话：0595-22767196',
    '张三 138****1234',
    '电话 69983688，联系人张三',
    '监督举报电话：13800138000',
    '日期\t值班人员\t值班电话\n6月1日\t张三\t13800138000',
    '受理编号 20260013800138000123，张三',
    {
      body: '联系人：张三 13800138000',
      context: {
        bureau: { names: [], regions: [], accounts: [], contacts: ['138-0013-8000'], domains: [], sources: [] },
      },
    },
  ],
})

function sentenceAround({ place, index, 0: number }: Match): string {
  const before = place.text.slice(Math.max(0, index - 80), index)
  const after = place.text.slice(index + number.length, index + number.length + 40)
  let start = before.length
  while (start > 0 && !SENTENCE_END.test(before[start - 1]!)) start -= 1
  const end = after.search(SENTENCE_END)
  return `${before.slice(start)} ${end < 0 ? after : after.slice(0, end)}`
}

function nameInRow(view: TextView, match: Match): string | null {
  const at = cellAt(view, match.place)
  if (at === null) return null
  const row = rowOf(at.grid, at.cell)
  const signs = [...row, ...above(at.grid, at.cell)]
  if (signs.some((cell) => cell.text.length < 40 && OFFICIAL.test(cell.text))) return null
  return row.find((cell) => isPersonName(cell.text))?.text ?? null
}
