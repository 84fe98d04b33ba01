import type { Profile } from '#shared/ruleset/profile.ts'
import type { Browser } from '../platform/browser.ts'
import { addressRegex, lockRules, type Resources, type Rule, windowRules } from './lock-rules.ts'
import { RELEASE_WINDOW } from './page-port.ts'
import { isPublish } from './requests.ts'
import { type Sent, sentOf } from './sent.ts'
import { freeTab, isStop, stoppedTabs, stopTab } from './tab-stop.ts'

/** The parts of the browser that the lock is made of. */
export interface NetworkApi {
  declarativeNetRequest: Pick<
    typeof Browser.declarativeNetRequest,
    | 'getDynamicRules'
    | 'updateDynamicRules'
    | 'getSessionRules'
    | 'updateSessionRules'
    | 'isRegexSupported'
    | 'ResourceType'
  >
  webRequest: Pick<typeof Browser.webRequest, 'onBeforeRequest' | 'onSendHeaders' | 'onErrorOccurred'>
}

/** A publish request that left the browser. `released` is true for the one a window was open for. */
export type OnSent = (sent: Sent, profile: Profile, released: boolean) => void

/** A request of a stopped tab that the page sent past the recorder. The browser refuses it. */
export type OnStopped = (tabId: number, details: Browser.webRequest.OnBeforeRequestDetails) => void

/**
 * 锁定: the browser itself refuses the publish requests of locked profiles, whoever sends them. Dynamic rules: they outlive the
 * background and a restart. A release opens a window for one tab: at most 5 s, closed at the first request seen (a few that are
 * sent at the same moment can pass with it; each is reported). Make it once, at the start of the background: a listener that is
 * registered later does not wake it.
 */
export class NetworkGate {
  private profiles: readonly Profile[] = []
  private readonly open = new Map<number, { profile: Profile; timer: ReturnType<typeof setTimeout> }>()
  /** Publish requests that the browser has not sent yet: the lock's are seen before it refuses them. */
  private readonly pending = new Map<string, () => void>()
  private readonly api: NetworkApi
  private readonly stops = new Set<number>()
  private readonly onSent: OnSent
  private readonly onStopped: OnStopped

  constructor(api: NetworkApi, onSent: OnSent, onStopped: OnStopped = () => {}) {
    this.api = api
    this.onSent = onSent
    this.onStopped = onStopped
    const filter = { urls: ['http://*/*', 'https://*/*'] }
    api.webRequest.onBeforeRequest.addListener((details) => this.see(details), filter, ['requestBody'])
    api.webRequest.onSendHeaders.addListener(({ requestId }) => this.settle(requestId, true), filter)
    api.webRequest.onErrorOccurred.addListener(({ requestId }) => this.settle(requestId, false), filter)
  }

  /** Sets the lock for these profiles in place of the one before, and shuts every window that a dead background left open. */
  async lock(profiles: readonly Profile[]): Promise<void> {
    const { declarativeNetRequest: rules } = this.api
    this.profiles = profiles
    const supported = new Set<string>()
    for (const regex of profiles.flatMap(({ publish }) => publish.requests.map(({ url }) => addressRegex(url, true)))) {
      const answer = await rules.isRegexSupported({ regex, isCaseSensitive: false })
      if (answer.isSupported) supported.add(regex)
    }
    const addRules = lockRules(profiles, (regex) => supported.has(regex), this.resources())
    const removeRuleIds = (await rules.getDynamicRules()).map(({ id }) => id)
    await rules.updateDynamicRules({ removeRuleIds, addRules })
    const stale = (await rules.getSessionRules()).filter((rule) => !isStop(rule) && !this.isOpen(rule.condition))
    await rules.updateSessionRules({ removeRuleIds: stale.map(({ id }) => id) })
  }

  /** Lets the profile's publish requests of one tab through, for at most 5 s. Resolves when the browser has it so. */
  async openWindow(profile: Profile, tabId: number): Promise<void> {
    await this.closeWindow(tabId)
    const { declarativeNetRequest: rules } = this.api
    const last = Math.max(0, ...(await rules.getSessionRules()).map(({ id }) => id))
    const timer = setTimeout(() => void this.closeWindow(tabId), RELEASE_WINDOW)
    this.open.set(tabId, { profile, timer })
    await rules.updateSessionRules({ addRules: windowRules(profile, tabId, last + 1, this.resources()) })
  }

  /** Shuts a tab's window. Safe to call for one that is shut. */
  async closeWindow(tabId: number): Promise<void> {
    clearTimeout(this.open.get(tabId)?.timer)
    this.open.delete(tabId)
    const { declarativeNetRequest: rules } = this.api
    const own = (await rules.getSessionRules()).filter(
      (rule) => !isStop(rule) && rule.condition.tabIds?.includes(tabId),
    )
    if (own.length > 0) await rules.updateSessionRules({ removeRuleIds: own.map(({ id }) => id) })
  }

  /** While a page is learnt: nothing leaves this tab, whatever is pressed in it. */
  async stop(tabId: number): Promise<void> {
    this.stops.add(tabId)
    await stopTab(this.api.declarativeNetRequest, tabId)
  }

  async free(tabId: number): Promise<void> {
    this.stops.delete(tabId)
    await freeTab(this.api.declarativeNetRequest, tabId)
  }

  /** The tabs that are stopped now; also after the background died. */
  async stopped(): Promise<number[]> {
    return await stoppedTabs(this.api.declarativeNetRequest)
  }

  private resources(): Resources {
    return Object.values(this.api.declarativeNetRequest.ResourceType)
  }

  private isOpen(condition: Rule['condition']): boolean {
    return condition.tabIds?.some((tabId) => this.open.has(tabId)) ?? false
  }

  private see(details: Browser.webRequest.OnBeforeRequestDetails): undefined {
    if (this.stops.has(details.tabId)) return void this.onStopped(details.tabId, details)
    // One CMS can have a profile an editor over the same addresses: the tab's own comes first.
    const window = this.open.get(details.tabId)
    for (const profile of window === undefined ? this.profiles : [window.profile]) {
      const sent = sentOf(details, profile.charset)
      if (!isPublish(sent, { requests: profile.publish.requests, saves: profile.saves })) continue
      if (window !== undefined) void this.closeWindow(details.tabId)
      this.pending.set(details.requestId, () => this.onSent(sent, profile, window !== undefined))
      return
    }
  }

  private settle(requestId: string, left: boolean): void {
    if (left) this.pending.get(requestId)?.()
    this.pending.delete(requestId)
  }
}
