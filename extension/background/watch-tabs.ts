import { profileFor } from '../adapters/profiles/profile-for.ts'
import { emptyDesk } from '../messages/view.ts'
import { askFrame } from '../messages/wire.ts'
import { browser } from '../platform/browser.ts'
import type { Office } from './office.ts'

/** A desk ends with its tab; one whose page went elsewhere forgets it, so that no old verdict stands beside a new page. */
export function watchTabs(office: Office): void {
  const { desks } = office
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'update') void markStale(office)
  })
  browser.tabs.onRemoved.addListener((tab) => {
    void desks.close(tab)
    void office.learning.cancel(tab)
  })
  browser.tabs.onUpdated.addListener((tab, { status }, { url }) => {
    const desk = desks.known(tab)
    if (status !== 'complete' || desk?.view.page !== 'ready') return
    void desks.inTurn(tab, async (one) => {
      // Its own script has told of this page, and may not listen yet.
      if (url === one.seat.url) return
      const there = await askFrame(tab, one.seat.frame, 'page.read', {})
      if (there === null) await desks.write(one, { ...emptyDesk(tab), release: one.view.release })
    })
  })
}

/** The extension was updated under open pages: their scripts are orphans, which hold but cannot ask. Said until the person reloads; never done for them. */
async function markStale({ desks, ...office }: Office): Promise<void> {
  const profiles = await office.profiles()
  for (const { id, url } of await browser.tabs.query({})) {
    // `url` is there only for the sites that a person has allowed.
    if (id === undefined || url === undefined || profileFor(url, profiles) === null) continue
    await desks.inTurn(id, (desk) => desks.write(desk, { page: 'stale', origin: new URL(url).origin }))
  }
}
