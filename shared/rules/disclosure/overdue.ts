import type { Classification } from '../../draft/classify.ts'
import { defineRule } from '../rule.ts'

interface Limit {
  /** Name of the option that overrides it. */
  option: string
  days: number
  what: string
  basis: string
}

/** 条例 第26条, in force since 2008-05-01 in its first version. */
const GENERAL: Limit = {
  option: 'generalDays',
  days: 20,
  what: '政府信息',
  basis: '《中华人民共和国政府信息公开条例》第二十六条',
}
const DECISION: Limit = {
  option: 'decisionDays',
  days: 7,
  what: '行政许可、行政处罚决定',
  basis: '国办发〔2018〕118号',
}
const GUIDE: Limit = { option: 'guideDays', days: 1, what: '办事条件变更', basis: '泉教办〔2018〕85号' }
const COMPLAINT: Limit = { option: 'complaintDays', days: 2, what: '找错答复', basis: '泉教办〔2018〕85号' }
const FIRST_DAY = '2008-05-01'

function limitFor({ kind }: Classification, title: string): Limit {
  if (/行政(?:许可|处罚).{0,8}(?:决定|信息|结果)|(?:许可|处罚)决定书/.test(title)) return DECISION
  if (/找错/.test(title) && /答复|回复|处理/.test(title)) return COMPLAINT
  return kind === 'service-guide' ? GUIDE : GENERAL
}

export const disclosureOverdue = defineRule({
  id: 'disclosure/overdue',
  title: '公开时限',
  severity: 'advise',
  basis: GENERAL.basis,
  advice: '尽快发布，并说明逾期原因；不得改动成文日期或发稿日期',
  *check({ draft, context, today, title, classification, options, calendar }) {
    const { datedOn } = draft
    if (datedOn === null || datedOn < FIRST_DAY) return
    const until = context.publishedOn ?? today
    if (until === undefined) {
      yield { unread: '公开时限', why: '没有给出今天的日期或发布日期，无法计算' }
      return
    }
    if (until <= datedOn) return
    const limit = limitFor(classification, title.places[0]?.text ?? '')
    const setting = options[limit.option]
    const most = typeof setting === 'number' ? setting : limit.days
    const days = calendar.workingDaysBetween(datedOn, until)
    if (days === 'unknown') {
      const year = (datedOn < calendar.knownFrom ? datedOn : until).slice(0, 4)
      yield { unread: '公开时限', why: `规则集里没有 ${year} 年的放假安排，无法计算工作日` }
      return
    }
    if (days <= most) return
    const why = `成文日期 ${datedOn} 到 ${until} 是 ${days} 个工作日，${limit.what}的时限是 ${most} 个工作日`
    yield { field: 'datedOn', start: 0, end: datedOn.length, why, basis: limit.basis }
  },
  finds: [
    { title: '通知', datedOn: '2024-09-27', context: { today: '2024-10-31' } },
    { title: '行政处罚决定信息公开', datedOn: '2026-06-01', context: { today: '2026-06-12' } },
    { title: '转学办事指南', datedOn: '2026-06-01', context: { today: '2026-06-04' } },
    { title: '关于网民找错的答复', datedOn: '2026-06-01', context: { today: '2026-06-05' } },
  ],
  passes: [
    { title: '指导意见', datedOn: '2018-12-05', context: { publishedOn: '2019-01-03', today: '2026-11-24' } },
    { title: '通知', datedOn: '2024-09-27', context: { today: '2024-10-30' } },
    { title: '国办通知', datedOn: '1996-06-29', context: { publishedOn: '2018-12-24' } },
    { title: '没有成文日期的新闻' },
  ],
})
