import { signal } from '@preact/signals'
import { type DeskView, emptyDesk } from '../messages/view.ts'
import { browser } from '../platform/browser.ts'
import { kept } from '../platform/kept.ts'

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

/** The tab that a panel stands beside: named in its own address (popup window), else the active tab of its window. */
export async function tabBeside(): Promise<number | null> {
  const named = new URLSearchParams(location.search).get('tab')
  if (named !== null && /^\d{1,12}$/.test(named)) return Number(named)
  const [active] = await browser.tabs.query({ active: true, currentWindow: true })
  return active?.id ?? null
}
