import { emptyDesk } from '../messages/view.ts'
import { askFrame } from '../messages/wire.ts'
import { browser } from '../platform/browser.ts'
import type { Office } from './office.ts'

/** A desk ends with its tab; one whose page went elsewhere forgets it, so that no old verdict stands beside a new page. */
export function watchTabs({ desks }: Office): void {
  browser.tabs.onRemoved.addListener((tab) => void desks.close(tab))
  browser.tabs.onUpdated.addListener((tab, { status }) => {
    const desk = desks.known(tab)
    if (status !== 'complete' || desk?.view.page !== 'ready') return
    void desks.inTurn(tab, async (one) => {
      const there = await askFrame(tab, one.seat.frame, 'page.read', {})
      if (there === null) await desks.write(one, { ...emptyDesk(tab), release: one.view.release })
    })
  })
}
