import { hostOf, isPublicDomain } from '../links/address.ts'
import { defineRule, type Hit, span, wholeOf } from '../rule.ts'

/** 来源 as pages carry it, with what stands behind it up to the next label. */
const SOURCE =
  /(?:^|[\s([【|])(?:(?:信息|文章|稿件|内容)来源|来\s?源|稿\s?源)\s?:\s?((?:(?!发布|时间|日期|作者|浏览|点击|字号|编辑|责编|阅读)[^\s|)\]】])*)/g
const REPRINT = /转载|转发自|转自|摘编/
const ORIGINAL = /本站原创|^原创$|^本站$|本网原创/
/** Bodies and media whose word may be reprinted by custom: organs of the state and the central media. */
const OFFICIAL =
  /政府|人大|政协|国务院|教育[部厅局]|[部委厅局办]$|委员会|办公室|新华|人民日报|人民网|央视|央广|光明|经济日报|求是|中国教育报|学习强国|日报|晚报|[部委厅局办](?:官网|网站|网|微信公众号|公众号)$|门户网站|教育网|学校|中学|小学|大学|学院|幼儿园/
const COMMERCIAL =
  /立即购买|点击购买|抢购|优惠券|满减|招商加盟|加盟热线|限时特价|团购|秒杀|返利|红包领取|扫码领取|免费领取|下单|代写|代办证|贷款咨询|彩票|开户送|棋牌/
const PUBLISHER = /^(.{2,24}?(?:政府办公室|政府|委员会|[部厅局委]))(?:关于|印发|发布|决定|通告|公告)/

const facts = (names: string[], sources: string[]) => ({
  bureau: { names, regions: [], accounts: [], contacts: [], domains: [], sources },
})

export const disclosureReprint = defineRule({
  id: 'disclosure/reprint',
  title: '转载来源',
  severity: 'review',
  basis: '国办发〔2017〕47号；国办发〔2018〕123号：原则上只转载党委和政府网站以及有关主管部门确定的稿源单位发布的信息',
  advice: '写明来源网站和链接；来源不在名单内的，改用政府网站或主管部门确定的稿源，或由审核人确认',
  *check({ draft, body, title, texts, context, canonical }) {
    const heading = title.places[0]?.text ?? ''
    const isReprint = REPRINT.test(draft.channel ?? '') || REPRINT.test(heading)
    for (const match of body.matchAll(SOURCE, '源:', '源 :')) {
      if (match[1] === '') yield { ...span(match), why: '“来源”后面是空的' }
      else yield* judged(match[1]!, () => span(match))
    }
    if (draft.source !== null) {
      const written = texts.find((view) => view.field === 'source')
      if (draft.source.trim() !== '') yield* judged(draft.source.trim(), () => wholeOf(written ?? title))
      else if (isReprint) yield { field: 'source', start: 0, end: draft.source.length, why: '转载信息，来源栏是空的' }
    }
    for (const { tag, target, text, start, end } of canonical.references) {
      const host = tag === 'a' ? hostOf(target) : null
      const word = host === null || isPublicDomain(host) ? undefined : COMMERCIAL.exec(text ?? '')?.[0]
      if (word !== undefined)
        yield { field: 'body', start, end, message: '商业广告链接', why: `链接文字有“${word}”，指向 ${host}` }
    }

    function* judged(
      source: string,
      place: () => ReturnType<typeof span>,
    ): Generator<Hit | { unread: string; why: string }> {
      const { bureau } = context
      const isOwn = bureau?.names.some((name) => source.includes(name) || name.includes(source)) === true
      if (ORIGINAL.test(source)) {
        const publisher = PUBLISHER.exec(heading)?.[1]
        if (publisher === undefined) return
        if (bureau === undefined) yield { unread: '信息来源', why: `没有给出本单位名称，无法判断“${source}”是否属实` }
        else if (!bureau.names.some((name) => publisher.includes(name) || name.includes(publisher)))
          yield { ...place(), why: `标为“${source}”，标题却是“${publisher}”的文件` }
        return
      }
      if (isOwn || OFFICIAL.test(source) || bureau?.sources.some((one) => source.includes(one)) === true) return
      if (bureau === undefined) yield { unread: '信息来源', why: `没有给出稿源名单，无法判断“${source}”能否转载` }
      else yield { ...place(), why: `来源“${source}”不是党政机关，也不在稿源名单内` }
    }
  },
  finds: [
    '<p>[[来源：]]</p><p>近日，某地举行活动。</p>',
    '发布时间：2024-01-10[[ 来源： ]]浏览次数：3',
    { title: '转载：某地经验', source: '' },
    { title: '泉州市政府决定', channel: '转载', source: '' },
    { title: '泉州市政府关于表彰先进的决定', source: '[[本站原创]]', context: facts(['泉州市教育局'], []) },
    { title: '教育新政', source: '[[某某自媒体]]', context: facts(['泉州市教育局'], ['福建日报']) },
    '<p>[[<a href="https://shop.example.com/">]]立即购买</a>教辅</p>',
  ],
  passes: [
    '来源：教育部网站',
    { title: '某地经验', source: '' },
    { title: '教育新政', source: '泉州市教育局', context: facts(['泉州市教育局'], []) },
    { title: '泉州市教育局关于评选的决定', source: '本站原创', context: facts(['泉州市教育局'], []) },
    '要规范资金来源：财政拨款、社会捐赠。',
    '主要收入来源，按规定管理。',
  ],
})
