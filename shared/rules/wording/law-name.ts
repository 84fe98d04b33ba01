import { defineRule, type Hit, span } from '../rule.ts'
import type { Match } from '../text-view.ts'
import { LAW_NAMES, LAW_NAMES_AS_OF } from './law-names.ts'
import { nearestName } from './nearest-name.ts'

const STATE = '中华人民共和国'
const FULL = /《中华人民共和国([^《》〈〉]{1,60})》/g
/** 法 are national only, so a near miss of one is a slip even without the state's name. */
const SHORT = /《([^《》〈〉中][^《》〈〉]{3,30}法)》/g
/** Draft or version behind a name is no part of it. */
const SUFFIX = /[(（].*$|(?:修订|修正)?草案$|修正案$/
const known = new Set(LAW_NAMES)

/** 税收征管法 lacks two characters; in a name of five, two changed ones make another law. */
function limitFor(name: string): number {
  return name.length >= 7 ? 2 : 1
}

function judge(match: Match, prefix: string): Hit | null {
  const name = (match[1] ?? '').replace(/\s/g, '').replace(SUFFIX, '')
  if (name === '' || known.has(name)) return null
  const nearest = nearestName(name, LAW_NAMES, prefix === '' ? 1 : limitFor(name))
  if (nearest !== null) {
    const right = `《${prefix}${nearest}》`
    return { ...span(match), why: `“${name}”与已知名称“${nearest}”只差个别字`, advice: `核对后改为${right}` }
  }
  if (prefix === '' || !/[^办]法$|条例$/.test(name)) return null
  const advice = '核对名称；确有此法的，不必改动'
  return {
    ...span(match),
    message: '法律法规名称不在名单中',
    why: `名单截至 ${LAW_NAMES_AS_OF}，其中没有“${name}”`,
    advice,
  }
}

export const wordingLawName = defineRule({
  id: 'wording/law-name',
  title: '法律法规名称有误',
  severity: 'advise',
  basis: '国家法律法规数据库公布的名称（名单截至 2025 年 4 月）',
  advice: '按正式名称改正',
  local: true,
  *check({ texts }) {
    for (const view of texts) {
      for (const match of view.matchAll(FULL)) {
        const hit = judge(match, STATE)
        if (hit !== null) yield hit
      }
      for (const match of view.matchAll(SHORT)) {
        const hit = judge(match, '')
        if (hit !== null) yield hit
      }
    }
  },
  finds: [
    '依据[[《中华人民共和国保守国家秘密》]]制定本制度',
    '按照[[《中华人民共和国税收征管法》]]有关规定',
    '<p>根据[[《中华人民共和国<b>义务</b>教育发》]]</p>',
    '[[《中华人民共和国学校虚构条例》]]',
    '落实[[《未成年保护法》]]要求',
  ],
  passes: [
    '《中华人民共和国民办教育促进法实施条例》',
    '《中华人民共和国治安管理处罚法（修订草案）》和《中华人民共和国婚姻法》',
    '《中华人民共和国国民经济和社会发展第十四个五年规划和2035年远景目标纲要》',
    '《义务教育法》《民法典》《学前教育教学法》《泉州市中小学校服管理办法》',
  ],
})
