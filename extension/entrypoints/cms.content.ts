import type { ContentScriptDefinition } from 'wxt'
import { defineContentScript } from 'wxt/utils/define-content-script'
import type { Draft } from '#shared/draft/draft.ts'
import type { Profile } from '#shared/ruleset/profile.ts'
import { askAgain } from '../adapters/connect.ts'
import { FormFrame } from '../adapters/form-frame.ts'
import { frameAddress } from '../adapters/frame-address.ts'
import { openOverlay } from '../adapters/overlay.ts'
import { openPort } from '../gate/page-port.ts'
import { restoreInPage } from '../gate/page-restore.ts'
import { askSubmitted } from '../gate/page-submitted.ts'
import { PublishGuard } from '../gate/publish-guard.ts'
import type { Marks, ReadingProgress } from '../messages/messages.ts'
import { answerBackground, askBackground } from '../messages/wire.ts'
import { isOrphaned } from '../platform/browser.ts'
import '../adapters/highlight.css'

/** In every frame of a connected CMS that has an address, in our own world. The real `matches` are given when a site is connected. */
const cms: ContentScriptDefinition = defineContentScript({
  matches: ['http://localhost/*'],
  runAt: 'document_start',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  main() {
    if (frameAddress(window)?.form !== document) return
    // At once: the wrapper must have the port before the page has a script.
    const port = openPort(window)
    const leave = (): void => port.postMessage({ kind: 'leave' })
    askAgain(() => askBackground('page.connect', { url: location.href })).then(
      ({ profile }) => (profile === null ? leave() : joinForm(port, profile)),
      leave,
    )
  },
})
export default cms

/** Reads, checks and marks by one profile, until `stop`. */
function openReading(profile: Profile): { frame: FormFrame; stop(): void } {
  const reading = new AbortController()
  const touched = (detail: string): void => {
    reading.abort()
    void askBackground('page.touched', { detail }).catch(() => {})
  }
  const check = (draft: Draft): Promise<Marks> =>
    askBackground('page.check', { draft }).catch((error: unknown) => {
      if (isOrphaned()) reading.abort()
      throw error
    })
  const progress = (to: ReadingProgress | null): void => {
    void askBackground('page.progress', { progress: to }).catch(() => {})
  }
  const overlay = openOverlay(document)
  const frame = new FormFrame(document, profile, { check, touched, progress }, overlay, reading.signal)
  const stop = (): void => {
    reading.abort()
    overlay.remove()
  }
  return { frame, stop }
}

function joinForm(port: MessagePort, first: Profile): void {
  // The guard outlives the reading: a page whose extension was updated still holds, quietly, and loses nothing.
  const guarding = new AbortController()
  let profile = first
  let { frame, stop } = openReading(profile)
  const guard = new PublishGuard(
    window,
    profile,
    port,
    {
      read: () => frame.read(),
      publish: async (draft, control) => (await askBackground('page.publish', { draft, control })).verdict,
      held: (draft, way) => askBackground('page.held', { draft, way }),
      sentence: (shown) => frame.showSentence(shown),
    },
    guarding.signal,
  )
  /** A profile was mended or withdrawn: this page follows without a reload, which could lose a draft. */
  const follow = async (): Promise<void> => {
    const { profile: next } = await askBackground('page.connect', { url: location.href })
    if (JSON.stringify(next) === JSON.stringify(profile)) return
    stop()
    if (next === null) return guarding.abort()
    profile = next
    ;({ frame, stop } = openReading(profile))
    guard.follow(profile)
  }
  answerBackground(
    {
      'page.read': async () => ({ draft: frame.read() }),
      'page.submitted': async () => ({ source: await askSubmitted(port, profile) }),
      'page.settle': async () => {
        await frame.settle()
        return {}
      },
      'page.changed': async () => {
        await follow()
        return null
      },
      'page.pause': async ({ on }) => {
        guard.pause(on)
        return null
      },
      'page.paint': async ({ marks }) => {
        await frame.show(marks)
        return null
      },
      'page.reveal': async ({ span }) => ({ found: frame.reveal(span) }),
      'page.release': async ({ control }) => ({ pressed: await guard.release(control) }),
      'page.sentence': async ({ shown }) => {
        frame.showSentence(shown)
        return null
      },
      'page.restore': async ({ draft }) => {
        const unread = [...frame.restoreFields(draft), ...(await restoreInPage(port, profile, draft))]
        return { restored: unread.length === 0, unread }
      },
    },
    guarding.signal,
  )
}
