import { defineRule, type Hit, type RuleInput, span } from '../rule.ts'
import { type Citation, citationsIn, heartOf } from './cited.ts'
import { KNOWN_CITATIONS } from './known-citations.ts'

interface Known {
  title: string
  numbers: readonly string[]
}

const shipped = new Map(KNOWN_CITATIONS.map((one) => [heartOf(one.title), one]))

function knownIn({ context }: RuleInput): ReadonlyMap<string, Known> {
  const own = (context.knownDocuments ?? []).map(({ title, documentNumber, replacedBy }): [string, Known] => [
    heartOf(title),
    { title, numbers: replacedBy === null ? [documentNumber] : [documentNumber, replacedBy] },
  ])
  return own.length === 0 ? shipped : new Map([...shipped, ...own])
}

function againstKnown({ match, heart, number }: Citation, known: ReadonlyMap<string, Known>): Hit | null {
  const right = known.get(heart)
  if (right === undefined || right.numbers.some((one) => number.endsWith(one))) return null
  const numbers = right.numbers.join('、')
  return { ...span(match, 'number'), why: `《${right.title}》的文号是${numbers}`, advice: `核对后改为${numbers}` }
}

export const documentCitationPair = defineRule({
  id: 'document/citation-pair',
  title: '引用的标题与文号不配',
  severity: 'advise',
  basis: '《党政机关公文处理工作条例》：引用公文应当准确',
  advice: '核对所引文件的标题和文号',
  *check(input) {
    const known = knownIn(input)
    const first = new Map<string, string>()
    for (const citation of citationsIn(input)) {
      const { match, heart, number } = citation
      const hit = againstKnown(citation, known)
      if (hit !== null) yield hit
      const earlier = first.get(heart)
      if (earlier === undefined) first.set(heart, number)
      else if (
        !earlier.endsWith(number) &&
        !number.endsWith(earlier) &&
        hit === null &&
        !known.has(heart) &&
        heart.length >= 6
      )
        yield { ...span(match, 'number'), why: `同一标题前文写作${earlier}，此处写作${number}` }
    }
    // There is no GB/T 9704 of another year than these.
    for (const view of input.texts)
      for (const match of view.matchAll(/GB\/T ?9704 ?[-—–] ?(?!1988|1999|2012)\d{4}/g, '9704'))
        yield { ...span(match), why: '《党政机关公文格式》现行版本是 GB/T 9704-2012', advice: '改为 GB/T 9704-2012' }
  },
  finds: [
    '按照《政府网站发展指引》（[[国办发〔2017〕17号]]）要求',
    '根据《国务院办公厅关于印发政府网站发展指引的通知》（[[国办发〔2017〕17号]]）',
    '依据《中华人民共和国政府信息公开条例》（[[国令第771号]]）',
    '按《关于企业信用监管试点工作的通知》（粤办函〔2015〕555号）和《关于企业信用监管试点工作的通知》（[[粤办函〔2017〕555号]]）',
    '格式执行[[GB/T 9704-2019]]',
    {
      body: '落实《泉州市校服管理办法》（[[泉教综〔2019〕8号]]）',
      context: {
        knownDocuments: [{ title: '泉州市校服管理办法', documentNumber: '泉教综〔2019〕3号', replacedBy: null }],
      },
    },
  ],
  passes: [
    '《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）',
    '《国务院办公厅关于推进政务新媒体健康有序发展的意见》（国办发〔2018〕123号）',
    '《中华人民共和国政府信息公开条例》（见国务院令第711号）；《某某办法》（泉政办〔2018〕51号）',
    '执行 GB/T 9704-2012《党政机关公文格式》',
  ],
})
