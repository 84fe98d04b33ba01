import type { Profile } from '#shared/ruleset/profile.ts'
import type { Browser } from '../platform/browser.ts'
import { addressRegex, lockRules, type Resources, windowRules } from './lock-rules.ts'
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
  tabs: Pick<typeof Browser.tabs, 'query'>
}

/**
 * A publish request that left the browser. `released` is true for the one a window was open for; `sent.tabId` is then the tab of
 * the release, whichever tab its form opened.
 */
export type OnSent = (sent: Sent, profile: Profile, released: boolean) => void

/** A release that stands in the network: whose, the rules that make it, and the tabs that it is not for. */
interface Opening {
  tabId: number
  profile: Profile
  timer: ReturnType<typeof setTimeout>
  ruleIds: readonly number[]
  others: ReadonlySet<number>
}
/** A request of a stopped tab that the page sent past the recorder. The browser refuses it. */
export type OnStopped = (tabId: number, details: Browser.webRequest.OnBeforeRequestDetails) => void

/**
 * 锁定: the browser itself refuses the publish requests of locked profiles, whoever sends them. Dynamic rules: they outlive the
 * background and a restart. A release opens a window for one tab and a tab that its form opens: at most 5 s, closed at the first
 * request seen (a few that are sent at the same moment can pass with it; each is reported). Make it once, at the start of the
 * background: a listener that is registered later does not wake it.
 */
export class NetworkGate {
  /** Null until the first `lock`: what was seen before it waits, for that may be the very request that woke the background. */
  private profiles: readonly Profile[] | null = null
  private early: (() => void)[] = []
  private readonly open = new Map<number, Opening>()
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
    const filter = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] }
    const events = api.webRequest
    events.onBeforeRequest.addListener((details) => this.inTurn(() => this.see(details)), filter, ['requestBody'])
    events.onSendHeaders.addListener(({ requestId }) => this.inTurn(() => this.settle(requestId, true)), filter)
    events.onErrorOccurred.addListener(({ requestId }) => this.inTurn(() => this.settle(requestId, false)), filter)
  }

  /** Sets the lock for these profiles in place of the one before, and shuts every window that a dead background left open. */
  async lock(profiles: readonly Profile[]): Promise<void> {
    const { declarativeNetRequest: rules } = this.api
    this.profiles = profiles
    for (const act of this.early.splice(0)) act()
    const supported = new Set<string>()
    for (const regex of profiles.flatMap(({ publish }) => publish.requests.map(({ url }) => addressRegex(url, true)))) {
      const answer = await rules.isRegexSupported({ regex, isCaseSensitive: false })
      if (answer.isSupported) supported.add(regex)
    }
    const addRules = lockRules(profiles, (regex) => supported.has(regex), this.resources())
    const removeRuleIds = (await rules.getDynamicRules()).map(({ id }) => id)
    await rules.updateDynamicRules({ removeRuleIds, addRules })
    const living = new Set([...this.open.values()].flatMap(({ ruleIds }) => ruleIds))
    const stale = (await rules.getSessionRules()).filter((rule) => !isStop(rule) && !living.has(rule.id))
    await rules.updateSessionRules({ removeRuleIds: stale.map(({ id }) => id) })
  }

  /** Lets the profile's publish requests of one tab through, for at most 5 s. Resolves when the browser has it so. */
  async openWindow(profile: Profile, tabId: number): Promise<void> {
    await this.closeWindow(tabId)
    const { declarativeNetRequest: rules } = this.api
    const last = Math.max(0, ...(await rules.getSessionRules()).map(({ id }) => id))
    const tabs = await this.api.tabs.query({})
    const others = tabs.flatMap(({ id }) => (id === undefined || id === tabId ? [] : [id]))
    const addRules = windowRules(profile, others, last + 1, this.resources())
    const timer = setTimeout(() => void this.closeWindow(tabId), RELEASE_WINDOW)
    const ruleIds = addRules.map(({ id }) => id)
    this.open.set(tabId, { tabId, profile, timer, ruleIds, others: new Set(others) })
    await rules.updateSessionRules({ addRules })
  }

  /** Shuts a tab's window. Safe to call for one that is shut. */
  async closeWindow(tabId: number): Promise<void> {
    const opening = this.open.get(tabId)
    if (opening === undefined) return
    clearTimeout(opening.timer)
    this.open.delete(tabId)
    await this.api.declarativeNetRequest.updateSessionRules({ removeRuleIds: [...opening.ruleIds] })
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

  private inTurn(act: () => void): undefined {
    if (this.profiles === null) this.early.push(act)
    else act()
  }

  /** The window that a request of this tab goes through: its own, or that of the tab whose form opened it. */
  private openingFor(tabId: number): Opening | undefined {
    if (tabId < 0) return undefined
    return this.open.get(tabId) ?? [...this.open.values()].find(({ others }) => !others.has(tabId))
  }

  private see(details: Browser.webRequest.OnBeforeRequestDetails): void {
    if (this.stops.has(details.tabId)) {
      this.onStopped(details.tabId, details)
      return
    }
    // One CMS can have a profile an editor over the same addresses: the tab's own comes first.
    const opening = this.openingFor(details.tabId)
    for (const profile of opening === undefined ? (this.profiles ?? []) : [opening.profile]) {
      const sent = sentOf(details, profile.charset)
      if (!isPublish(sent, { requests: profile.publish.requests, saves: profile.saves })) continue
      if (opening !== undefined) void this.closeWindow(opening.tabId)
      const tabId = opening?.tabId ?? sent.tabId
      this.pending.set(details.requestId, () => this.onSent({ ...sent, tabId }, profile, opening !== undefined))
      return
    }
  }

  private settle(requestId: string, left: boolean): void {
    if (left) this.pending.get(requestId)?.()
    this.pending.delete(requestId)
  }
}
