import type { AttachmentContent } from '../attachments/content.ts'
import type { CivilDate } from '../calendar/civil-date.ts'
import type { DocumentKind } from '../draft/document-kind.ts'
import type { InterpretationPlan } from '../draft/interpretation-plan.ts'

/** A document that the bureau knows: for citation pairs and for the link back from an interpretation. */
export interface KnownDocument {
  title: string
  documentNumber: string
  /** Number of the document that took its place, where it is no longer in force. */
  replacedBy: string | null
}

/** 单位自己的事实: names, places, accounts and contacts that belong to it. */
export interface BureauFacts {
  names: readonly string[]
  /** 城市, 县区 of this bureau, whose names are no template residue. */
  regions: readonly string[]
  /** 单位账户, for rule 5. */
  accounts: readonly string[]
  /** 公务联系电话, for rule 7. */
  contacts: readonly string[]
  /** Domains that need no confirmation. */
  domains: readonly string[]
  /** 稿源 that may be reprinted. */
  sources: readonly string[]
}

/**
 * What a check needs beyond the draft. All by argument: where a part is absent, the rules that need it report `unread`; an empty
 * list is an answer.
 */
export interface CheckContext {
  today?: CivilDate
  publishedOn?: CivilDate
  /** The editor's own classification, given with a reason. */
  kind?: DocumentKind
  /** 解读方案 that the editor recorded; it is no part of the draft. */
  interpretationPlan?: InterpretationPlan
  attachments?: readonly AttachmentContent[]
  knownDocuments?: readonly KnownDocument[]
  /** 主动公开基本目录: the titles of its items. */
  catalogue?: readonly string[]
  bureau?: BureauFacts
  /** The policy that this draft interprets. */
  policy?: { title: string; text: string; url: string | null }
}
