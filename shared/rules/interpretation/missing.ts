import type { CivilDate } from '../../calendar/civil-date.ts'
import type { Calendar } from '../../calendar/working-days.ts'
import type { Interpretation } from '../../draft/draft.ts'
import type { InterpretationPlan } from '../../draft/interpretation-plan.ts'
import { defineRule, wholeOf } from '../rule.ts'

const FORMS = [
  ['text', '文字'],
  ['image', '图片'],
  ['video', '视频'],
  ['interview', '访谈'],
  ['media', '媒体'],
] as const

/** A published one and a draft count; a plan counts until its due date (国办发〔2016〕80号: 同步组织、同步审签、同步部署). */
function counts({ status, url, dueOn }: Interpretation, today: CivilDate | undefined): boolean {
  if (status === 'planned') return isOpen(dueOn, today)
  return status === 'draft' || (url !== null && url.trim() !== '')
}

/** A due day that is not past. */
function isOpen(dueOn: CivilDate | null, today: CivilDate | undefined): boolean {
  return dueOn !== null && (today === undefined || today <= dueOn)
}

/** 3 working days at the latest: 郑州 2016; a setting (`overdueDays`). */
const OVERDUE = 3

const link: Interpretation = {
  form: 'text',
  status: 'published',
  title: '解读',
  url: 'https://jyj.example.gov.cn/jd/1.htm',
  dueOn: null,
}
const plan: InterpretationPlan = {
  form: 'text',
  dueOn: '2026-07-01',
  responsibleDepartment: '基础教育科',
  leadInterpreter: '陈某',
}
const title = '关于印发《泉州市义务教育招生工作意见》的通知'

export const interpretationMissing = defineRule({
  id: 'interpretation/missing',
  title: '缺少政策解读',
  severity: 'block',
  basis: '国办发〔2016〕80号；泉教办〔2018〕85号：政策性文件与解读方案、解读材料同步组织、同步审签、同步部署',
  advice: '关联一份解读（文字、图片、视频、访谈、媒体均可），或填写有完成日期的解读方案；不是政策性文件的，请说明理由',
  kinds: ['policy', 'consultation'],
  *check({ draft, title, classification, context, today, options, calendar }) {
    if (draft.interpretations === null) {
      yield { unread: '政策解读', why: '没有读到相关解读栏，无法判断是否已关联解读' }
      return
    }
    const plan = context.interpretationPlan
    if (draft.interpretations.some((one) => counts(one, today)) || (plan && isOpen(plan.dueOn, today))) return
    const { sign, documentNumber } = classification
    const forms = FORMS.map(
      ([form, word]) => `${word}${draft.interpretations?.some((one) => one.form === form) ? '（未完成）' : '无'}`,
    )
    const lapsed = plan ? `；解读方案定于 ${plan.dueOn} 前完成，已经过期` : ''
    const late = overdue(context.publishedOn, today, options.overdueDays, calendar)
    const signs = [sign, documentNumber].filter((part) => part !== null && part !== '').join('，')
    yield { ...wholeOf(title), why: `判断为政策性文件（${signs}）；${forms.join('、')}${lapsed}${late}` }
  },
  finds: [
    { title: `[[${title}]]`, interpretations: [] },
    { title: '泉州市教育局关于规范校外培训的若干措施', interpretations: [{ ...link, url: null }] },
    { title: '泉州市中小学校服管理办法', interpretations: [{ ...link, status: 'planned', url: null }] },
    {
      title: '泉州市中小学校服管理办法',
      interpretations: [{ ...link, status: 'planned', url: null, dueOn: '2026-05-01' }],
      context: { publishedOn: '2026-04-28', today: '2026-06-10' },
    },
    {
      title: '泉州市中小学校服管理办法',
      interpretations: [],
      context: { interpretationPlan: plan, today: '2026-07-02' },
    },
  ],
  passes: [
    { title, interpretations: [link] },
    { title, interpretations: [{ ...link, status: 'draft', url: null }] },
    { title, interpretations: [{ ...link, status: 'planned', url: null, dueOn: '2026-07-01' }] },
    { title, interpretations: [], context: { interpretationPlan: plan, today: '2026-07-01' } },
    { title: '关于同意某校2019年招生计划的批复', interpretations: [] },
    { title: '国务院办公厅关于2019年部分节假日安排的通知', interpretations: [] },
  ],
})

function overdue(
  publishedOn: CivilDate | undefined,
  today: CivilDate | undefined,
  setting: unknown,
  calendar: Calendar,
): string {
  if (publishedOn === undefined || today === undefined || today <= publishedOn) return ''
  const limit = typeof setting === 'number' ? setting : OVERDUE
  const days = calendar.workingDaysBetween(publishedOn, today)
  if (days === 'unknown' || days <= limit) return ''
  return `；文件 ${publishedOn} 已发布，过了 ${days} 个工作日，超过 ${limit} 个工作日的期限`
}
