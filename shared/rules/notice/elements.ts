import type { Calendar } from '../../calendar/working-days.ts'
import { defineRule, type Hit, wholeOf } from '../rule.ts'
import { dayBefore, daysIn, type Length, lengthIn, type Period, periodIn } from './period.ts'

const REACH =
  /(?<!\d)(?:0\d{2,3}[- ]?)?[2-9]\d{6,7}(?!\d)|1[3-9]\d{9}|\b(?:123\d{2}|400-?\d{3}-?\d{4})\b|[A-Z0-9._-]@[A-Z0-9]|(?:地址|地点|邮寄)\s?[:：]?\s?[^\s。;]{4,}/
const RECEIVER = /[科室处股]|局|委|办|部|单位|学校|纪检|监察|中心|园|院|组/
const OBJECTION = /异议|反映|意见|监督|举报|投诉|反馈|联系/
/** A shorter one needs a basis of its own; the bureau may set another (`minimumDays`). */
const MINIMUM = 3

const whole =
  '经研究，现将名单予以公示，公示时间为2022年9月19日至9月23日（5个工作日）。如有异议，请向市教育局人事科反映，监督电话：0595-22767196。'

export const noticeElements = defineRule({
  id: 'notice/elements',
  title: '公示要素',
  severity: 'advise',
  basis: '《中华人民共和国政府信息公开条例》；教财厅函〔2017〕28号',
  advice: '写明公示起止日期、受理异议的科室和电话；期满后及时撤下',
  kinds: ['public-notice'],
  *check({ body, title, options, context, calendar }) {
    const period = periodIn(body)
    const length = lengthIn(body)
    const attached = (context.attachments ?? []).map((one) => one.text).join('\n')
    const text = `${body.places.map((place) => place.text).join('\n')}\n${attached}`
    if (period === null)
      yield {
        ...wholeOf(title),
        why: `没有写明公示的起止日期${length === null ? '' : `，只写了 ${length.days} ${unitOf(length)}`}`,
      }
    const missing = [
      OBJECTION.test(text) && RECEIVER.test(text) ? '' : '受理异议的科室',
      REACH.test(text) ? '' : '电话、邮箱或地址',
    ].filter((part) => part !== '')
    if (missing.length > 0) yield { ...wholeOf(title), why: `没有写明${missing.join('和')}` }
    const minimum = typeof options.minimumDays === 'number' ? options.minimumDays : MINIMUM
    if (length !== null && length.days < minimum)
      yield { ...length.span, why: `公示 ${length.days} ${unitOf(length)}，少于 ${minimum} 日` }
    if (period !== null && length !== null) yield* compare(period, length, calendar)
    else if (period !== null && daysIn(period) < minimum)
      yield { ...period.span, why: `公示 ${Math.max(0, daysIn(period))} 日，少于 ${minimum} 日` }
  },
  finds: [
    {
      title: '关于拟认定名单的公示',
      body: whole.replace('2022年9月19日至9月23日（5个工作日）', '[[2022年9月19日至9月23日]]，公示7个工作日'),
    },
    { title: '[[关于拟认定名单的公示]]', body: whole.replace('，监督电话：0595-22767196', '') },
    {
      title: '[[关于拟认定名单的公示]]',
      body: whole.replace('2022年9月19日至9月23日（5个工作日）', '自发布之日起5个工作日'),
    },
    {
      title: '关于拟录用人员的公示',
      body: whole.replace('2022年9月19日至9月23日（5个工作日）', '[[2022年9月19日至9月20日]]'),
    },
    {
      title: '关于拟录用人员的公示',
      body: whole.replace('2022年9月19日至9月23日（5个工作日）', '[[2022年9月23日至9月19日]]'),
    },
  ],
  passes: [
    { title: '关于拟认定名单的公示', body: whole },
    {
      title: '关于拟认定名单的公示',
      body: '公示期：2022-09-19 至 09-23，监督电话：69983688，如有异议请向办公室反映。',
    },
    { title: '关于拟认定名单的公示', body: whole.replace('（5个工作日）', '，公示期5天') },
    { title: '关于公示制度的通知', body: '公示应当写明电话。' },
  ],
})

function unitOf({ working }: Length): string {
  return working ? '个工作日' : '日'
}

/** The dates and the stated length agree when the first day is counted, or when counting starts on the day after (民法典 201). */
function* compare(
  period: Period,
  length: Length,
  { workingDaysBetween }: Calendar,
): Generator<Hit | { unread: string; why: string }> {
  const withFirst = length.working ? workingDaysBetween(dayBefore(period.from), period.to) : daysIn(period)
  const withoutFirst = length.working ? workingDaysBetween(period.from, period.to) : daysIn(period) - 1
  if (withFirst === 'unknown' || withoutFirst === 'unknown') {
    yield { unread: '公示期限', why: '规则集里没有这一年的放假安排，无法计算工作日' }
    return
  }
  if (length.days === withFirst || length.days === withoutFirst) return
  const counted = period.to < period.from ? '结束早于开始' : `起止日期之间是 ${withFirst} ${unitOf(length)}`
  yield { ...period.span, why: `写明公示 ${length.days} ${unitOf(length)}，${counted}` }
}
