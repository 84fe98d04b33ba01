import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Worker } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Demo, startDemo } from '../../demo/start.ts'
import { launchChromium } from '../../support/browser.ts'
import { installEditors } from '../../support/editors.ts'
import { CmsPage } from '../screens/cms.ts'
import { inStandIn, type StandIn, standInExtension } from './stand-in.ts'

let demo: Demo
let browser: BrowserContext
let background: Worker
let cms: CmsPage
let id: number

const title = '关于做好中小学校服管理工作的通知'
const body = '各县（市、区）教育局：请做好校服管理。'

beforeAll(async () => {
  await installEditors()
  demo = await startDemo({ port: 0, folder: await mkdtemp(join(tmpdir(), 'menxia-gate-')) })
  browser = await launchChromium({ extension: await standInExtension() })
  await browser.grantPermissions(['clipboard-read', 'clipboard-write'])
  background = browser.serviceWorkers()[0] ?? (await browser.waitForEvent('serviceworker'))
  await inStandIn(background, (standIn, origin) => standIn.lock(origin), demo.origin)
})

afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

beforeEach(async () => {
  await inStandIn(
    background,
    (standIn) => {
      standIn.verdict = 'hold'
      standIn.log.length = 0
      standIn.sent.length = 0
    },
    null,
  )
})

// Not awaited: Chromium leaves a close in the middle of a navigation unanswered now and then, and the browser is closed at the end.
afterEach(() => {
  void cms.page.close()
})

const answerWith = (verdict: StandIn['verdict']) =>
  inStandIn(background, (standIn, given) => Object.assign(standIn, { verdict: given }) && null, verdict)

async function openWith(send: string, editor: CmsPage['editor'] = 'tinymce'): Promise<void> {
  cms = await CmsPage.open(browser, demo.origin, editor, send)
  id = cms.id
  await cms.page.fill('[name=title]', title)
  await cms.paste(body)
}

const versions = async (): Promise<number> => (await demo.store.read(id))!.versions.length
const log = (): Promise<{ kind: string; way: string | undefined; source: string }[]> =>
  inStandIn(
    background,
    (standIn) => standIn.log.map(({ kind, way, draft }) => ({ kind, way, source: draft?.body.source ?? '' })),
    null,
  )
const sent = () => inStandIn(background, (standIn) => standIn.sent, null)
const until = (kind: string) =>
  expect.poll(async () => (await log()).map((one) => one.kind), { timeout: 10_000 }).toContain(kind)

/** Nothing went out, the page stands where it stood, and the draft is whole. */
async function expectWhole(): Promise<void> {
  expect(await versions()).toBe(0)
  expect(cms.page.url()).toContain('/admin/edit')
  expect(await cms.page.inputValue('[name=title]')).toBe(title)
  expect(await cms.text()).toContain(body)
}

