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

/** In order: the first that the title carries decides. Titles are plain-normalised. */
const KINDS: readonly (readonly [DocumentKind, RegExp])[] = [
  ['interpretation', /解读|答记者问|一图读懂|图解/],
  ['annual-report', /(?:政府)?信息公开(?:工作)?年度报告/],
  ['consultation', /征求意见稿|公开征求.{0,40}意见|征求.{0,40}意见的(?:公告|通告|启事)/],
  ['service-guide', /办事指南|服务指南/],
  ['reply', /批复|复函|答复|复文/],
  ['personnel', /任免|任职|免职|组成人员|任命/],
  ['public-notice', /公示/],
  ['circular', /通报|表彰|会议|节假日|放假|嘉奖|奖励决定/],
  ['policy', /意见|办法|规定|细则|方案|措施|规划|条例|计划|决定|通知/],
]
const POLICY_SIGN =
  /实施意见|指导意见|意见|管理办法|办法|暂行规定|规定|实施细则|细则|实施方案|方案|若干措施|措施|规划|条例/

/**
 * Decides by the title and the 发文字号 (辽政办〔2022〕43号; 洮北区教育局 解读工作方案 2020). A `policy` has a policy word in its title; an official
 * document without one is a `circular`; a text without 发文字号 and without a policy word is `news`. The editor's own choice wins.
 */
export function classify(draft: Draft, canonical: Canonical, chosen?: DocumentKind): Classification {
  const title = normalise(draft.title, 'plain').text.replace(/\s+/g, '')
  const documentNumber = findDocumentNumber(draft, canonical)
  if (chosen !== undefined) return { kind: chosen, sign: '', documentNumber, overridden: true }
  for (const [kind, pattern] of KINDS) {
    const sign = pattern.exec(title)?.[0]
    if (sign === undefined) continue
    const policySign = POLICY_SIGN.exec(title)?.[0]
    if (kind !== 'policy') return { kind, sign, documentNumber, overridden: false }
    if (policySign !== undefined) return { kind, sign: policySign, documentNumber, overridden: false }
  }
  return { kind: documentNumber === null ? 'news' : 'circular', sign: '', documentNumber, overridden: false }
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
