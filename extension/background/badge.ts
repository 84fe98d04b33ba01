import { browser } from '../platform/browser.ts'
import { badgeText } from '../platform/text/background.ts'
import type { Desk } from './desk.ts'

/**
 * The toolbar button of a tab: a count, no verdict in words; `!` where something was not read or failed. After a held press its badge and its
 * title lead to the panel: Firefox opens it from this button alone.
 */
export function paintBadge({ tab, view }: Desk): void {
  const count = view.check?.total ?? 0
  const unsure = view.failure !== null || view.page === 'stale' || view.page === 'touched'
  const held = view.page === 'ready' && view.held !== null
  const counted = held ? badgeText.heldMark : count > 0 ? String(Math.min(count, 999)) : ''
  const text = unsure ? '!' : view.page === 'ready' ? counted : ''
  const color = unsure ? '#5d3d90' : view.reason === 'blocked' ? '#a3241a' : '#7a4a00'
  // The tab may be gone by now; there is nothing to paint then.
  browser.action.setBadgeText({ tabId: tab, text }).catch(() => undefined)
  browser.action.setBadgeBackgroundColor({ tabId: tab, color }).catch(() => undefined)
  browser.action.setTitle({ tabId: tab, title: held ? badgeText.held : badgeText.title }).catch(() => undefined)
}
