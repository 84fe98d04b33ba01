import { defineRule, type RuleInput, span } from '../rule.ts'
import { CITIES } from './cities.ts'

/** An organ of a city, not the city alone: a text may name cities freely, but speaks with its own organs. */
const ORGAN =
  /([\u4E00-\u9FFF]{2,4})市(?:[\u4E00-\u9FFF]{1,4}[县区])?(?:人民政府|政府网|政府办|教育局|教育和体育局|教体局|教育委员会|教育系统|委教育工委)/g
/** Contexts in which another city's organ is rightly named. */
const ABROAD =
  /学习|考察|转发|借鉴|交流|调研|协作|帮扶|支援|对口|来函|商请|联合|共建|合作|代表团|获奖|表彰|试点|名单|排名|来源|通报|典型|经验|先进|等地|各地|赴/

function ownPlaces({ draft, context, title }: RuleInput): string {
  const own = context.bureau
  return [...(own?.names ?? []), ...(own?.regions ?? []), draft.department, title.places[0]?.text ?? ''].join(' ')
}

export const documentForeignPlace = defineRule({
  id: 'document/foreign-place',
  title: '外地机关名称',
  severity: 'advise',
  basis: '国办发〔2018〕123号：严把文字关',
  advice: '核对是否套用了外地的文稿；确需提及的不必改动',
  *check(input) {
    const { body, context } = input
    const own = ownPlaces(input)
    for (const match of body.matchAll(ORGAN, '市')) {
      const city = [4, 3, 2].map((length) => (match[1] ?? '').slice(-length)).find((name) => CITIES.has(name))
      if (city === undefined || own.includes(city) || match.place.block?.cell || ABROAD.test(match.place.text)) continue
      if (context.bureau === undefined) {
        yield { unread: '文中的外地机关名称', why: '没有给出本单位的地名，无法判断哪些是外地的' }
        return
      }
      const start = match.index + match[0].indexOf(`${city}市`)
      const trimmed = Object.assign(match, { index: start, 0: match[0].slice(start - match.index) })
      yield { ...span(trimmed), why: `本单位的地名中没有“${city}”` }
    }
  },
  finds: [
    { body: '由[[宁德市教育局]]负责解释', context: { bureau: quanzhou() } },
    { title: '关于做好招生工作的通知', body: '报[[漳州市人民政府]]同意', context: { bureau: quanzhou() } },
    { body: '各单位应当登录[[莆田市政府网]]查询', context: { bureau: quanzhou() } },
  ],
  passes: [
    { body: '由泉州市教育局负责解释', context: { bureau: quanzhou() } },
    { body: '赴宁德市教育局学习考察', context: { bureau: quanzhou() } },
    { title: '漳州市教育局来函', body: '漳州市教育局提出', context: { bureau: quanzhou() } },
    '本通知自发布之日起施行',
  ],
})

function quanzhou() {
  const nothing: readonly string[] = []
  const [accounts, contacts, domains, sources] = [nothing, nothing, nothing, nothing]
  return { names: ['泉州市教育局'], regions: ['泉州市'], accounts, contacts, domains, sources }
}
