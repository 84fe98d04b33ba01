import { defineRule, span } from '../rule.ts'

/** Only beside what is advertised: 最佳实践 and 国家级教学成果奖 are facts. */
const CLAIM =
  /(?:最佳|最好|最强|最优秀|最权威|最专业|顶级|顶尖|第一|唯一|首选|NO\.?1)的?(?:[\u4E00-\u9FFF]{0,2})(?:培训机构|教育机构|辅导机构|早教机构|培训品牌|教育品牌|培训学校|培训中心|补习班|辅导班|培训班|师资团队|名师团队)/g
const PROMISE =
  /(?:保证|确保|承诺|百分之?百|100%|包)(?:录取|上岸|提分|升学|考上|拿证|就业)|(?:保过|包过|保录取)(?:班|协议)/g

export const wordingPromotion = defineRule({
  id: 'wording/promotion',
  title: '招生宣传中的绝对化用语',
  severity: 'advise',
  basis: '《中华人民共和国广告法》第九条',
  advice: '删去绝对化的说法和对结果的保证，用事实说明',
  local: true,
  *check({ texts }) {
    for (const view of texts)
      for (const [pattern, why] of [
        [CLAIM, '绝对化用语'],
        [PROMISE, '对升学、考试结果的保证'],
      ] as const)
        for (const match of view.matchAll(pattern)) {
          const before = match.place.text.slice(Math.max(0, match.index - 8), match.index)
          if (/不得|禁止|严禁|不准|不能|杜绝|查处|虚假/.test(before)) continue
          yield { ...span(match), why: `${why}（“${match[0]}”）` }
        }
  },
  finds: ['本市[[最佳培训机构]]', '[[顶级的名师团队]]授课，[[保证录取]]', '签订[[保过协议]]，全市[[第一教育品牌]]'],
  passes: ['最佳实践、国家级教学成果奖、最好的教育', '不得承诺保证升学', '最佳组织奖、唯一指定用书'],
})
