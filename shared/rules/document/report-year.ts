import { defineRule, span } from '../rule.ts'

const TITLE_YEAR = /(20\d{2})年(?:度)?/
const REPORT = /年度报告|年报|工作总结|工作报告|总结报告/
const PLAN = /计划|要点|方案|安排/
/** A sentence that begins with a year says which year the text is about. 《…（2019年修订）》 and 〔2021〕 do not. */
const OPENING = /(?:^|[。！])\s*(20\d{2})年(?=[,，、]|度|以来|我|全)/dg
const PERIOD = /统计期限[^。]{0,8}?(20\d{2})年/dg

export const documentReportYear = defineRule({
  id: 'document/report-year',
  title: '正文年份与标题不符',
  severity: 'advise',
  basis: '国办发〔2018〕123号：严把文字关',
  advice: '核对是否沿用了往年的文稿',
  *check({ title, body }) {
    const heading = title.places[0]?.text ?? ''
    const year = Number(TITLE_YEAR.exec(heading)?.[1] ?? 0)
    const isReport = REPORT.test(heading)
    if (year === 0 || (!isReport && !PLAN.test(heading))) return
    const [opening] = body.matchAll(OPENING)
    if (opening !== undefined) {
      const first = Number(opening[1])
      const speaksOfYear = body.places.some((place) => place.text.includes(`${year}年`))
      // A plan looks back on the year before; a report is about its own.
      const isRight = first === year || (!isReport && (first === year - 1 || first > year) && speaksOfYear)
      if (!isRight) yield { ...span(opening, 1), why: `标题是${year}年，正文开头是${first}年` }
    }
    for (const match of body.matchAll(PERIOD))
      if (isReport && Number(match[1]) !== year)
        yield { ...span(match, 1), why: `标题是${year}年，统计期限从${match[1]}年起` }
  },
  finds: [
    { title: '于洪区教育局2023年政府信息公开工作年度报告', body: '[[2022]]年,我局认真贯彻落实' },
    { title: '2019年工作总结', body: '各科室：\n[[2018]]年，全市教育系统' },
    { title: '2023年度报告', body: '本报告统计期限自[[2022]]年1月1日至2022年12月31日' },
    { title: '2023年工作要点', body: '[[2021]]年，全局上下' },
  ],
  passes: [
    { title: '2023年工作计划', body: '2022年，取得成绩。2023年，将继续' },
    { title: '2023年政府信息公开工作年度报告', body: '根据《条例》（2019年修订）编制。2023年，我局' },
    { title: '2023年年度报告', body: '本报告统计期限自2023年1月1日起。与2022年相比增加' },
  ],
})
