import type { BackgroundDefinition } from 'wxt'
import { defineBackground } from 'wxt/utils/define-background'
import { demoProfiles } from '../adapters/profiles/demo.ts'
import { openOffice } from '../background/office.ts'
import { goRound, rulesChanged } from '../background/rounds.ts'
import { register } from '../background/sites.ts'
import { connectSwitchboard } from '../background/switchboard.ts'
import { watchTabs } from '../background/watch-tabs.ts'
import { NetworkGate } from '../gate/network-gate.ts'
import { browser } from '../platform/browser.ts'
import { watchManaged } from '../platform/managed.ts'
import { openPanel } from '../platform/side-panel.ts'

/** Every listener is registered before anything is awaited: what comes later does not wake the worker. */
const background: BackgroundDefinition = defineBackground(() => {
  const office = openOffice(() => gate, import.meta.env.DEMO === true ? demoProfiles('http://localhost:4180') : [])
  const gate = new NetworkGate(browser, office.publishing.sent, (tab, details) => office.learning.stopped(tab, details))

  connectSwitchboard(office)
  watchTabs(office)
  watchManaged(() => void office.layOut())
  browser.alarms.onAlarm.addListener(() => {
    void goRound(office)
    void office.learning.tidy(Date.now())
  })
  addEventListener('online', () => void goRound(office))
  browser.permissions.onAdded.addListener(() => void register())
  browser.permissions.onRemoved.addListener(() => void register())
  browser.action.onClicked.addListener(({ id }) => {
    if (id !== undefined) openPanel(id)
  })

  void register()
  void office.learning.tidy(Date.now())
  void browser.alarms.create('round', { periodInMinutes: 1 })
  void rulesChanged(office).then(() => goRound(office))
})
export default background
