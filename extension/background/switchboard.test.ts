import fc from 'fast-check'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fakeBrowser } from 'wxt/testing/fake-browser'
import { pageSchemas, panelSchemas } from '../messages/schema.ts'
import type { Sender } from '../messages/wire.ts'
import { frameOf } from './answer-page.ts'
import type { Office } from './office.ts'
import { connectSwitchboard, isOwnPage } from './switchboard.ts'

/** An office in which every touch is noticed. */
function watchedOffice(): { office: Office; touched: string[] } {
  const touched: string[] = []
  const watch = (path: string): unknown =>
    new Proxy(() => {}, {
      get: (_, name) => watch(`${path}.${String(name)}`),
      apply: () => {
        touched.push(path)
        return Promise.resolve(null)
      },
    })
  return { office: watch('office') as Office, touched }
}

const OWN = 'chrome-extension://test-extension-id'
const cmsTab: Sender = {
  id: 'test-extension-id',
  url: 'https://cms.example/admin/edit?id=1',
  origin: 'https://cms.example',
  frameId: 0,
  tab: { id: 7 } as NonNullable<Sender['tab']>,
}
const ownPage: Sender = { ...cmsTab, url: `${OWN}/review.html`, origin: OWN }

/** Sends a message as `sender` and tells whether anybody took it. */
async function post(office: Office, message: unknown, sender: Sender): Promise<unknown> {
  let listener: ((message: unknown, sender: Sender, respond: (answer: unknown) => void) => boolean) | null = null
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((one) => {
    listener = one as never
  })
  connectSwitchboard(office)
  return new Promise((resolve) => {
    if (!listener!(message, sender, resolve)) resolve('nobody')
  })
}

beforeEach(() => {
  fakeBrowser.reset()
  vi.spyOn(fakeBrowser.runtime, 'getURL').mockImplementation((path) => `${OWN}${path}`)
})

describe('who may say what', () => {
  test('a content script can ask none of the panel’s questions, and a panel none of the page’s', async () => {
    for (const kind of Object.keys(panelSchemas)) {
      const { office, touched } = watchedOffice()
      expect(await post(office, { kind, ask: { tab: 7 } }, cmsTab)).toBe('nobody')
      expect(touched).toEqual([])
    }
    for (const kind of Object.keys(pageSchemas)) {
      const { office } = watchedOffice()
      expect(await post(office, { kind, ask: {} }, ownPage)).toBe('nobody')
    }
  })

  test('another extension is nobody', async () => {
    const { office } = watchedOffice()
    expect(await post(office, { kind: 'panel.check', ask: { tab: 7 } }, { ...ownPage, id: 'other' })).toBe('nobody')
  })

  test('no message of another shape touches anything', async () => {
    const kinds = [...Object.keys(panelSchemas), ...Object.keys(pageSchemas), '__proto__', 'constructor', 'toString']
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...kinds), fc.jsonValue(), fc.boolean(), async (kind, value, own) => {
        const ask = { ...(typeof value === 'object' ? value : { value }), forged: true }
        const { office, touched } = watchedOffice()
        const answer = await post(office, { kind, ask }, own ? ownPage : cmsTab)
        expect(answer === 'nobody' || typeof (answer as { refused?: string }).refused === 'string').toBe(true)
        expect(touched).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('an extension page in a tab is told from a content script by its address alone', () => {
    expect(isOwnPage(ownPage)).toBe(true)
    expect(isOwnPage(cmsTab)).toBe(false)
    expect(isOwnPage({ ...cmsTab, url: 'https://evil.example/#chrome-extension://test-extension-id/' })).toBe(false)
  })
})

describe('where a content script stands', () => {
  test('its address is the browser’s, whatever it claims', () => {
    expect(frameOf(cmsTab, 'https://other.example/admin/edit')).toEqual({ tab: 7, frame: 0, url: cmsTab.url })
  })

  test('a frame that an editor wrote into may name a page of its own origin only', () => {
    const blank: Sender = { ...cmsTab, url: 'about:blank', frameId: 3 }
    expect(frameOf(blank, 'https://cms.example/admin/edit?id=1')?.url).toBe('https://cms.example/admin/edit?id=1')
    expect(frameOf(blank, 'https://other.example/')?.url).toBe('')
  })

  test('no tab, no place', () => {
    const { tab: _, ...nowhere } = cmsTab
    expect(frameOf(nowhere as Sender, null)).toBeNull()
  })
})
