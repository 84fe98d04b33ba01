import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { frameAddress } from '../adapters/frame-address.ts'
import { answerBackground, askBackground } from '../messages/wire.ts'
import { Learner } from '../picker/learner.ts'
import { suggest } from '../picker/suggest.ts'

/** In every frame of a tab that is being learnt, put in by the background when a person asks for it. */
export default defineUnlistedScript(() => {
  if (frameAddress(window)?.form !== document) return
  const ending = new AbortController()
  const learner = new Learner(window, {
    picked: (part, taught) => void askBackground('learn.picked', { part, taught }).catch(() => {}),
    cancelled: () => void askBackground('learn.picked', { part: null, taught: null }).catch(() => {}),
    recorded: (request) => void askBackground('learn.recorded', { request }).catch(() => {}),
  })
  answerBackground(
    {
      'learn.look': async () => ({ lesson: suggest(document) }),
      'learn.pick': async ({ part, keys }) => {
        learner.pick(part)
        if (keys) window.focus()
        return null
      },
      'learn.record': async ({ on }) => {
        learner.record(on)
        return { ready: true }
      },
      'learn.try': async ({ profile }) => learner.try(profile),
      'learn.end': async () => {
        learner.pick(null)
        learner.record(false)
        ending.abort()
        return null
      },
    },
    ending.signal,
  )
})
