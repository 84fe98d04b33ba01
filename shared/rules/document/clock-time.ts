import { defineRule, span } from '../rule.ts'

const MOMENT = String.raw`\d{1,2}\s*[:时点]\s*(?:\d{1,2}|半)?分?`
const TIME = new RegExp(String.raw`(上午|下午)\s*(?=(\d{1,2}))${MOMENT}(?:\s*(?:至|到|[-—~]+)\s*${MOMENT})?`, 'g')

export const documentClockTime = defineRule({
  id: 'document/clock-time',
  title: '上午、下午与钟点矛盾',
  severity: 'advise',
  basis: '泉教办〔2018〕85号：办事时间应当准确',
  advice: '核对后改正时间',
  local: true,
  *check({ body }) {
    for (const match of body.matchAll(TIME)) {
      const [, half, hours] = match
      const hour = Number(hours)
      const contradicts = half === '上午' ? hour > 12 : (hour > 6 && hour < 12) || hour > 18
      if (!contradicts) continue
      yield { ...span(match), why: half === '上午' ? `上午没有${hour}点` : `${hour}点不在下午` }
    }
  },
  finds: ['夏季：上午8:00-12:00，[[下午8:30-11:30]]', '[[上午14时30分]]开会', '请于[[下午9：00]]前提交'],
  passes: ['上午8:00-12:00，下午2:30-5:30', '下午14时30分至17时', '上午12点前，下午18:00后；晚上8:30'],
})
