import { signal } from '@preact/signals'
import type { DeskView, HouseView } from '../messages/view.ts'
import { browser } from '../platform/browser.ts'
import { kept } from '../platform/kept.ts'

/** What a panel shows before the background has laid out anything. */
export const emptyHouse: HouseView = {
  worker: null,
  reach: 'never',
  refusal: null,
  person: null,
  expired: false,
  needsPin: false,
  ruleset: { version: 'v0', from: 'built-in', fetchedAt: null },
  waiting: 0,
  oldestWaitingAt: null,
  stuck: [],
}

export function emptyDesk(tab: number): DeskView {
  return {
    tab,
    page: 'unknown',
    origin: null,
    siteName: null,
    lock: null,
    checkingSince: null,
    check: null,
    failure: null,
    verdict: null,
    reason: null,
    held: null,
    review: null,
    changed: null,
    release: null,
    emergency: false,
  }
}

export const house = signal<HouseView>(emptyHouse)
export const desk = signal<DeskView | null>(null)

let stopDesk: (() => void) | null = null

/** Follow one tab's desk. The background writes it; a panel only reads. */
export async function follow(tab: number): Promise<void> {
  stopDesk?.()
  const row = kept<DeskView>('session', `desk:${tab}`, emptyDesk(tab))
  desk.value = emptyDesk(tab)
  stopDesk = row.watch((value) => {
    desk.value = value
  })
  desk.value = await row.get()
}

export async function followHouse(): Promise<void> {
  const row = kept<HouseView>('session', 'house', emptyHouse)
  row.watch((value) => {
    house.value = value
  })
  house.value = await row.get()
}

/** The tab that a panel stands beside: named in its own address (popup window), else the active tab of its window. */
export async function tabBeside(): Promise<number | null> {
  const named = new URLSearchParams(location.search).get('tab')
  if (named !== null && /^\d{1,12}$/.test(named)) return Number(named)
  const [active] = await browser.tabs.query({ active: true, currentWindow: true })
  return active?.id ?? null
}
