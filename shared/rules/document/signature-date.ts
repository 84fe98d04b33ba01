import { defineRule, type Hit, type RuleInput } from '../rule.ts'
import { type Place, spanOf } from '../text-view.ts'
import { readWrittenDate, type WrittenDate } from './written-date.ts'

/** Numerals since GB/T 9704-2012. Earlier documents rightly write 一九九六年六月二十九日. */
const ARABIC_SINCE = '2012-07-01'
const ORGAN = /(?:局|厅|委|部|院|室|府|中心|学校|大学|学院|小学|中学|园|会|公司|处|科)$/
const BESIDE =
  /^.{0,30}(?:局|厅|委|部|院|室|府|中心|学校|大学|学院|小学|中学|园|会|处)\s*(\d{4}\s*[.．/]\s*\d{1,2}\s*[.．/]\s*\d{1,2})$/d

interface Signature extends WrittenDate {
  place: Place
  start: number
}

/** Lines that are nothing but a date, or an organ and a dotted date, outside tables. */
function* signaturesIn({ body }: RuleInput): Generator<Signature> {
  const { places } = body
  for (const [index, place] of places.entries()) {
    if (place.text.length > 50 || place.block?.cell) continue
    const beside = BESIDE.exec(place.text)
    const start = beside?.indices?.[1]?.[0] ?? 0
    const written = readWrittenDate(place.text.slice(start))
    if (written === null) continue
    // A dotted date far from any organ may be a heading of a chronicle.
    const isSigned = start > 0 || index >= places.length - 3 || ORGAN.test(places[index - 1]?.text ?? '')
    if (written.style !== 'dotted' || isSigned) yield { ...written, place, start }
  }
}

function styleFault({ style, date }: Signature): string | null {
  if (date !== null && date < ARABIC_SINCE) return null
  if (style === 'dotted') return '落款日期用了圆点或横线，年月日没有标全'
  return style === 'chinese' ? '2012 年 7 月起成文日期用阿拉伯数字' : null
}

export const documentSignatureDate = defineRule({
  id: 'document/signature-date',
  title: '落款日期',
  severity: 'advise',
  basis: 'GB/T 9704-2012《党政机关公文格式》7.3.5.4',
  advice: '写作 2018年6月28日 这样的形式，并与成文日期一致',
  *check(input) {
    const { draft, today } = input
    const signatures = [...signaturesIn(input)]
    const dates = signatures.map((one) => one.date).filter((date) => date !== null)
    const last = signatures.at(-1)
    for (const one of signatures) {
      const why = styleFault(one)
      if (why !== null) yield at(one, why)
    }
    if (draft.datedOn !== null && last !== undefined && dates.length > 0 && !dates.includes(draft.datedOn))
      yield at(last, `落款是${last.date ?? '另一天'}，成文日期栏是${draft.datedOn}`)
    const latest = [...dates, ...(draft.datedOn === null ? [] : [draft.datedOn])].sort().at(-1)
    if (latest === undefined) return
    if (today === undefined) yield { unread: '落款日期是否晚于今天', why: '没有给出今天的日期' }
    else if (latest > today) {
      const late = signatures.findLast((one) => one.date === latest)
      const why = `${latest}晚于今天（${today}）`
      if (late !== undefined) yield at(late, why)
      else yield { field: 'datedOn', start: 0, end: latest.length, why }
    }
  },
  finds: [
    { body: '泉州市教育局\n[[2021.4.9]]', context: { today: '2021-05-01' } },
    { body: '某某县教育局 [[2014.6.20]]', context: { today: '2021-05-01' } },
    { body: '泉州市教育局\n[[二〇一八年六月二十八日]]', context: { today: '2021-05-01' } },
    { datedOn: '2018-06-28', body: '泉州市教育局\n[[2018年6月27日]]', context: { today: '2021-05-01' } },
    { body: '泉州市教育局\n[[2021年6月1日]]', context: { today: '2021-05-01' } },
  ],
  passes: [
    { datedOn: '1996-06-29', body: '国务院办公厅\n一九九六年六月二十九日', context: { today: '2021-05-01' } },
    { datedOn: '2018-06-28', body: '泉州市教育局\n2018年6月28日', context: { today: '2018-06-28' } },
    '会议于2021.4.9召开，二〇一八年六月二十八日印发。',
  ],
})

function at({ place, start }: Signature, why: string): Hit {
  return { ...spanOf(place, start, place.text.length), why }
}
