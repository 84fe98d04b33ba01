import type { ContentScriptDefinition } from 'wxt'
import { defineContentScript } from 'wxt/utils/define-content-script'
import type { Profile } from '#shared/ruleset/profile.ts'
import { BodyMarks } from '../adapters/body-marks.ts'
import { type FrameAddress, frameAddress } from '../adapters/frame-address.ts'
import { answerBackground, askBackground } from '../messages/wire.ts'
import '../adapters/highlight.css'

/**
 * In every frame of a connected CMS that an editor wrote into. Not at `document_start`: Chromium never comes to that moment in a frame with a
 * `javascript:` address, which is how UEditor makes its own.
 */
const editorFrame: ContentScriptDefinition = defineContentScript({
  matches: ['http://localhost/*'],
  runAt: 'document_idle',
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  main() {
    const address = frameAddress(window)
    if (address === null || address.form === document) return
    askBackground('page.connect', { url: address.url }).then(
      ({ profile }) => {
        if (profile !== null) joinEditor(address, profile)
      },
      () => {},
    )
  },
})
export default editorFrame

/** It paints what lies in this frame and knows nothing more. */
function joinEditor({ form }: FrameAddress, profile: Profile): void {
  const reading = new AbortController()
  const marks = new BodyMarks(
    document,
    form,
    profile,
    (detail) => {
      reading.abort()
      void askBackground('page.touched', { detail }).catch(() => {})
    },
    reading.signal,
  )
  answerBackground(
    {
      'page.paint': async (ask) => {
        await marks.show(ask.marks)
        return null
      },
      'page.reveal': async ({ span }) => ({ found: marks.reveal(span) }),
    },
    reading.signal,
  )
}
