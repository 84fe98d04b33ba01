import { defineRule, type Hit, span } from '../rule.ts'
import type { Match } from '../text-view.ts'

// Anchored on the bracket that holds the year; what stands before it is looked at by hand, since 代字 has no left edge.
const NUMBER =
  /(?<open>[〔［[【﹝(（〈])(?<year>\s*[\d０-９]{0,4}\s*)(?<close>[〕］\]】﹞)）〉])(?<between>[\s—–-]*文?字?\s*)(?<ordinal>第?)\s*(?<serial>[\d０-９]{1,5})\s*号/dg
const ROUND = /[(（]/
/** A round bracket is no sign of a document number by itself: 审图号、许可证 and court cases have them too. */
const NO_CODE = /(?:证|字第|图号|权|标|书|栋|室|楼|路|幢|座|区|门|批次|编号|第)\s*$/
const CODE = /[\u4E00-\u9FFF]{2}\s*$/
const YEAR = /^(?:19|20)\d{2}$/
const HAN = /[\u4E00-\u9FFF]\s*$/
/** 「泉教办〔2018〕51号、〔2018〕52号」: the second takes its 代字 from the first. */
const CONTINUES = /号\s*[、，,和及与]\s*$/

/** What is wrong with one number, in words; empty where nothing is. */
function faultsOf(match: Match): string[] {
  const { open = '', year = '', close = '', between = '', ordinal = '', serial = '' } = match.groups ?? {}
  const before = match.place.text.slice(Math.max(0, match.index - 16), match.index)
  const hasCode = HAN.test(before)
  const faults: string[] = []
  if (open !== '〔' || close !== '〕') faults.push(`年份用了“${open}${close}”，应为六角括号〔〕`)
  const digits = year.trim()
  if (digits === '') faults.push('缺年份')
  else if (digits.length !== 4) faults.push(`年份“${digits}”不是四位`)
  if (ordinal !== '') faults.push('序号不加“第”')
  if (/^[0０]/.test(serial)) faults.push('序号不编虚位（前面不补 0）')
  if (!hasCode && !CONTINUES.test(before)) faults.push('缺机关代字')
  if (/[—–-]/.test(between)) faults.push('年份与序号之间有多余的横线')
  else if (between.trim() !== '') faults.push(`年份与序号之间有“${between.trim()}”`)
  if (/\s/.test(match[0]) || /[\u4E00-\u9FFF]\s+$/.test(before)) faults.push('中间有多余的空格')
  return faults
}

/** True for what only looks like a document number. */
function isOther(match: Match): boolean {
  const { open = '', year = '' } = match.groups ?? {}
  const before = match.place.text.slice(Math.max(0, match.index - 16), match.index)
  const digits = year.trim()
  if (ROUND.test(open)) return !CODE.test(before) || NO_CODE.test(before) || !(YEAR.test(digits) || digits === '')
  // 【1】号, [2]号 楼: a list, not a year.
  return digits.length === 1 || (digits.length === 3 && !HAN.test(before))
}

function judge(match: Match): Hit | null {
  if (isOther(match)) return null
  const faults = faultsOf(match)
  return faults.length === 0 ? null : { ...span(match), why: faults.join('；') }
}

export const documentNumberShape = defineRule({
  id: 'document/number-shape',
  title: '发文字号写法不规范',
  severity: 'advise',
  basis: 'GB/T 9704-2012《党政机关公文格式》7.2.5',
  advice: '写作“机关代字〔四位年份〕序号号”，如 泉教办〔2018〕85号',
  local: true,
  *check({ texts }) {
    for (const view of texts)
      for (const match of view.exact.matchAll(NUMBER)) {
        const hit = judge(match)
        if (hit !== null) yield hit
      }
  },
  finds: [
    '泉政[[[2002]文4号]]',
    '沪教奖基[[[2021]第06号]]',
    '沪人社奖[[[2014]8号]]、嘉教评[[[2019]第014号]]',
    '辽委办传发[[﹝﹞11号]]',
    '根据《某某规定》（[[〔2024〕—2 号]]）',
    '泉政办[[〔2018〕51 号]]',
    { documentNumber: '泉教办[[（2018）85号]]' },
    '泉教办[[【2018】85号]]，泉教办[[〔18〕85号]]',
    '按照泉教综[[（2026）5号]]、泉教初[[(2025)7号]]文件要求',
  ],
  passes: [
    '国办发明电〔2018〕15号、国令第707号、泉教初函〔2019〕50号',
    '泉教办〔2018〕51号、〔2018〕52号，国办秘函〔2019〕19号',
    '审图号：闽S(2023)12号；（2019）京0105民初123号；第（3）号；1[2]号楼',
    '桐江小学（12）号教学楼，不动产权证（2019）12号，实验小学（2019）级',
  ],
})
