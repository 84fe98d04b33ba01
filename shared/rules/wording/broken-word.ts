import { defineRule, type Hit } from '../rule.ts'
import { type Place, spanOf } from '../text-view.ts'
import { isInZone } from '../zones.ts'
import { COMMON_WORDS } from './common-words.ts'

const BETWEEN = /(?<=([\u4E00-\u9FFF]))([ 。])(?=([\u4E00-\u9FFF]))/g
/** These begin sentences of their own: 开工。作为…. A full stop before one says nothing. */
const STARTERS = new Set(
  '作展校习实任设制民部社会文化力监生目全进高加完行新题见案动学家各各为本我以在对按据经自从由要应可如一二三四五六七八九十第其此该上下中大小',
)
/** A name behind an office, or an organ behind an organ, is set apart by a space on purpose. */
const APART = /(?:长|任|书记|记者|员|者|席|授|委|部|局|厅|院|府|央|会|科|处|室|社|报|网|图|文|摄|题|则|章|节|条)$/
const SURNAMES = new Set(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤洪庄颜柯施涂欧阳',
)
/** More than this in one block is a way of setting, not a slip. */
const SLIPS = 3

/** A space in the middle of a running sentence: four characters and more before it, and a clause that goes on to its mark. */
function isInProse({ text, block }: Place, at: number): boolean {
  const isSentence = text.endsWith('。') || (block?.cell === null && block.kind !== 'heading')
  if (block === null || !isSentence || text.length > 2000) return false
  const before = text.slice(Math.max(0, at - 12), at)
  const after = /^[\u4E00-\u9FFF]{1,8}(?=[,。;、]|$)/.exec(text.slice(at + 1))?.[0]
  if (after === undefined || !/[\u4E00-\u9FFF]{5}$/.test(before) || APART.test(before)) return false
  return !(after.length <= 4 && SURNAMES.has(after[0]!)) && !/\d[.、]? ?[\u4E00-\u9FFF]{0,11}$/.test(before)
}

function* slipsIn(place: Place): Generator<Hit> {
  for (const match of place.text.matchAll(BETWEEN)) {
    const [, first = '', mark, second = ''] = match
    const word = first + second
    if (isInZone(place, match.index, match.index + 1, 'title')) continue
    const isBroken =
      COMMON_WORDS.has(word) &&
      place.text.length >= (place.block?.cell ? 8 : 6) &&
      (mark === ' ' || !STARTERS.has(second))
    const where = spanOf(place, match.index - 1, match.index + 2)
    if (isBroken) yield { ...where, why: mark === ' ' ? `词语“${word}”中间有空格` : `句号断在词语“${word}”中间` }
    else if (mark === ' ' && isInProse(place, match.index)) yield { ...where, why: '句子中间有多余的空格' }
  }
}

export const wordingBrokenWord = defineRule({
  id: 'wording/broken-word',
  title: '句子被空格或句号断开',
  severity: 'advise',
  basis: '国办发〔2018〕123号：严把文字关',
  advice: '删去多余的空格或句号',
  local: true,
  *check({ body }) {
    for (const place of body.places) {
      const slips = [...slipsIn(place)]
      if (slips.length <= SLIPS) yield* slips
    }
  },
  finds: [
    '感谢人民[[关。心]]支持教育事业',
    '推动全市教育工作迈上[[新 台]]阶，取得实效。',
    '进一步加强[[教 育]]管理，规范办学。',
  ],
  passes: [
    '组长 宋 睿，副组长 王明，成员单位名单如下。',
    '索 引 号：QZ00104',
    '1.1 编制目的 健全应急机制。《中共中央 国务院关于教育的意见》。',
    '学校按时开工。作为牵头单位，要落实。记者 马梅若报道，',
  ],
})
