import { normalise } from '../text/normalise.ts'
import type { Canonical } from './block.ts'
import type { DocumentKind } from './document-kind.ts'
import type { Draft } from './draft.ts'

/** What a draft was taken for, and by which words, so that an editor can see it and object. */
export interface Classification {
  kind: DocumentKind
  /** The word of the title that decided (办法, 公示 …), or empty. */
  sign: string
  /** 发文字号, from the field or from the text; null where there is none. */
  documentNumber: string | null
  /** True where an editor chose the kind. */
  overridden: boolean
}

/** 机关代字〔年份〕序号: with the other brackets and spaces that drafts really carry, so that a badly written number still counts as one. */
const DOCUMENT_NUMBER = /[\u4E00-\u9FFF]{1,12}[〔［[【﹝(]\s*(?:19|20)\d{2}\s*[〕］\]】﹞)]\s*第?\s*\d{1,5}\s*号/

/** What may stand behind the word that names the kind: （试行）, （2020年修订）, 全文. */
const TAIL =
  /(?:[([](?:试行|暂行|修订|修正|试点|第[^)]{1,6}[批号次期]|[^)]{0,12}年[^)]{0,8}|节选|全文|原文)[)\]]|全文)$/
/** A document about a kind of document is not of that kind: 政策解读工作方案, 行政执法公示制度. */
const ABOUT = /(?:解读|公示)(?:工作|制度|办法|方案|规定|规范|流程|机制|指引|信息|栏|要求|管理)/g
const INSTRUMENT = /(?:通知|公告|通告|决定|命令|令)$/
const ISSUES = /印发|下发|发布|公布|颁布|批转|转发|修订|修改|废止|调整|制定/
const POLICY_SIGN =
  /实施意见|指导意见|意见|管理办法|办法|暂行规定|规定|实施细则|细则|实施方案|方案|若干措施|措施|规划|条例/

/** In order: the first that the title carries decides. Titles are plain-normalised, without spaces and tails. */
const KINDS: readonly (readonly [DocumentKind, RegExp])[] = [
  ['interpretation', /解读|答记者问|一图读懂|一图看懂|图解|政策问答/],
  ['annual-report', /信息公开(?:工作)?年度报告|信息公开年报/],
  ['consultation', /征求意见稿|公开征求.{0,40}意见|征求.{0,60}意见(?:建议)?的(?:公告|通告|启事|函|通知)|意见征集/],
  ['service-guide', /(?:办事|服务|办理)指南/],
  ['reply', /批复|复函|答复|复文|函$/],
  ['personnel', /任免|任职|免职|组成人员|任命/],
  ['public-notice', /公示/],
  ['circular', /通报|表彰|会议|节假日|放假|嘉奖|奖励/],
]

/**
 * Decides by the title and the 发文字号 (辽政办〔2022〕43号; 洮北区教育局 解读工作方案 2020). A `policy` is named by a policy word (意见, 办法 …) or
 * issues one by 通知; an official document without one is a `circular`; a text without 发文字号 that only talks of a policy is `news`. The
 * editor's own choice wins.
 */
export function classify(draft: Draft, canonical: Canonical, chosen?: DocumentKind): Classification {
  const documentNumber = findDocumentNumber(draft, canonical)
  if (chosen !== undefined) return { kind: chosen, sign: '', documentNumber, overridden: true }
  const title = normalise(draft.title, 'plain').text.replace(/\s+/g, '').slice(0, 500)
  const bare = title.replace(TAIL, '')
  const told = bare.replace(ABOUT, '')
  for (const [kind, pattern] of KINDS) {
    const sign = pattern.exec(kind === 'annual-report' || kind === 'consultation' ? title : told)?.[0]
    if (sign !== undefined) return { kind, sign, documentNumber, overridden: false }
  }
  const sign = policySign(bare, documentNumber !== null)
  if (sign !== null) return { kind: 'policy', sign, documentNumber, overridden: false }
  return { kind: documentNumber === null ? 'news' : 'circular', sign: '', documentNumber, overridden: false }
}

/**
 * The policy word of a title: at its end; or in a 通知 or 决定, there outside 书名号 or behind a verb of issuing (学习贯彻《…条例》 issues nothing);
 * or anywhere where a 发文字号 shows an official document.
 */
function policySign(title: string, isNumbered: boolean): string | null {
  const own = title.startsWith('《') && title.endsWith('》') ? title.slice(1, -1) : title
  const last = lastSign(own)
  if (last === null) return null
  if (own.endsWith(last)) return last
  if (!isNumbered && !INSTRUMENT.test(own)) return null
  return lastSign(own.replace(/《[^》]*》/g, '')) ?? (ISSUES.test(own) ? last : null)
}

function lastSign(text: string): string | null {
  return [...text.matchAll(new RegExp(POLICY_SIGN, 'g'))].at(-1)?.[0] ?? null
}

/** The field's number, else the first number standing alone at the head of the text (a citation inside a sentence is not the document's own). */
function findDocumentNumber(draft: Draft, canonical: Canonical): string | null {
  if (draft.documentNumber !== null && draft.documentNumber.trim() !== '') return draft.documentNumber.trim()
  for (const block of canonical.blocks.slice(0, 12)) {
    const match = DOCUMENT_NUMBER.exec(normalise(block.text, 'plain').text)
    if (match && block.text.length <= match[0].length + 6) return match[0]
  }
  return null
}
