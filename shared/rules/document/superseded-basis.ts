import { defineRule, type RuleInput } from '../rule.ts'
import { type Match, spanOf } from '../text-view.ts'
import { SUPERSEDED, type Superseded } from './known-citations.ts'

/** Anchored on the bracket: what stands before it is compared, not searched. */
const NUMBER = /〔(\d{4})〕\s*(\d{1,5})\s*号|令\s*第?\s*(\d{1,4})\s*号/g
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

/** Where the replaced number begins that ends with this match; null where the match is another number. */
function startOf(match: Match, { number }: Superseded): number | null {
  const [, year, serial, order] = match
  const end = order === undefined ? `〔${year}〕${serial}号` : `令第${order}号`
  if (!number.endsWith(end)) return null
  const before = match.place.text.slice(0, match.index)
  const codes = order === undefined ? [number.slice(0, -end.length)] : ['国务院', '国']
  const code = codes.find((one) => before.endsWith(one))
  return code === undefined ? null : match.index - code.length
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
      for (const match of view.matchAll(NUMBER, '号')) {
        const around = match.place.text.slice(Math.max(0, match.index - 36), match.index + match[0].length + 20)
        for (const old of replaced) {
          const start = startOf(match, old)
          if (start === null || HISTORY.test(around)) continue
          const place = spanOf(match.place, start, match.index + match[0].length)
          if (year === null)
            yield { unread: `文件“${old.number}”是否仍可引用`, why: '不知道稿件的年份，请填写成文日期' }
          else if (year >= old.since)
            yield { ...place, why: `${old.number}已由${old.replacedBy}取代`, advice: `核对后改引${old.replacedBy}` }
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
