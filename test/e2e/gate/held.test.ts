import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CmsPage } from '../screens/cms.ts'
import { GateBench } from './bench.ts'

let gate: GateBench
let cms: CmsPage
let id: number

const title = '关于做好中小学校服管理工作的通知'
const body = '各县（市、区）教育局：请做好校服管理。'

beforeAll(async () => {
  gate = await GateBench.open()
})
afterAll(() => gate?.close())
beforeEach(() => gate.reset())
// Not awaited: Chromium leaves a close in the middle of a navigation unanswered now and then, and the browser is closed at the end.
afterEach(() => {
  void cms.page.close()
})

async function openWith(send: string, editor: CmsPage['editor'] = 'tinymce'): Promise<void> {
  cms = await CmsPage.open(gate.browser, gate.demo.origin, editor, send)
  id = cms.id
  await cms.page.fill('[name=title]', title)
  await cms.focus()
  await cms.page.keyboard.insertText(body)
}

const versions = async (): Promise<number> => (await gate.demo.store.read(id))!.versions.length
/** Nothing went out, the page stands where it stood, and the draft is whole. */
async function expectWhole(): Promise<void> {
  expect(await versions()).toBe(0)
  expect(cms.page.url()).toContain('/admin/edit')
  expect(await cms.page.inputValue('[name=title]')).toBe(title)
  expect(await cms.text()).toContain(body)
}

describe('held', () => {
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

  test('an unanswered question holds', async () => {
    await gate.answerWith('silent')
    await openWith('click')
    await cms.publish()
    await gate.until('page.publish')
    await expectWhole()
  })
})

describe('保存草稿 is never held', () => {
  test.each(['tinymce', 'ueditor', 'wangeditor', 'textarea'] as const)('%s', async (editor) => {
    await openWith('click', editor)
    await cms.save()
    expect((await gate.demo.store.read(id))!.title).toBe(title)
    expect((await gate.log()).filter(({ kind }) => kind === 'page.publish' || kind === 'page.held')).toEqual([])
  })
})

describe('released', () => {
  test.each(['click', 'requestSubmit', 'submit', 'fetch', 'xhr', 'beacon', 'iframe', 'blank'])(
    'an open verdict lets the press through once, by %s, and what was sent is compared',
    async (send) => {
      await gate.answerWith('open')
      await openWith(send)
      await cms.publish()
      await expect.poll(versions, { timeout: 10_000 }).toBe(1)
      // The browser may tell of the request after the back office has answered it.
      await expect.poll(() => gate.sent(), { timeout: 10_000 }).toEqual([{ released: true, comparison: 'match' }])
    },
  )

  test('a release from the panel presses the control; a second request of the page is held', async () => {
    await openWith('fetch')
    await cms.publish()
    await gate.until('page.publish')
    // The page tries to ride along.
    await cms.page.evaluate(`{
      const native = window.fetch
      window.fetch = (...given) => { const first = native(...given); native(...given).catch(() => {}); return first }
    }`)
    expect(await gate.inside((standIn) => standIn.release('#publish'), null)).toBe(true)
    await expect.poll(versions, { timeout: 10_000 }).toBe(1)
    await gate.until('page.held')
    expect(await versions()).toBe(1)
  })
})
