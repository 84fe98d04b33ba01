import { defineRule, type RuleInput } from '../rule.ts'
import { spanOf } from '../text-view.ts'
import { numberOf } from './cited.ts'
import { SUPERSEDED, type Superseded } from './known-citations.ts'

// 依据泉教综〔2015〕3号: what stands before the 代字 is cut off again by its known length.
const NUMBER = /[\u4E00-\u9FFF]{2,12}〔\d{4}〕\s*\d{1,5}\s*号|国(?:务院)?令\s*第?\s*\d{1,4}\s*号/g
/** Told as history, a replaced document is rightly named. */
const HISTORY = /废止|失效|修订|替代|代替|取代|不再|原[《(（]|原国|同时|此前|曾/

/** The year that a draft is of: its date, else the year in its title, else the day of the check. */
function yearOf({ draft, title, today }: RuleInput): number | null {
  const inTitle = /(20\d{2})年/.exec(title.places[0]?.text ?? '')?.[1]
  const year = draft.datedOn?.slice(0, 4) ?? inTitle ?? today?.slice(0, 4)
  return year === undefined ? null : Number(year)
}

function replacedIn({ context }: RuleInput): readonly Superseded[] {
  const own = (context.knownDocuments ?? []).flatMap(({ documentNumber: number, replacedBy }) =>
    replacedBy === null ? [] : [{ number, replacedBy, since: Number(/〔(\d{4})〕/.exec(replacedBy)?.[1] ?? 0) }],
  )
  return [...SUPERSEDED, ...own]
}

/** Length of the tail of `written` that says `number`, spaces counted. */
function lengthOf(written: string, number: string): number {
  const first = written.lastIndexOf(number[0]!, written.length - number.length)
  return written.length - Math.max(0, first)
}

export const documentSupersededBasis = defineRule({
  id: 'document/superseded-basis',
  title: '依据的文件已被取代',
  severity: 'advise',
  basis: '《党政机关公文处理工作条例》：引用公文应当准确',
  advice: '改引现行文件',
  *check(input) {
    const replaced = replacedIn(input)
    const year = yearOf(input)
    for (const view of input.texts)
      for (const match of view.matchAll(NUMBER)) {
        const number = numberOf(match[0])
        const old = replaced.find((one) => number.endsWith(one.number))
        const around = match.place.text.slice(Math.max(0, match.index - 30), match.index + match[0].length + 20)
        if (old === undefined || HISTORY.test(around)) continue
        if (year === null) yield { unread: `文件“${old.number}”是否仍可引用`, why: '不知道稿件的年份，请填写成文日期' }
        else if (year >= old.since) {
          const end = match.index + match[0].length
          yield {
            ...spanOf(match.place, end - lengthOf(match[0], old.number), end),
            why: `${old.number}已由${old.replacedBy}取代`,
            advice: `核对后改引${old.replacedBy}`,
          }
        }
      }
  },
  finds: [
    {
      title: '盂县教育科技局2023年政府信息公开工作年度报告',
      body: '按照《通知》([[国办公开办函〔2019〕60号]])要求，现发布年度报告',
    },
    { title: '关于开展自查的通知', datedOn: '2022-03-01', body: '根据《条例》（[[国务院令第492号]]）' },
    {
      body: '依据[[泉教综〔2015〕3号]]办理',
      datedOn: '2021-05-01',
      context: {
        knownDocuments: [{ title: '某办法', documentNumber: '泉教综〔2015〕3号', replacedBy: '泉教综〔2020〕9号' }],
      },
    },
  ],
  passes: [
    { title: '2019年政府信息公开工作年度报告', body: '按照国办公开办函〔2019〕60号要求' },
    { datedOn: '2022-03-01', body: '国办公开办函〔2019〕60号同时废止' },
    { datedOn: '2022-03-01', body: '按照国办公开办函〔2021〕30号要求' },
  ],
})
