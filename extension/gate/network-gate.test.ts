import { beforeEach, describe, expect, test, vi } from 'vitest'
import { demoProfiles } from '../adapters/profiles/demo.ts'
import type { Rule } from './lock-rules.ts'
import { type NetworkApi, NetworkGate } from './network-gate.ts'

type Listen = (details: Record<string, unknown>) => unknown

/** The browser's rules and events, kept in memory. */
class FakeNetwork {
  dynamic: Rule[] = []
  session: Rule[] = []
  events: Record<string, Listen> = {}
  api(): NetworkApi {
    const change = (rules: 'dynamic' | 'session') => async (by: { removeRuleIds?: number[]; addRules?: Rule[] }) => {
      this[rules] = [...this[rules].filter(({ id }) => !by.removeRuleIds?.includes(id)), ...(by.addRules ?? [])]
    }
    const event = (name: string) => ({
      addListener: (listen: Listen) => Object.assign(this.events, { [name]: listen }),
    })
    return {
      declarativeNetRequest: {
        getDynamicRules: async () => this.dynamic,
        getSessionRules: async () => this.session,
        updateDynamicRules: change('dynamic'),
        updateSessionRules: change('session'),
        isRegexSupported: async () => ({ isSupported: true }),
        ResourceType: { MAIN_FRAME: 'main_frame', PING: 'ping' },
      },
      tabs: { query: async () => [{ id: 7 }, { id: 8 }] },
      webRequest: { onBeforeRequest: event('before'), onSendHeaders: event('send'), onErrorOccurred: event('error') },
    } as unknown as NetworkApi
  }
  request(tabId: number, requestId: string, then: 'send' | 'error', path = '/admin/publish'): void {
    this.events.before!({ tabId, requestId, method: 'POST', url: `http://localhost:4180${path}`, requestBody: null })
    this.events[then]!({ requestId })
  }
}

const profiles = demoProfiles('http://localhost:4180')
let network: FakeNetwork
let seen: { tab: number; profile: string; released: boolean }[]
let gate: NetworkGate

beforeEach(async () => {
  vi.useFakeTimers()
  network = new FakeNetwork()
  seen = []
  gate = new NetworkGate(network.api(), ({ tabId }, { id }, released) =>
    seen.push({ tab: tabId, profile: id, released }),
  )
  await gate.lock(profiles)
})

describe('NetworkGate', () => {
  test('locks, and locks again without leaving old rules', async () => {
    expect(network.dynamic).toHaveLength(2)
    await gate.lock([])
    expect(network.dynamic).toEqual([])
  })

  test('a window is for one tab, closes at the first request and then reports no second one as released', async () => {
    await gate.openWindow(profiles[1]!, 7)
    expect(network.session.map(({ condition }) => condition.excludedTabIds)).toEqual([[-1, 8]])
    network.request(8, 'a', 'error')
    network.request(7, 'b', 'send')
    network.request(7, 'c', 'send')
    await vi.runAllTimersAsync()
    expect(network.session).toEqual([])
    expect(seen).toEqual([
      { tab: 7, profile: 'demo-ueditor', released: true },
      { tab: 7, profile: 'demo-tinymce', released: false },
    ])
  })

  test('a tab that the release’s form opens goes through its window and counts as its own', async () => {
    await gate.openWindow(profiles[0]!, 7)
    network.request(9, 'a', 'send')
    network.request(-1, 'b', 'send')
    await vi.runAllTimersAsync()
    expect(network.session).toEqual([])
    expect(seen).toEqual([
      { tab: 7, profile: 'demo-tinymce', released: true },
      { tab: -1, profile: 'demo-tinymce', released: false },
    ])
  })

  test('a request that wakes the background waits for the profiles and is judged then', async () => {
    const woken = new NetworkGate(network.api(), ({ tabId }, { id }, released) =>
      seen.push({ tab: tabId, profile: id, released }),
    )
    network.request(7, 'a', 'send')
    expect(seen).toEqual([])
    await woken.lock(profiles)
    expect(seen).toEqual([{ tab: 7, profile: 'demo-tinymce', released: false }])
  })

  test('a window that nobody uses closes by itself within 5 s', async () => {
    await gate.openWindow(profiles[0]!, 7)
    await vi.advanceTimersByTimeAsync(4900)
    expect(network.session).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(200)
    expect(network.session).toEqual([])
  })

  test('what the lock refused has not left the browser, and a save is nobody’s business', async () => {
    network.request(7, 'a', 'error')
    network.request(7, 'b', 'send', '/admin/save')
    expect(seen).toEqual([])
  })

  test('windows that a dead background left open are shut when the lock is set; a living one stays', async () => {
    network.session = [{ id: 9, action: { type: 'allow' }, condition: { excludedTabIds: [3] } } as Rule]
    await gate.openWindow(profiles[0]!, 7)
    await gate.lock(profiles)
    expect(network.session.map(({ condition }) => condition.excludedTabIds)).toEqual([[-1, 8]])
  })
})
