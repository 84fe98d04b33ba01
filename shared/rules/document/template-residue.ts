import { defineRule, span } from '../rule.ts'

/** Placeholders that a person forgot to fill, and how each is told to the editor. On the text as written: × is a sign of its own there. */
const PLACEHOLDERS: readonly (readonly [RegExp, string])[] = [
  // 拨付XXX元 is how a published paper leaves out a figure.
  [/(?<![A-Za-z0-9Ａ-Ｚ])[XxＸｘ×╳✕]{2,}(?![A-Za-z0-9Ａ-Ｚ万亿元])/g, '占位符没有填写'],
  [
    /(?<![A-Za-z0-9Ａ-Ｚ、及和与或])[XxＸｘ×╳](?=[县市区省镇乡年月日局校](?!场|政(?!府)|域|别|间|位))/g,
    '占位符没有填写',
  ],
  [
    /(?<![\u4E00-\u9FFF])某某|某某(?=(?:[县市区省局校乡镇村](?!长|委|民)|学校|单位|部门|公司|街道))/g,
    '“某某”没有换成真名',
  ],
  [/[*＊_＿]+年[*＊]+月|[*＊]+年[*＊_＿]+月/g, '日期没有填写'],
  [/(?<![有等期尚优接善对看厚款相亟])待定(?=$|[)）。，、；,;\s])/g, '内容待定'],
  [/(?:此处|请在此|点击此处|单击此处)(?:填写|输入|插入|添加|键入)[^，。；]{0,10}/g, '模板的提示语没有删去'],
  [/(?<=[\u4E00-\u9FFF》”])(?:（\s*）|\(\s*\))(?=[\u4E00-\u9FFF，。；])/g, '括号里没有内容'],
]

export const documentTemplateResidue = defineRule({
  id: 'document/template-residue',
  title: '模板残留',
  severity: 'advise',
  basis: '国办发〔2018〕123号：严把文字关',
  advice: '填上实际内容，或删去',
  local: true,
  *check({ title, body }) {
    for (const view of [title.exact, body.exact])
      for (const [pattern, why] of PLACEHOLDERS)
        for (const match of view.matchAll(pattern)) {
          // An empty form is attached to be filled in by others.
          if (match.place.block?.cell) continue
          yield { ...span(match), why: `${why}（“${match[0]}”）` }
        }
  },
  finds: [
    { title: '[[XX]]学校2019年招生简章' },
    '[[X]]县政府网站已公布',
    '自[[×]]年[[×]]月起施行，由[[某某]]局解释',
    '于[[*年*月]]前报送，地点[[待定]]。',
    '依据《办法》[[（ ）]]的规定',
    '[[点击此处输入正文]]，谢谢',
  ],
  passes: [
    '拨付XXX元，拍X光，做X射线检查，规格20×30厘米，VX系列',
    '犯罪嫌疑人张某某、李某某校长；有待定期评估；尚待定论',
    '<table><tr><td>年　月　日（　）</td><td>XX</td></tr></table>',
    'A、B、X区域划分；XXL码',
  ],
})
