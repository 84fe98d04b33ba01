import { defineRule, span } from '../rule.ts'
import { isInZone } from '../zones.ts'

const REGION = '(?:香港|澳门|台湾|港澳台|港澳)'
/** How a slip looks, and what is right. Plain view. */
const SLIPS: readonly (readonly [RegExp, string, string])[] = [
  [
    new RegExp(
      `${REGION}[^。;]{0,20}等(?:[\\d一二两三四五六七八九十几多]{1,3}个)?(?:周边|邻近|沿线)?国(?:家(?!(?:和|与|及|或|或者)地区|\\(地区\\))|(?![家内际有外]))`,
      'g',
    ),
    '港澳台与国家并列',
    '改为“等国家和地区”',
  ],
  [
    /(?:中国|我国)(?:与|和|、|及)(?:香港|澳门|台湾)(?!地区|特别行政区|同胞|、)/g,
    '把中国与港澳台并列',
    '改为“内地与港澳”或“大陆与台湾”',
  ],
  [/两岸三地|两岸四地/g, '“两岸三地”不规范', '分别写明内地、香港、澳门和台湾'],
  [
    /中港(?=两地|关系|合作|边境|交流)|中台(?=两地|关系|两岸|交流)/g,
    '“中港”“中台”不规范',
    '改为“内地与香港”“大陆与台湾”',
  ],
  [/大陆(?:与|和|同|及)(?:香港|澳门|港澳(?!台))/g, '港澳与“内地”相对', '改为“内地”'],
  [/内地(?:与|和|同|及)(?:台湾|台胞)/g, '台湾与“大陆”相对', '改为“大陆”'],
  [
    /台湾(?:政府|总统|国立|国防部|外交部|行政院|立法院)|中华民国(?!时期|成立|临时|元年|\d|[一二三四五六七八九十]{1,3}年)/g,
    '涉台称谓不规范',
    '按涉台用语规定改正',
  ],
]

export const wordingTerritoryNaming = defineRule({
  id: 'wording/territory-naming',
  title: '涉港澳台表述不规范',
  severity: 'advise',
  basis: '新华社新闻信息报道禁用词和慎用词（2016 年 7 月修订）',
  advice: '按规范表述改正',
  local: true,
  *check({ texts }) {
    for (const view of texts)
      for (const [pattern, why, advice] of SLIPS)
        for (const match of view.matchAll(pattern))
          if (!isInZone(match.place, match.index, match.index + match[0].length, 'quotation'))
            yield { ...span(match), why, advice }
  },
  finds: [
    '来自美国、日本、[[香港、台湾等国家]]的学生',
    '加强[[两岸三地]]交流，促进[[大陆与香港]]师生往来',
    '[[港澳台等国]]留学生',
    '[[内地与台湾]]学生，[[台湾政府]]',
  ],
  passes: [
    '香港、澳门、台湾等国家和地区，出国（境）和赴港澳台地区',
    '内地与香港，大陆与台湾，数据中台建设，海峡两岸暨香港、澳门',
    '来自美国、日本等国家以及港澳台地区的学生，港澳台侨学生等国内外学生',
    '不得使用“两岸三地”的说法；中华民国时期的档案',
  ],
})
