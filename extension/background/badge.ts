import { browser } from '../platform/browser.ts'
import type { Desk } from './desk.ts'

/** The toolbar button of a tab: a count, no verdict in words; `!` where something was not read or failed. */
export function paintBadge({ tab, view }: Desk): void {
  const count = view.check?.total ?? 0
  const unsure = view.failure !== null || view.page === 'stale' || view.page === 'touched'
  const text = view.page !== 'ready' && !unsure ? '' : unsure ? '!' : count > 0 ? String(Math.min(count, 999)) : ''
  const color = unsure ? '#5d3d90' : view.reason === 'blocked' ? '#a3241a' : '#7a4a00'
  // The tab may be gone by now; there is nothing to paint then.
  browser.action.setBadgeText({ tabId: tab, text }).catch(() => undefined)
  browser.action.setBadgeBackgroundColor({ tabId: tab, color }).catch(() => undefined)
}
