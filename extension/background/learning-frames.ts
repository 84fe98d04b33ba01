import type { Lesson } from '../messages/learning.ts'
import { askFrame, Refused } from '../messages/wire.ts'
import { browser } from '../platform/browser.ts'
import { learnText as text } from '../platform/text/learning.ts'
import { weightOf } from './taught-profile.ts'

/** Puts the picker into every frame of a tab and answers the one whose form was recognised best. Refused where no frame holds one. */
export async function lookAround(tab: number): Promise<{ frame: number; lesson: Lesson }> {
  const target = { tabId: tab, allFrames: true }
  const frames = await browser.scripting.executeScript({ target, files: ['/picker.js'] }).catch(() => {
    throw new Refused(text.noAccess)
  })
  const seen: { frame: number; lesson: Lesson }[] = []
  for (const { frameId } of frames) {
    const got = await askFrame(tab, frameId, 'learn.look', {})
    if (got !== null) seen.push({ frame: frameId, lesson: got.lesson })
  }
  const [best] = seen.sort((a, b) => weightOf(b.lesson) - weightOf(a.lesson))
  if (best === undefined || weightOf(best.lesson) === 0) throw new Refused(text.nothingThere)
  return best
}
