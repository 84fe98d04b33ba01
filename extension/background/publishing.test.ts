import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { contentHash } from '#shared/draft/content-hash.ts'
import type { Draft } from '#shared/draft/draft.ts'
import type { Report } from '#shared/rules/finding.ts'
import { demoProfiles } from '../adapters/profiles/demo.ts'
import type { NetworkGate } from '../gate/network-gate.ts'
import type { Sent } from '../gate/sent.ts'
import type { GateVerdict } from '../gate/verdict.ts'
import { Refused } from '../messages/wire.ts'
import { sentences } from '../platform/text/background.ts'
import type { Checking } from './checking.ts'
import { desks as openDesks } from './desk.ts'
import type { Outbox } from './outbox.ts'
import { publishing } from './publishing.ts'
import type { Releases } from './releases.ts'
import type { Snapshots } from './snapshots.ts'

const profile = demoProfiles('http://localhost:4180').find(({ id }) => id === 'demo-textarea')!
const draft: Draft = {
  site: 'http://localhost:4180/',
  title: '通知',
  documentNumber: '泉教综〔2026〕3号',
  channel: 'notice',
  disclosureClass: 'proactive',
  datedOn: '2026-06-12',
  department: null,
  source: null,
  body: { format: 'text', source: '正文' },
  attachments: [],
  interpretations: [],
  unread: [],
}
const hash = contentHash(draft)
const TAB = 7

/** The publish request as the browser saw it, with one field changed where `change` says so. */
function request(change: Record<string, string> = {}, search = ''): Sent {
  const fields: Record<string, string> = {
    title: '通知',
    documentNumber: '泉教综〔2026〕3号',
    channel: 'notice',
    disclosureClass: '主动公开',
    datedOn: '2026-06-12',
    content: '正文',
    ...change,
  }
  const url = `http://localhost:4180/admin/publish${search}`
  return { method: 'POST', url, tabId: TAB, requestId: '1', field: (name) => fields[name] ?? null }
}

function office(verdict: GateVerdict, take: () => Promise<string | null> = async () => 'release-1') {
  const log: string[] = []
  const queued: { kind: string; body: unknown }[] = []
  const desks = openDesks(() => {})
  const report = { findings: [], coverage: { read: [], unread: [] }, ruleset: 'v1', contentHash: hash } as Report
  const parts = publishing({
    desks,
    checking: {
      check: async (desk) => {
        desk.report = report
        return { marks: { spans: [], count: 0, stamp: '' }, verdict }
      },
      reread: async (desk) => {
        desk.report = report
        return { draft, verdict }
      },
      settle: async () => {},
      lookAtLinks: async () => {},
      judgeAgain: async () => verdict,
    } satisfies Checking,
    releases: {
      take: () => {
        log.push('take')
        return take()
      },
      emergency: async () => 'emergency-1',
    } satisfies Releases,
    snapshots: { keep: async () => void log.push('keep') } as unknown as Snapshots,
    outbox: {
      put: async (kind: string, body: unknown) => void queued.push({ kind, body }),
      drain: async () => 0,
    } as unknown as Outbox,
    gate: () =>
      ({
        openWindow: async () => void log.push('open'),
        closeWindow: async () => void log.push('close'),
      }) as unknown as NetworkGate,
    now: () => 1000,
  })
  const desk = async () => {
    const one = await desks.of(TAB)
    await desks.write(one, { page: 'ready' }, { profile, url: 'http://localhost:4180/admin/edit?id=1' })
    return one
  }
  return { ...parts, desk, log, queued }
}

const hold: GateVerdict = { state: 'hold', reason: 'blocked', findings: [] }
const open: GateVerdict = { state: 'open' }

