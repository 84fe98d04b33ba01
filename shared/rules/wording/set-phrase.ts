import { defineRule } from '../rule.ts'
import { spanOf } from '../text-view.ts'
import { NearPhrases } from './near-phrase.ts'
import { RIGHT_TOO, SET_PHRASES } from './set-phrases.ts'

let phrases: NearPhrases | null = null

export const wordingSetPhrase = defineRule({
  id: 'wording/set-phrase',
  title: '固定词语写错一个字',
  severity: 'advise',
  basis: '《中华人民共和国国家通用语言文字法》',
  advice: '按规范写法改正',
  local: true,
  *check({ texts }) {
    phrases ??= new NearPhrases(SET_PHRASES, RIGHT_TOO)
    for (const view of texts)
      for (const place of view.places)
        for (const { start, end, name, why } of phrases.in(place))
          yield { ...spanOf(place, start, end), why, advice: `改为“${name}”` }
  },
  finds: [
    '认真做好[[惯彻落实]]工作，[[义不容词]]',
    '各学校[[名列前矛]]，[[责无旁待]]地[[高度重是]]',
    '<p>做好<b>[[按</b>排部署]]</p>',
  ],
  passes: [
    '贯彻落实、安排部署、义不容辞',
    '对重点指标组织实时监测，招生计划书',
    '建立健全健康档案，要按时完成任务；依法执教，名师工作坊案例',
  ],
})
