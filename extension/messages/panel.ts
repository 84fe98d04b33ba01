import type { InterpretationPlan } from '#shared/draft/interpretation-plan.ts'
import type { Span } from '#shared/draft/span.ts'
import type { PagePart } from './learning.ts'
import type { ReviewQuestions } from './review.ts'
import type { Snapshot } from './view.ts'

type Nothing = Record<string, never>

/** Side panel and options page → background. `tab` is the CMS tab the panel stands beside. Every refusal is a Chinese sentence. */
export interface PanelQuestions {
  /** Read the draft again and check it; also what a panel says when it opens. */
  'panel.check': { ask: { tab: number }; answer: null }
  'panel.reveal': { ask: { tab: number; span: Span }; answer: { found: boolean } }
  /** 误报: kept with its reason, sent with the next submission. `null` takes it back. */
  'panel.dispute': { ask: { tab: number; key: string; reason: string | null }; answer: null }
  /** 稿件类型, chosen by the editor with a reason. `null`: the engine's own again. */
  'panel.classify': { ask: { tab: number; kind: string | null; reason: string }; answer: null }
  /** 解读方案, sent with the next submission. `null` takes it back. */
  'panel.plan': { ask: { tab: number; plan: InterpretationPlan | null }; answer: null }
  /** Ask again what is behind the linked interpretations: after a site was allowed. */
  'panel.links': { ask: { tab: number }; answer: null }
  /** What was not read and a person has opened and looked at, by name (`Unread.what`); taken back with `on: false`. */
  'panel.confirm': { ask: { tab: number; what: string; on: boolean }; answer: null }
  /** 送审. On disk in the outbox before this answers. Refused while something unread is not confirmed. */
  'panel.submit': { ask: { tab: number; words: string }; answer: { sent: boolean } }
  'panel.withdraw': { ask: { tab: number; reason: string }; answer: null }
  /** Approved and unchanged: open the gate for this tab, press the page's own control, compare what was sent. */
  'panel.publish': { ask: { tab: number }; answer: null }
  /** 应急通道: publishes before review, with a reason, as its own entry of the ledger. */
  'panel.emergency': { ask: { tab: number; reason: string }; answer: null }
  'panel.snapshots': { ask: { tab: number }; answer: { snapshots: Snapshot[] } }
  'panel.restore': { ask: { tab: number; id: string }; answer: { restored: boolean } }
  'session.signIn': { ask: { worker: string; invitation: string; pin: string | null }; answer: null }
  'session.renew': { ask: { pin: string | null }; answer: null }
  'session.signOut': { ask: Nothing; answer: null }
  'site.connect': { ask: { origin: string }; answer: null }
  'site.disconnect': { ask: { origin: string }; answer: null }
  'site.list': { ask: Nothing; answer: { sites: SiteRow[] } }
  /** Ask the Worker for everything anew: session, rules, settings, reviews; send what waits. */
  'house.refresh': { ask: Nothing; answer: null }
  'outbox.discard': { ask: { idem: string }; answer: null }
  'diagnostics.read': { ask: Nothing; answer: { text: string } }
}

/** 学习模式 and the profiles of this browser. What is learnt so far is laid out as `LearnView`. */
export interface LearningQuestions {
  'learning.begin': { ask: { tab: number }; answer: null }
  'learning.pick': { ask: { tab: number; part: PagePart | null }; answer: null }
  'learning.drop': { ask: { tab: number; part: PagePart }; answer: null }
  /** Stops every request of the tab and waits for the press. */
  'learning.record': { ask: { tab: number; what: 'publish' | 'save' }; answer: null }
  'learning.skipSave': { ask: { tab: number }; answer: null }
  'learning.save': { ask: { tab: number; name: string }; answer: null }
  'learning.cancel': { ask: { tab: number }; answer: null }
  'learning.reload': { ask: { tab: number }; answer: null }
  'profiles.list': { ask: Nothing; answer: { profiles: ProfileRow[] } }
  'profiles.change': { ask: { id: string; name?: string | undefined; off?: boolean | undefined }; answer: null }
  /** `text`: the file again, so that it can be put back. */
  'profiles.remove': { ask: { id: string }; answer: { text: string } }
  'profiles.export': { ask: { id: string }; answer: { text: string } }
  'profiles.import': { ask: { text: string }; answer: { name: string } }
  /** 下发: an admin puts it before the bureau's own profiles on the Worker. */
  'profiles.publish': { ask: { id: string }; answer: null }
}

export interface ProfileRow {
  id: string
  name: string
  matches: string[]
  lock: 'locked' | 'guard-only'
  from: 'worker' | 'here'
  off: boolean
  /** The bureau has a profile of the same page, which is used instead. */
  overridden: boolean
  /** What the first look at the page found missing; null before it, and for the Worker's. */
  gone: string[] | null
}

export interface SiteRow {
  origin: string
  /** Null, and no lock: allowed, and no profile knows a page of it yet. */
  name: string | null
  on: boolean
  lock: 'locked' | 'guard-only' | null
  /** The bureau's policy wants it on. */
  managed: boolean
}

export type FromPanel = PanelQuestions & LearningQuestions & ReviewQuestions
