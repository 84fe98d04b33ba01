import { defineRule, span } from '../rule.ts'

/** A phrase that begins so must go on so: the beginning, and the ways it may go on. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [
    /习近平新时代(?!中国特色社会主义)(?![,。、”"]|的?(?:重要)?(?:讲话|论述))[\u4E00-\u9FFF]{0,10}?(?:主义思想|思想)/g,
    '习近平新时代中国特色社会主义思想',
  ],
  [/习近平(?:总书记|同志|主席)新时代中国特色社会主义思想/g, '习近平新时代中国特色社会主义思想'],
  [/习近平(?:总书记)?(?:新时期|时代)(?:有)?中国特色社会主义(?:思想)?/g, '习近平新时代中国特色社会主义思想'],
]

export const wordingFixedPhrase = defineRule({
  id: 'wording/fixed-phrase',
  title: '固定表述有误',
  severity: 'block',
  basis: '国办秘函〔2019〕19号：严重表述错误单项否决',
  advice: '按规范表述改正',
  local: true,
  *check({ texts }) {
    for (const view of texts)
      for (const [pattern, right] of PHRASES)
        for (const match of view.matchAll(pattern))
          yield { ...span(match), why: `规范表述是“${right}”`, advice: `改为“${right}”` }
  },
  finds: [
    '坚持以[[习近平新时代特色社会主义思想]]，推进工作',
    '以[[习近平新时期中国特色社会主义思想]]为指导',
    '贯彻[[习近平新时代社会主义思想]]。',
    '学习[[习近平同志新时代中国特色社会主义思想]]',
  ],
  passes: [
    '以习近平新时代中国特色社会主义思想为指导',
    '高举中国特色社会主义伟大旗帜，习近平强军思想、习近平经济思想',
    '习近平总书记关于新时代教育工作的重要论述',
  ],
})