describe('held', () => {
  test.each(['click', 'requestSubmit', 'submit', 'fetch', 'xhr', 'beacon', 'iframe', 'blank'])(
    'a press of 发布 where the page sends by %s asks first, and sends nothing',
    async (send) => {
      await openWith(send)
      await cms.publish()
      await until('page.publish')
      expect((await log()).find(({ kind }) => kind === 'page.publish')?.source).toContain('校服管理')
      await expectWhole()
    },
  )

  const ways: Record<string, string> = {
    'a synthetic click': `document.querySelector('#publish').click()`,
    requestSubmit: `document.querySelector('form#article').requestSubmit()`,
    'form.submit()': `document.querySelector('form#article').submit()`,
    fetch: `fetch('/admin/publish', { method: 'POST', body: new FormData(document.querySelector('form#article')) }).catch(() => {})`,
    XHR: `{ const x = new XMLHttpRequest(); x.open('POST', '/admin/publish'); x.send(new FormData(document.querySelector('form#article'))) }`,
    sendBeacon: `navigator.sendBeacon('/admin/publish', new FormData(document.querySelector('form#article')))`,
    'GET by fetch': `fetch('/admin/publish?' + new URLSearchParams(new FormData(document.querySelector('form#article')))).catch(() => {})`,
    PUT: `fetch('/admin/publish', { method: 'PUT', body: new FormData(document.querySelector('form#article')) }).catch(() => {})`,
    'an encoded address': `fetch('/admin/%70ublish', { method: 'POST', body: new FormData(document.querySelector('form#article')) }).catch(() => {})`,
  }
  test.each(Object.entries(ways))('%s by a script of the page', async (_, script) => {
    await openWith('click')
    await cms.page.evaluate(script)
    await expect
      .poll(async () => (await log()).some(({ kind }) => kind === 'page.publish' || kind === 'page.held'), {
        timeout: 10_000,
      })
      .toBe(true)
    await expectWhole()
  })

  test('XHR and fetch look to the page like a network failure, and its own handlers run', async () => {
    await openWith('click')
    const seen = await cms.page.evaluate(`(async () => {
      const failed = await fetch('/admin/publish', { method: 'POST', body: 'a=1' }).then(() => 'sent', (error) => error.name)
      const events = await new Promise((resolve) => {
        const x = new XMLHttpRequest(), seen = []
        for (const type of ['load', 'error', 'loadend']) x.addEventListener(type, () => { seen.push(type); if (type === 'loadend') resolve(seen) })
        x.open('POST', '/admin/publish'); x.send('a=1')
      })
      return { failed, events, beacon: navigator.sendBeacon('/admin/publish', 'a=1') }
    })()`)
    expect(seen).toEqual({ failed: 'TypeError', events: ['error', 'loadend'], beacon: false })
  })

  test('a page that takes natives from a frame of its own meets the lock, and the draft is whole', async () => {
    await openWith('click')
    const failed = await cms.page.evaluate(`(async () => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      const fields = new URLSearchParams(new FormData(document.querySelector('form#article')))
      const tries = [() => frame.contentWindow.fetch(location.origin + '/admin/publish', { method: 'POST', body: fields }),
        () => new Promise((sent, failed) => { const worker = new Worker(URL.createObjectURL(new Blob(['fetch("' + location.origin + '/admin/publish", { method: "POST", body: "' + fields + '" , mode: "no-cors" }).then(() => postMessage(1), () => postMessage(0))']))); worker.onmessage = ({ data }) => data ? sent() : failed() })]
      return (await Promise.allSettled(tries.map((one) => one()))).map(({ status }) => status)
    })()`)
    expect(failed).toEqual(['rejected', 'rejected'])
    // What the lock refused has not left the browser, so it is no incident.
    expect(await sent()).toEqual([])
    await expectWhole()
  })

  test('an unanswered question holds', async () => {
    await answerWith('silent')
    await openWith('click')
    await cms.publish()
    await cms.page.waitForTimeout(300)
    await expectWhole()
  })
})

describe('保存草稿 is never held', () => {
  test.each(['tinymce', 'ueditor', 'wangeditor', 'textarea'] as const)('%s', async (editor) => {
    await openWith('click', editor)
    await cms.save()
    expect((await demo.store.read(id))!.title).toBe(title)
    expect((await log()).filter(({ kind }) => kind === 'page.publish' || kind === 'page.held')).toEqual([])
  })
})

describe('released', () => {
  test.each(['click', 'requestSubmit', 'submit', 'fetch', 'xhr', 'beacon', 'iframe'])(
    'an open verdict lets the press through once, by %s, and what was sent is compared',
    async (send) => {
      await answerWith('open')
      await openWith(send)
      await cms.publish()
      await expect.poll(versions, { timeout: 10_000 }).toBe(1)
      expect(await sent()).toEqual([{ released: true, comparison: 'match' }])
    },
  )

  test('a release from the panel presses the control; a second request of the page is held', async () => {
    await openWith('fetch')
    await cms.publish()
    await until('page.publish')
    // The page tries to ride along.
    await cms.page.evaluate(`{
      const native = window.fetch
      window.fetch = (...given) => { const first = native(...given); native(...given).catch(() => {}); return first }
    }`)
    expect(await inStandIn(background, (standIn) => standIn.release('#publish'), null)).toBe(true)
    await expect.poll(versions, { timeout: 10_000 }).toBe(1)
    await until('page.held')
    expect(await versions()).toBe(1)
  })

  test('a body that the page changes in its own submit handler is found to differ', async () => {
    await answerWith('open')
    await openWith('click')
    await cms.page.evaluate(
      `document.querySelector('form#article').addEventListener('submit', () => { document.querySelector('[name=content]').value += '<p>多一句</p>' })`,
    )
    await cms.publish()
    await expect.poll(sent, { timeout: 10_000 }).toEqual([{ released: true, comparison: 'differs' }])
  })
})
