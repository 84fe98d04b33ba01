import type { Draft, Unread } from '#shared/draft/draft.ts'
import type { Span } from '#shared/draft/span.ts'
import type { Profile } from '#shared/ruleset/profile.ts'
import type { Lesson, PagePart, Recorded, Taught, Trial } from './learning.ts'

/** What may be shown inside the CMS page: places, a count and one colour word. No rule, basis, advice or verdict (THREATS.md §3.4). */
export interface Marks {
  spans: readonly Span[]
  count: number
  /** `stampOf(draft.body.source)` of the draft that was checked: a frame whose editable moved on since paints nothing of it. */
  stamp: string
}

/** How far the reading of attachments is: files done and in all, and bytes of the one on its way. */
export interface ReadingProgress {
  done: number
  of: number
  bytes: number
}

/** Content script → background. The background trusts `sender.tab`, `sender.frameId`, `sender.url` and these shapes, nothing else. */
export interface FromPage {
  /** A frame came up. `profile` is null where this page is not connected, or is switched off here; then the frame does nothing more. */
  'page.connect': { ask: { url: string }; answer: { profile: Profile | null } }
  /** The draft changed and has been quiet for 400 ms (or the panel asked). */
  'page.check': { ask: { draft: Draft }; answer: Marks }
  /** A frame that an editor wrote into came up: what the last check of this tab marked, to paint its part. Null where there was none yet. */
  'page.marks': { ask: Record<string, never>; answer: Marks | null }
  /**
   * A publish control was pressed. `hold`: the page keeps still. `open`: the page presses the control itself, for one
   * request within 5 s, so the background opens its network window before it answers. `control` is what `page.release` takes.
   */
  'page.publish': { ask: { draft: Draft; control: string }; answer: { verdict: 'open' | 'hold' } }
  /** The page wrapper or guard stopped a request that publishes (script, `form.submit()`, fetch …). */
  'page.held': { ask: { draft: Draft | null; way: string }; answer: Record<string, never> }
  /** How far the reading of attachments is; null when nothing is on its way. */
  'page.progress': { ask: { progress: ReadingProgress | null }; answer: Record<string, never> }
  /** The editable looks different after our work than before: we leave this page and say so. */
  'page.touched': { ask: { detail: string }; answer: Record<string, never> }
  /** Learning: a part was pointed at. `taught` null: it cannot be that part; `part` null: the person left with Escape. */
  'learn.picked': { ask: { part: PagePart | null; taught: Taught | null }; answer: Record<string, never> }
  /** Learning: the press that is being learnt would have sent this. It was held. */
  'learn.recorded': { ask: { request: Omit<Recorded, 'carries'> }; answer: Record<string, never> }
}

/** Background → content scripts of one tab. */
export interface ToPage {
  /** Read the draft now, from the frame that holds the form. Null from every other frame. */
  'page.read': { ask: Record<string, never>; answer: { draft: Draft } | null }
  /** What the editor itself says it would submit: a claim. Null from a frame without the form, or where nobody can say. */
  'page.submitted': { ask: Record<string, never>; answer: { source: string | null } | null }
  /** Look again at every file behind the attachments' links. Answers when each was read or has its reason: minutes, at worst. */
  'page.settle': { ask: Record<string, never>; answer: Record<string, never> }
  /** Each frame paints what lies in its own document. */
  'page.paint': { ask: { marks: Marks }; answer: null }
  /** Scroll to a place and flash it. `found` is true in the frame that holds it. */
  'page.reveal': { ask: { span: Span }; answer: { found: boolean } }
  /** Put a kept draft back into the form: 恢复. */
  'page.restore': { ask: { draft: Draft }; answer: { restored: boolean; unread: Unread[] } }
  /** Press the publish control in the page's own world and let exactly one publish request through, within 5 s. The network window is open before this is sent. */
  'page.release': { ask: { control: string }; answer: { pressed: boolean } | null }
  /** The one fixed sentence at a hold, on or off. */
  'page.sentence': { ask: { shown: boolean }; answer: null }
  /** The profiles changed: ask again which one is this page's. */
  'page.changed': { ask: Record<string, never>; answer: null }
  /** While this tab's requests are stopped for learning, a press of 发布 is let through to the page. */
  'page.pause': { ask: { on: boolean }; answer: null }
  /** Learning, in the frames that the background put the picker into. What is recognised in this frame. */
  'learn.look': { ask: Record<string, never>; answer: { lesson: Lesson } }
  /** Have the person point at a part; null ends it. `keys`: the keys go to this frame. */
  'learn.pick': { ask: { part: PagePart | null; keys: boolean }; answer: null }
  /** Listen to the recorder that was put into the page's own world; or end it. */
  'learn.record': { ask: { on: boolean }; answer: { ready: boolean } }
  'learn.try': { ask: { profile: Profile }; answer: Trial }
  'learn.end': { ask: Record<string, never>; answer: null }
}
