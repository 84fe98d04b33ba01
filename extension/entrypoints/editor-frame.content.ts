import type { ContentScriptDefinition } from 'wxt'
import { defineContentScript } from 'wxt/utils/define-content-script'
import type { Profile } from '#shared/ruleset/profile.ts'
import { BodyMarks } from '../adapters/body-marks.ts'
import { askAgain } from '../adapters/connect.ts'
import { type FrameAddress, frameAddress } from '../adapters/frame-address.ts'
import { answerBackground, askBackground } from '../messages/wire.ts'
import '../adapters/highlight.css'

/**
 * In the frames that editors write into, which have no address of their own. Not at document_start: Chromium has none for a frame
 * with a `javascript:` address (UEditor).
 */
const editorFrame: ContentScriptDefinition = defineContentScript({
  matches: ['http://localhost/*'],
  runAt: 'document_end',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  main() {
    const address = frameAddress(window)
    if (address === null || address.form === document) return
    askAgain(() => askBackground('page.connect', { url: address.url })).then(
      ({ profile }) => {
        if (profile !== null) joinEditor(address, profile)
      },
      () => {},
    )
  },
})
export default editorFrame

/** Paints what lies in this frame and knows nothing more. */
function joinEditor({ form, url }: FrameAddress, first: Profile): void {
  let reading = new AbortController()
  const touched = (detail: string): void => {
    reading.abort()
    askBackground('page.touched', { detail }).catch(() => {})
  }
  const open = (profile: Profile): BodyMarks => new BodyMarks(document, form, profile, touched, reading.signal)
  let marks = open(first)
  answerBackground(
    {
      'page.changed': async () => {
        const { profile } = await askBackground('page.connect', { url })
        reading.abort()
        reading = new AbortController()
        if (profile !== null) marks = open(profile)
        return null
      },
      'page.paint': async (ask) => {
        await marks.show(ask.marks)
        return null
      },
      'page.reveal': async ({ span }) => ({ found: marks.reveal(span) }),
    },
    new AbortController().signal,
  )
  // The form may have been checked before this frame was there.
  askBackground('page.marks', {}).then(
    (last) => (last === null ? undefined : marks.show(last)),
    () => {},
  )
}
