import type { RuleInput } from '../rule.ts'
import type { Match } from '../text-view.ts'

const ORGAN =
  /^(?:[\u4E00-\u9FFF]{2,12}?(?:办公厅|办公室|人民政府|委员会|教育厅|教育局)|中共中央|国务院|教育部|财政部)+/
const WRAPPED = /^(?:印发|转发|发布|公布|下发)(.+?)(?:的通知|的公告)?$/

/** 《标题》（文号）, also with the organ or 「等文件」 between. Plain view: round brackets are ASCII there, and 〔 stays. */
export const PAIR =
  /《(?<title>[^《》]{4,90}(?:《[^《》]{2,60}》[^《》]{0,20})?)》\s*[(（][^()（）《》]{0,20}?(?<number>[\u4E00-\u9FFF]{1,12}〔\d{4}〕\s*\d{1,5}\s*号|(?:中华人民共和国)?国务院令\s*第?\s*\d{1,4}\s*号|国令\s*第?\s*\d{1,4}\s*号)/dg

/**
 * The heart of a title: without organ, 关于, 印发 … 的通知, quotation marks, spaces and 试行. Two ways of naming one document have one heart.
 */
export function heartOf(title: string): string {
  let heart = title.replace(/[\s<>《》〈〉]/g, '').replace(/[(（](?:试行|暂行|修订|\d{4}年)[)）]$/, '')
  for (let before = ''; before !== heart; ) {
    before = heart
    heart = heart.replace(ORGAN, '').replace(/^关于/, '')
    heart = WRAPPED.exec(heart)?.[1] ?? heart
  }
  return heart
}

/** One written form of a number: no spaces, 国令 as 国务院令, with 第. */
export function numberOf(text: string): string {
  const tight = text.replace(/\s/g, '').replace(/^(?:中华人民共和国国务院令|国令)/, '国务院令')
  return tight.replace(/^国务院令第?(\d+)号$/, '国务院令第$1号')
}

export interface Citation {
  match: Match
  heart: string
  number: string
}

/** Every 《标题》（文号） of the draft, in order. */
export function* citationsIn({ texts }: Pick<RuleInput, 'texts'>): Generator<Citation> {
  for (const view of texts)
    for (const match of view.matchAll(PAIR, '号'))
      yield { match, heart: heartOf(match.groups?.title ?? ''), number: numberOf(match.groups?.number ?? '') }
}
