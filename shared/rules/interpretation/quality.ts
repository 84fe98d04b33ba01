import type { Canonical } from '../../draft/block.ts'
import type { Draft } from '../../draft/draft.ts'
import { absoluteTarget } from '../../draft/target.ts'
import type { CheckContext } from '../context.ts'
import { defineRule, type Hit, wholeOf } from '../rule.ts'
import { overlapOf } from './overlap.ts'

/** What 甘肃, 郑州 and 广州 ask of every interpretation, and the words by which each is recognised. */
const PARTS: readonly (readonly [string, RegExp])[] = [
  [
    '背景',
    /背景|必要性|起草过程|为什么|为何|缘由|意义|重要性|现状|形势|近年来|以来|存在.{0,12}问题|出台.{0,20}(?:目的|初衷|考虑)|为了?(?:进一步|贯彻|落实|加强|规范|推动|促进)/,
  ],
  [
    '依据',
    /依据|根据|按照|依照|遵循|贯彻落实|落实.{0,30}(?:要求|部署|精神|规定|法)|经.{0,14}(?:同意|批准)|《[^》]{2,60}(?:法|条例|规定|办法|意见|纲要|规划|方案|通知)》/,
  ],
  ['主要内容', /主要内容|内容|举措|措施|明确了?|提出了?|规定了?|重点|亮点|任务|包括|要求/],
  ['范围', /范围|适用|对象|涉及|面向|针对|覆盖|领域|行业|人群|单位|企业|学校|地区|部门/],
]
const COPIED = 0.85

const policy = {
  title: '关于印发《泉州市义务教育招生工作意见》的通知',
  text: '一、坚持免试就近入学。各县（市、区）教育局要科学划定学校服务片区，确保适龄儿童少年免试就近入学。二、严格规范招生行为。严禁以各类竞赛证书、学科竞赛成绩或考级证明等作为招生依据或参考。三、保障随迁子女入学。',
  url: 'https://jyj.example.gov.cn/zc/1.htm',
}
const link = '<p><a href="/zc/1.htm">政策原文</a></p>'

export const interpretationQuality = defineRule({
  id: 'interpretation/quality',
  title: '政策解读质量',
  severity: 'advise',
  basis: '国办发〔2016〕80号；泉教办〔2018〕85号',
  advice: '补写背景、依据、主要内容和适用范围，用自己的话说明，并链接政策原文',
  kinds: ['interpretation'],
  *check({ draft, canonical, body, title, context }) {
    const place = wholeOf(title)
    const text = body.places.map((one) => one.text).join('\n')
    if (text === '') return
    const missing = PARTS.filter(([, words]) => !words.test(text)).map(([name]) => name)
    if (missing.length > 0) yield { ...place, why: `没有写到${missing.join('、')}` }
    if (context.policy === undefined) {
      yield { unread: '解读与政策原文', why: '没有给出所解读的政策，无法比较是否照抄、有无链接回原文' }
      return
    }
    yield* copying(text, context.policy.text, place)
    yield* linkBack(draft, canonical, context.policy, place)
  },
  finds: [
    { title: '[[《泉州市义务教育招生工作意见》解读]]', body: `<p>${policy.text}</p>${link}`, context: { policy } },
    {
      title: '[[《泉州市义务教育招生工作意见》解读]]',
      body: '<p>出台背景：招生压力增大。依据：义务教育法。主要内容：就近入学。适用范围：全市小学。</p>',
      context: { policy },
    },
    { title: '[[一图读懂招生工作]]', body: `<p>招生就近入学。</p>${link}`, context: { policy } },
  ],
  passes: [
    {
      title: '《泉州市义务教育招生工作意见》解读',
      body: `<p>一、出台背景和依据。为贯彻义务教育法，缓解招生压力，我局制定本意见。</p><p>二、主要内容：${policy.text}</p><p>适用范围：全市公办、民办小学。</p>${link}`,
      context: { policy },
    },
    { title: '关于印发招生工作意见的通知', body: policy.text },
    { title: '意见解读', body: '', context: { policy } },
  ],
})

function* copying(text: string, policy: string, place: ReturnType<typeof wholeOf>): Generator<Hit> {
  const { share, own } = overlapOf(text, policy)
  if (share < COPIED || (PARTS[0]![1].test(own) && PARTS[1]![1].test(own))) return
  yield {
    ...place,
    message: '解读照抄政策原文',
    advice: '写明出台背景和依据，用问答、案例、图解说明，不简单摘抄文件要点',
    why: `${Math.round(share * 100)}% 的文字与政策原文连续 13 字以上相同，其余文字没有写背景和依据`,
  }
}

/** An address of the policy among the links; where its address is not known, its title in a link's words. */
function* linkBack(
  draft: Draft,
  { links, references }: Canonical,
  policy: NonNullable<CheckContext['policy']>,
  place: ReturnType<typeof wholeOf>,
): Generator<Hit> {
  const isLinked =
    policy.url !== null
      ? links.includes(absoluteTarget(policy.url, draft.site))
      : references.some(({ tag, text }) => tag === 'a' && /原文|政策文件/.test(text ?? '')) ||
        references.some(({ text }) => policy.title !== '' && text?.includes(policy.title) === true)
  if (!isLinked)
    yield {
      ...place,
      message: '解读没有链接政策原文',
      advice: '加上政策原文的链接，原文页也链接到本解读',
      why: '正文里没有指向所解读政策的链接',
    }
}
