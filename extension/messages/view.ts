import type { YearPlan } from '#shared/calendar/year-plan.ts'
import type { Unread } from '#shared/draft/draft.ts'
import type { Span } from '#shared/draft/span.ts'
import type { Coverage, Severity } from '#shared/rules/finding.ts'
import type { HoldReason } from '../gate/verdict.ts'
import type { InterpretationView, LinkView } from './interpretation-view.ts'
import type { ReadingProgress } from './messages.ts'

/** What the background lays out for the panel, in `storage.session` under `desk:<tab>`. Plain data; personal numbers are masked already. */
export interface DeskView {
  tab: number
  /** Which page this is to us. `unknown`: no profile matches. `off`: switched off here. `stale`: the extension was updated under the page. `touched`: we left because the editable changed. */
  page: 'unknown' | 'off' | 'ready' | 'stale' | 'touched'
  origin: string | null
  lock: 'locked' | 'guard-only' | null
  checkingSince: number | null
  /** Files behind the attachments that are being read now. */
  reading: ReadingProgress | null
  /** What was not read and a person has confirmed for what stands there now, by name. */
  confirmed: readonly string[]
  /** The last check, or null when none was made (which is never 没有问题). */
  check: CheckView | null
  /** A sentence when the last try to read or check failed. */
  failure: string | null
  verdict: 'open' | 'confirm' | 'hold' | null
  reason: HoldReason | null
  /** A publish was pressed and held; which way it went. */
  held: { at: number; way: string } | null
  review: ReviewView | null
  /** Blocks that differ from what was sent for review; null when nothing was sent or nothing differs. */
  changed: BlockChange[] | null
  release: ReleaseView | null
  /** By address: what was found behind the published interpretations of a policy. */
  links: Readonly<Record<string, LinkView>>
}

export interface CheckView {
  at: number
  ms: number
  contentHash: string
  ruleset: string
  title: string
  characters: number
  findings: FindingView[]
  /** How many there are in all; `findings` holds at most the first 300. */
  total: number
  coverage: Coverage
  attachments: AttachmentView[] | null
  interpretation: InterpretationView
  documentNumber: string | null
  department: string | null
  /** 稿件类型. `because`: the editor's reason for another one than the engine's; null where the engine's stands. */
  kind: { is: string; sign: string; because: string | null }
}

export interface FindingView {
  rule: string
  severity: Severity
  message: string
  advice: string
  basis: string
  why: string
  span: Span
  /** 第 3 段, 标题, 附件 2 … */
  place: string
  before: string
  /** Masked: never a whole number of a person. */
  text: string
  after: string
  disputed: string | null
}

export interface AttachmentView {
  name: string
  size: number | null
  /** Null where the file could not be read; `unread` says why. */
  sha256: string | null
  unread: Unread[]
}

export interface ReviewView {
  id: string | null
  /** `queued`: still in the outbox. The rest are the workflow's own states. */
  state: string
  submittedAt: number
  contentHash: string
  matches: boolean
  level: string | null
  decision: { verdict: string; by: string; at: number; reason: string } | null
  /** 已存证 only after the inclusion proof was verified here. */
  proof: 'verified' | 'pending' | 'failed'
  entry: number | null
  /** The day by which a decision is due; null where the Worker has not said one. */
  dueOn: string | null
}

export interface BlockChange {
  kind: 'same' | 'added' | 'removed'
  text: string
}

export interface ReleaseView {
  state: 'open' | 'match' | 'differs' | 'extra' | 'unverifiable' | 'refused'
  /** 应急发布: it went out before its review, which is due. */
  emergency: boolean
  /** Of the draft that the release was about. */
  contentHash: string | null
  at: number
  url: string | null
  sentence: string | null
}

/** Common to every page of ours, under `house` in `storage.session`. */
export interface HouseView {
  worker: string | null
  /** `never`: no address is set. */
  reach: 'never' | 'online' | 'offline' | 'refused'
  refusal: string | null
  person: { id: string; name: string; role: string; bureau: string; levels: string[]; emergency: boolean } | null
  /** A device is registered but its session ended: 请重新登录. */
  expired: boolean
  /** This machine's clock is hours ahead of the Worker's, or behind it. */
  clock: 'fast' | 'slow' | null
  needsPin: boolean
  ruleset: {
    version: string
    from: 'built-in' | 'worker'
    fetchedAt: number | null
    refused: boolean
    /** 放假安排 that it adds to those that ship. */
    years: readonly YearPlan[]
  }
  waiting: number
  oldestWaitingAt: number | null
  /** What the Worker refused, kept for a person to see. */
  stuck: { idem: string; sentence: string }[]
  /** What the bureau's IT set for this machine; null where it set nothing. */
  managed: ManagedView | null
}

/** 单位策略. Null: that line is not set. `faults`: names of lines that are set and cannot be used. */
export interface ManagedView {
  worker: string | null
  tenant: string | null
  /** Origins that are always on. */
  sites: readonly string[]
  failPolicy: 'closed' | 'clean-open' | null
  faults: readonly string[]
}

export interface Snapshot {
  id: string
  title: string
  keptAt: number
  characters: number
}

/** What a panel shows before the background has laid out anything. */
export const emptyHouse: HouseView = {
  worker: null,
  reach: 'never',
  refusal: null,
  person: null,
  expired: false,
  clock: null,
  needsPin: false,
  ruleset: { version: 'v0', from: 'built-in', fetchedAt: null, refused: false, years: [] },
  waiting: 0,
  oldestWaitingAt: null,
  stuck: [],
  managed: null,
}

export function emptyDesk(tab: number): DeskView {
  return {
    tab,
    page: 'unknown',
    origin: null,
    lock: null,
    checkingSince: null,
    reading: null,
    confirmed: [],
    check: null,
    failure: null,
    verdict: null,
    reason: null,
    held: null,
    review: null,
    changed: null,
    release: null,
    links: {},
  }
}
