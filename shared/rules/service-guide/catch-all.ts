import { defineRule, type Hit } from '../rule.ts'
import { matchesIn, spanOf, type TextView } from '../text-view.ts'
import { headsIn } from './elements.ts'

/** 兜底条款: the applicant cannot know what to bring. */
const CATCH_ALL =
  /(?:其他|其它|有关|相关)(?:的)?(?:有关|相关|必要|所需|需要)?(?:的)?(?:证明)?(?:材料|资料|证明|证件|文件|手续|凭证)|等(?:相关|有关|证明)?(?:材料|资料|证明|证件)|(?:需要|要求|规定)(?:提供|提交)?的其[他它](?:材料|资料)|视情况(?:提供|提交|而定)?|视具体情况|根据需要提[供交]|必要时提[供交]/g

export const serviceGuideCatchAll = defineRule({
  id: 'service-guide/catch-all',
  title: '办理材料有兜底条款',
  severity: 'advise',
  basis: '泉教办〔2018〕85号：办事指南之外不得增加其他要求',
  advice: '逐项写明材料名称、原件或复印件、份数，删去兜底的说法',
  kinds: ['service-guide'],
  *check({ body }) {
    const heads = headsIn(body)
    for (const [number, { element, index, from }] of heads.entries()) {
      if (element.name !== '办理材料') continue
      const next = heads.slice(number + 1).find((one) => one.element.name !== '办理材料')
      yield* catchAlls(body, { index, from }, next ?? { index: body.places.length, from: 0 })
    }
  },
  finds: [
    { title: '转学办事指南', body: '材料: 1.身份证 2.[[其他有关材料]]' },
    { title: '转学办事指南', body: '四、申请材料\n1.户口簿；\n2.[[相关证明材料]]。\n五、办理流程\n申请' },
    {
      title: '教师资格认定办事指南',
      body: '<table><tr><td>办理材料</td><td>身份证、学历证[[等材料]]，[[视情况提供]]</td></tr><tr><td>办理流程</td><td>提交相关材料</td></tr></table>',
    },
  ],
  passes: [
    {
      title: '转学办事指南',
      body: '二、设定依据：第九条 申请人应当提交有关材料。\n四、申请材料：户口簿原件\n五、流程：受理相关材料',
    },
    { title: '关于信息审核的意见', body: '提交审核内容需要的其他材料。' },
    { title: '转学办事指南', body: '申请材料：1.户口簿（原件1份）2.转学申请表（原件2份）' },
  ],
})

interface Position {
  index: number
  from: number
}

function* catchAlls({ places }: TextView, start: Position, end: Position): Generator<Hit> {
  for (let index = start.index; index <= end.index && index < places.length; index += 1) {
    const place = places[index]!
    for (const match of matchesIn(place, CATCH_ALL)) {
      if (index === start.index && match.index < start.from) continue
      if (index === end.index && match.index >= headStart(place.text, end.from)) continue
      yield {
        ...spanOf(place, match.index, match.index + match[0].length),
        why: `办理材料里写“${match[0]}”，办事人无法知道要带什么`,
      }
    }
  }
}

/** The head itself is no longer part of the list before it: 16 characters are enough for one. */
function headStart(text: string, from: number): number {
  return Math.max(0, text.slice(0, from).search(/[^。;]{0,16}:?$/))
}