beforeEach(() => {
  fakeBrowser.reset()
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())

describe('a press of 发布', () => {
  test('held: the draft is kept and nothing is asked of the Worker or opened', async () => {
    const one = office(hold)
    const desk = await one.desk()
    expect(await one.pressed(desk, draft, '#publish')).toBe('hold')
    expect(one.log).toEqual(['keep'])
    expect(desk.view.held).toEqual({ at: 1000, way: 'click' })
  })

  test('open: the release is there before the window is', async () => {
    const one = office(open)
    const desk = await one.desk()
    expect(await one.pressed(desk, draft, '#publish')).toBe('open')
    expect(one.log).toEqual(['take', 'open'])
    expect(desk.view.release?.state).toBe('open')
  })

  test('a hint holds a press in the page: it is read in the panel first', async () => {
    const one = office({ state: 'confirm' })
    expect(await one.pressed(await one.desk(), draft, '#publish')).toBe('hold')
    expect(one.log).toEqual(['keep'])
  })

  test('a refused release opens nothing, keeps the draft and says why', async () => {
    const one = office(open, async () => {
      throw new Refused('批准已过期。')
    })
    const desk = await one.desk()
    expect(await one.pressed(desk, draft, '#publish')).toBe('hold')
    expect(one.log).toEqual(['take', 'keep'])
    expect(desk.view.release).toMatchObject({ state: 'refused', sentence: '批准已过期。' })
  })

  test('any other failure holds too', async () => {
    const one = office(open, () => Promise.reject(new TypeError('x')))
    expect(await one.pressed(await one.desk(), draft, '#publish')).toBe('hold')
    expect(one.log).not.toContain('open')
  })
})

describe('what was sent', () => {
  async function sendAfterRelease(change: Record<string, string>, search = '') {
    const one = office(open)
    const desk = await one.desk()
    await one.pressed(desk, draft, '#publish')
    one.sent(request(change, search), profile, true)
    await vi.advanceTimersByTimeAsync(0)
    return { one, desk }
  }

  test('the approved draft is a match, and that is recorded with its hash', async () => {
    const { one, desk } = await sendAfterRelease({})
    expect(desk.view.release?.state).toBe('match')
    expect(one.queued).toMatchObject([
      { kind: 'published', body: { id: 'release-1', outcome: 'match', sentHash: hash } },
    ])
  })

  test('of a GET that publishes only the address is told: the draft stands behind the question mark', async () => {
    const { one } = await sendAfterRelease({}, '?content=%E6%AD%A3%E6%96%87')
    expect(one.queued).toMatchObject([{ body: { url: 'http://localhost:4180/admin/publish' } }])
  })

  test.each(Object.keys({ title: '', content: '', documentNumber: '', datedOn: '' }))(
    'another %s is an incident, and that is recorded',
    async (name) => {
      const { one, desk } = await sendAfterRelease({ [name]: name === 'datedOn' ? '2026-06-13' : '改过' })
      expect(desk.view.release?.state).toBe('differs')
      expect(one.queued).toMatchObject([{ body: { outcome: 'differs', sentHash: null } }])
    },
  )

  test('a second request after the first is one too many', async () => {
    const { one, desk } = await sendAfterRelease({})
    one.sent(request(), profile, false)
    await vi.advanceTimersByTimeAsync(0)
    expect(desk.view.release?.state).toBe('extra')
    expect(one.queued).toHaveLength(1)
  })

  test('a release that nothing was sent for is taken back, and the panel says so', async () => {
    const one = office(open)
    const desk = await one.desk()
    await one.pressed(desk, draft, '#publish')
    await vi.advanceTimersByTimeAsync(8000)
    expect(one.log).toEqual(['take', 'open', 'close'])
    expect(desk.view.release?.state).toBe('refused')
    expect(one.queued).toEqual([])
  })
})

test('发布 in the panel without an approval is refused with a sentence', async () => {
  const one = office(hold)
  await expect(one.publish(await one.desk())).rejects.toBeInstanceOf(Refused)
  expect(one.log).toEqual([])
})

describe('发布 in the panel: the page presses its own control', () => {
  /** The page's answer to `page.release`, given when `then` allows it; an empty one is what a page that is gone leaves. */
  function answering(answer: object | undefined, then: Promise<void> = Promise.resolve()): void {
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(async () => {
      await then
      return answer === undefined ? undefined : { answer }
    })
  }

  test('a page that leaves with the press cannot answer: what it sent stands', async () => {
    const one = office(open)
    const desk = await one.desk()
    const gone = Promise.withResolvers<void>()
    answering(undefined, gone.promise)
    const publishing = one.publish(desk)
    await vi.waitFor(() => expect(one.log).toContain('open'))
    one.sent(request(), profile, true)
    gone.resolve()
    await publishing
    await vi.advanceTimersByTimeAsync(8000)
    expect(desk.view.release?.state).toBe('match')
    expect(one.queued).toMatchObject([{ body: { outcome: 'match' } }])
  })

  test('and may send it a moment after it is gone', async () => {
    const one = office(open)
    const desk = await one.desk()
    answering(undefined)
    await one.publish(desk)
    one.sent(request(), profile, true)
    await vi.advanceTimersByTimeAsync(8000)
    expect(desk.view.release?.state).toBe('match')
  })

  test('gone without sending is taken back', async () => {
    const one = office(open)
    const desk = await one.desk()
    answering(undefined)
    await one.publish(desk)
    await vi.advanceTimersByTimeAsync(8000)
    expect(desk.view.release).toMatchObject({ state: 'refused', sentence: sentences.nothingSent })
    expect(one.log).toEqual(['take', 'open', 'close'])
  })

  test('a page without the control says so at once', async () => {
    const one = office(open)
    const desk = await one.desk()
    answering({ pressed: false })
    await one.publish(desk)
    expect(desk.view.release).toMatchObject({ state: 'refused', sentence: sentences.noControl })
    expect(one.log).toEqual(['take', 'open', 'close'])
  })
})
