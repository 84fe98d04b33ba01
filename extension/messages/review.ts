import type { Obligation } from '#shared/api/contract/obligations.ts'
import type { NewDecision, ReviewDetail, ReviewSummary } from '#shared/api/contract/reviews.ts'
import type { LinkView } from './interpretation-view.ts'
import type { CheckView } from './view.ts'

/** By review: the last day on which its decision is on time, and whether that day is past; days that no calendar knows are said so. */
export type DueById = Readonly<Record<string, Pick<Obligation, 'kind' | 'dueOn' | 'overdue'>>>

/** The review page → background. Nothing here is queued: a reviewer decides with the Worker present, or not at all. */
export interface ReviewQuestions {
  'review.list': { ask: { which: 'mine' | 'open' | 'all' }; answer: { items: ReviewSummary[]; due: DueById } }
  'review.read': { ask: { id: string }; answer: ReviewReading }
  'review.decide': {
    ask: Pick<NewDecision, 'version' | 'contentHash' | 'level' | 'verdict' | 'gates' | 'threeSyncs' | 'answers'> & {
      id: string
      reason: string
      /** Given where something is 禁止发布: who approves it shows again who they are. */
      pin: string | null
    }
    answer: { review: ReviewDetail; proof: 'verified' | 'failed' }
  }
  'review.comment': { ask: { id: string; text: string }; answer: { review: ReviewDetail } }
  /** What is behind the published interpretations of what was read last. Takes as long as public sites take. */
  'review.links': { ask: { id: string }; answer: { links: Record<string, LinkView> } }
  /** The evidence file that `menxia verify` proves, after it was proved here. */
  'review.evidence': { ask: { id: string }; answer: { name: string; text: string; proved: boolean } }
}

/** A review as this reviewer's own extension reads it. */
export interface ReviewReading {
  review: ReviewDetail
  /** The draft's blocks, from the review copy or from the CMS page; null when neither is to be had. */
  read: { from: 'copy' | 'page'; matches: boolean; check: CheckView; blocks: ReviewBlock[] } | null
  /** The blocks of the version before, where its copy is still kept. */
  before: ReviewBlock[] | null
  checkpoint: { size: number; text: string } | null
}

export interface ReviewBlock {
  kind: 'paragraph' | 'heading' | 'cell' | 'caption'
  text: string
  hidden: boolean
  /** Marks in this block: offsets into `text`, and the place of the finding in the report. */
  marks: { start: number; end: number; finding: number; severity: 'block' | 'review' | 'advise' }[]
}
