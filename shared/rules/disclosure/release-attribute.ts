import type { Draft } from '../../draft/draft.ts'
import { defineRule, type Hit, span } from '../rule.ts'
import type { Match, TextView } from '../text-view.ts'

type Attribute = 'proactive' | 'on-request' | 'withheld'
const WORDS: readonly (readonly [Attribute, string, RegExp])[] = [
  ['withheld', '不予公开', /不予公开|不公开|不宜公开|暂不公开/],
  ['on-request', '依申请公开', /依申请公开/],
  ['proactive', '主动公开', /主动公开|公开发布|全文公开|公开/],
]
/** 附注 such as （此件主动公开）, or the field 公开属性：依申请公开. Citations of the words in running text are no attribute. */
const STATED =
  /此件(?:主动公开|公开发布|依申请公开|不予公开|不公开|不宜公开|暂不公开|删减后公开|全文公开|公开)|(?:公开属性|公开方式|公开类别|公开形式|信息公开选项|信息公开类型|政务公开选项)\s?[:：]\s?(?:主动公开|依申请公开|不予公开|不公开)|^\(\s?(?:主动公开|依申请公开|不予公开)\s?\)$/g
const TALKS = /标注|注明|标明|字样|[“"]$/
/** 主送机关: a short line near the head that ends with a colon. */
const isAddressee = (text: string) => text.endsWith(':') && text.length > 2 && text.length <= 301
const SIGNED = /^(?:19|20)\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日$/
/** 国令, 公告 and telegrams carry no such note; the note came with GB/T 9704-2012. */
const EXEMPT = /令第|发明电|公告〔|公告第/
const FIRST_YEAR = 2013

export const disclosureReleaseAttribute = defineRule({
  id: 'disclosure/release-attribute',
  title: '公开属性',
  severity: 'block',
  basis: '国办发〔2016〕80号一（一）',
  advice: '核对公文附注与系统里的公开属性；依申请公开、不予公开的公文不得放到网站上',
  *check({ draft, body, classification }) {
    const stated = statedIn(body)
    const isOfficial = classification.documentNumber !== null && hasFrame(body)
    const closed = stated.filter(([attribute]) => attribute !== 'proactive')
    for (const [, word, match] of closed) {
      const field = fieldWord(draft)
      yield { ...span(match), why: `正文附注为“${word}”${field === null ? '' : `，系统里选的是“${field}”`}` }
    }
    if (closed.length > 0) return
    if (draft.disclosureClass === 'on-request' || draft.disclosureClass === 'withheld') {
      const why = `系统里的公开属性是“${fieldWord(draft)}”${stated.length > 0 ? '，正文附注是“主动公开”' : ''}`
      yield { field: 'disclosureClass', start: 0, end: draft.disclosureClass.length, why }
    }
    if (isOfficial && stated.length === 0 && needsNote(draft, classification.documentNumber ?? '')) yield absent(body)
  },
  finds: [
    { body: '<p>泉教办〔2026〕3号</p><p>（[[此件依申请公开]]）</p>', disclosureClass: 'proactive' },
    '[[公开属性：不予公开]]',
    { body: '（此件主动公开）', disclosureClass: 'withheld' },
    {
      documentNumber: '泉教办〔2026〕3号',
      body: '<p>各县（市、区）教育局：</p><p>现印发给你们。</p><p>泉州市教育局办公室</p><p>[[2026年5月1日]]</p>',
    },
  ],
  passes: [
    {
      documentNumber: '泉教办〔2018〕85号',
      body: '<p>各县（市、区）教育局：</p><p>现印发给你们。</p><p>2018年6月28日</p><p>（此件主动公开）</p>',
      disclosureClass: 'proactive',
    },
    {
      documentNumber: '国办函〔2004〕36号',
      body: '<p>国土资源部：</p><p>同意。</p><p>2004年5月1日</p>',
    },
    { documentNumber: '国令第707号', body: '<p>现公布：</p><p>2018年12月18日</p>' },
    '关于拟录用人员的公示，公示期内可以反映情况。',
    '公文附注处应当标注“此件依申请公开”。',
  ],
})

function statedIn(body: TextView): [Attribute, string, Match][] {
  const stated: [Attribute, string, Match][] = []
  for (const match of body.matchAll(STATED, '公开')) {
    const { text } = match.place
    if (TALKS.test(text.slice(Math.max(0, match.index - 8), match.index))) continue
    if ((text.match(/此件/g)?.length ?? 0) > 1) continue
    const [attribute, word] = WORDS.find(([, , pattern]) => pattern.test(match[0]))!
    stated.push([attribute, word, match])
  }
  return stated
}

function fieldWord({ disclosureClass }: Draft): string | null {
  return WORDS.find(([attribute]) => attribute === disclosureClass)?.[1] ?? null
}

/** 主送 and 落款: the frame of an official document. */
function hasFrame({ places }: TextView): boolean {
  return places.slice(0, 40).some(({ text }) => isAddressee(text)) && places.some(({ text }) => SIGNED.test(text))
}

function needsNote(draft: Draft, documentNumber: string): boolean {
  const year = Number(/(?:19|20)\d{2}/.exec(draft.datedOn ?? documentNumber)?.[0] ?? 0)
  return year >= FIRST_YEAR && !EXEMPT.test(documentNumber)
}

function absent(body: TextView): Hit {
  const signature = [...body.matchAll(new RegExp(SIGNED, 'g'))].at(-1)!
  return {
    ...span(signature),
    severity: 'advise',
    message: '没有写明公开属性',
    why: '有发文字号、主送机关和成文日期，落款后没有“此件主动公开”等附注',
    advice: '在成文日期下一行加附注，如“（此件主动公开）”',
  }
}
