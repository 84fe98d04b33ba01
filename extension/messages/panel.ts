import type { Span } from '#shared/draft/span.ts'
import type { Answers, ReviewQuestions } from './review.ts'
import type { Snapshot } from './view.ts'

/** Side panel and options page → background. `tab` is the CMS tab the panel stands beside. Every refusal is a Chinese sentence. */
export interface PanelQuestions {
  /** Read the draft again and check it; also what a panel says when it opens. */
  'panel.check': { ask: { tab: number }; answer: null }
  'panel.reveal': { ask: { tab: number; span: Span }; answer: { found: boolean } }
  /** 误报: kept with its reason, sent with the next submission and counted for the rule's precision. */
  'panel.dispute': { ask: { tab: number; rule: string; start: number; reason: string }; answer: null }
  /** 送审. Kept in the outbox until the Worker acknowledges it. */
  'panel.submit': { ask: { tab: number; note: string; answers: Answers }; answer: { queued: boolean } }
  'panel.withdraw': { ask: { tab: number }; answer: null }
  /** Approved and unchanged: open the gate for this tab, press the page's own control, compare what was sent. */
  'panel.publish': { ask: { tab: number }; answer: null }
  /** 应急通道: publishes before review, with a reason, as its own entry of the ledger. */
  'panel.emergency': { ask: { tab: number; reason: string }; answer: null }
  'panel.snapshots': { ask: { tab: number }; answer: { snapshots: Snapshot[] } }
  'panel.restore': { ask: { tab: number; id: string }; answer: { restored: boolean } }
  'session.signIn': { ask: { worker: string; invitation: string; pin: string | null }; answer: null }
  'session.renew': { ask: { pin: string | null }; answer: null }
  'session.signOut': { ask: Record<string, never>; answer: null }
  'site.connect': { ask: { origin: string }; answer: null }
  'site.disconnect': { ask: { origin: string }; answer: null }
  'site.list': { ask: Record<string, never>; answer: { sites: { origin: string; on: boolean; name: string }[] } }
  'outbox.drain': { ask: Record<string, never>; answer: { waiting: number } }
  'diagnostics.read': { ask: Record<string, never>; answer: { text: string } }
}

export type FromPanel = PanelQuestions & ReviewQuestions
