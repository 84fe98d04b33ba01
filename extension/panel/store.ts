import { signal } from '@preact/signals'
import { type DeskView, emptyDesk } from '../messages/view.ts'
import { browser } from '../platform/browser.ts'
import { kept } from '../platform/kept.ts'
import { settleHopes } from './confirming.ts'

export const desk = signal<DeskView | null>(null)

/** Whether 解读方案 is being written: its form is also opened from the finding that asks for it. */
export const planning = signal(false)

let stopDesk: (() => void) | null = null

/** Follow one tab's desk. The background writes it; a panel only reads. */
export async function follow(tab: number): Promise<void> {
  stopDesk?.()
  planning.value = false
  const row = kept<DeskView>('session', `desk:${tab}`, emptyDesk(tab))
  desk.value = emptyDesk(tab)
  stopDesk = row.watch((value) => {
    settleHopes(value)
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
