import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { pageSchemas, panelSchemas } from '../../../extension/messages/schema.ts'
import { CmsPage } from '../screens/cms.ts'
import { GateBench } from './bench.ts'

let bench: GateBench
let cms: CmsPage

beforeAll(async () => {
  bench = await GateBench.open()
})
afterAll(() => bench?.close())
beforeEach(() => bench.reset())
afterEach(() => {
  void cms.page.close()
})

const kinds = [...Object.keys(pageSchemas), ...Object.keys(panelSchemas)]
const toPage = ['page.read', 'page.paint', 'page.reveal', 'page.restore', 'page.release', 'page.sentence']
/** Of the article at hand; the page's address says it no longer once it is published. */
let article = 0
const versions = async (): Promise<number> => (await bench.demo.store.read(article))!.versions.length

/** The edit page with a script of the page that runs before any other of it. */
async function openWith(script: string): Promise<void> {
  const { id } = await bench.demo.store.create({ editor: 'textarea', title: '旧题' }, new Date().toISOString())
  article = id
  const page = await bench.browser.newPage()
  await page.route('**/admin/edit?*', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace('<head>', `<head><script>${script}</script>`),
    })
  })
  await page.goto(`${bench.demo.origin}/admin/edit?id=${id}&editor=textarea`)
  await page.waitForSelector('form#article', { state: 'attached' })
  cms = new CmsPage(page, 'textarea', bench.demo.origin)
  // This page's own: the one before may still be closing.
  await bench.until('page.check', `id=${id}&`)
}

/** What the page's side asked since the last reset, besides the reading of a draft that changed. */
const asked = async (): Promise<string[]> =>
  (await bench.log())
    .map(({ kind }) => kind)
    .filter((kind) => !['page.connect', 'page.check', 'page.marks'].includes(kind))

describe('messages', () => {
  test('no forged message of any kind, by any door that a page has, changes anything', async () => {
    await openWith('')
    await cms.page.fill('#editor textarea', '学校的校服')
    await bench.reset()
    await cms.page.evaluate(
      (all) => {
        for (const kind of all) {
          const data = { kind, ask: { tab: 1, control: '#publish', draft: null, shown: true }, 'menxia:port': true }
          window.postMessage(data, '*')
          const { port1, port2 } = new MessageChannel()
          window.postMessage(data, '*', [port2])
          port1.postMessage({ kind: 'release', control: '#publish', window: 5000 })
          port1.postMessage({ kind: 'held', way: 'fetch' })
          for (const target of [window, document, document.documentElement]) {
            target.dispatchEvent(new CustomEvent(kind, { detail: data, bubbles: true }))
            target.dispatchEvent(new CustomEvent('menxia', { detail: data, bubbles: true }))
            target.dispatchEvent(new MessageEvent('message', { data, ports: [port1] }))
          }
          new BroadcastChannel('menxia').postMessage(data)
        }
      },
      [...kinds, ...toPage],
    )
    expect(await cms.page.evaluate(() => 'runtime' in ((window as { chrome?: object }).chrome ?? {}))).toBe(false)
    // One true question afterwards: everything before it has been heard by then.
    await cms.page.evaluate(`fetch('/admin/publish', { method: 'POST', body: 'id=1' }).catch(() => {})`)
    await bench.until('page.held')
    expect(await asked()).toEqual(['page.held'])
    expect(await versions()).toBe(0)
  })

  test('a page that patches what a message is read with gets no hold of the port', async () => {
    await openWith(`
      window.caught = []
      for (const name of ['data', 'ports']) {
        const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, name)
        Object.defineProperty(MessageEvent.prototype, name, { get() { caught.push(this.currentTarget); return get.call(this) } })
      }
      for (const [owner, name] of [[MessagePort.prototype, 'postMessage'], [Function.prototype, 'call'], [Function.prototype, 'apply'], [Function.prototype, 'bind'], [performance, 'now'], [Math, 'min'], [HTMLElement.prototype, 'click'], [EventTarget.prototype, 'addEventListener']]) {
        const native = owner[name]
        owner[name] = function (...given) { caught.push(this, window.event?.currentTarget, ...given); return Reflect.apply(native, this, given) }
      }`)
    await cms.page.evaluate(
      `document.querySelector('#publish').addEventListener('click', () => { caught.push(window.event.currentTarget) })
      addEventListener('pagehide', () => sessionStorage.setItem('caught', [caught.length > 0, caught.filter((one) => one instanceof MessagePort).length]))`,
    )
    await bench.answerWith('open')
    await cms.publish()
    await expect.poll(versions, { timeout: 10_000 }).toBe(1)
    // The page that caught leaves with what it caught; the one that follows is of the same site.
    await cms.page.waitForSelector('#published')
    expect(await cms.page.evaluate(`sessionStorage.getItem('caught')`)).toBe('true,0')
  })
})

describe('patched natives', () => {
  const patches: Record<string, string> = {
    'Array.prototype': `for (const name of ['some', 'map', 'find', 'includes', 'filter']) Array.prototype[name] = () => []`,
    Promise: `Promise.prototype.then = () => new Promise(() => {}); Promise.prototype.catch = Promise.prototype.then`,
    JSON: `JSON.parse = () => ({}); JSON.stringify = () => '{}'`,
    MessagePort: `MessagePort.prototype.postMessage = () => {}; MessagePort.prototype.start = () => {}`,
    attachShadow: `Element.prototype.attachShadow = () => { throw new Error('no') }`,
    'clocks and numbers': `performance.now = () => 0; Math.min = () => Infinity; Date.now = () => 0`,
    'strings and patterns': `String.prototype.toLowerCase = () => ''; RegExp.prototype.test = () => false; RegExp.prototype.exec = () => null`,
  }
  test.each(Object.entries(patches))(
    '%s: a press is held, a request does not get out, the page learns nothing',
    async (_, patch) => {
      await openWith(patch)
      await cms.page.evaluate(`document.querySelector('#editor textarea').value = '学校的校服'`)
      await cms.page.click('#publish')
      await bench.until('page.publish')
      await cms.page.evaluate(`void fetch('/admin/publish', { method: 'POST', body: 'id=${cms.id}' })`).catch(() => {})
      // The wrapper tells, or the lock refuses: one of the two is seen.
      await expect
        .poll(
          async () =>
            (await asked()).includes('page.held') || (await bench.inside(({ refused }) => refused.length, null)) > 0,
          { timeout: 10_000 },
        )
        .toBe(true)
      expect(await versions()).toBe(0)
    },
  )
})

describe('names that shadow', () => {
  const clobbers = [
    'querySelector',
    'querySelectorAll',
    'matches',
    'getAttribute',
    'submit',
    'action',
    'method',
    'baseURI',
    'nodeType',
    'elements',
    'body',
    'documentElement',
  ]
  test('inputs and images named after methods: the draft is read and the press is held', async () => {
    await openWith('')
    await cms.page.evaluate((names) => {
      const form = document.querySelector('form#article')!
      for (const name of names) {
        form.append(Object.assign(document.createElement('input'), { type: 'hidden', name }))
        document.documentElement.append(Object.assign(document.createElement('img'), { name }))
      }
    }, clobbers)
    await bench.reset()
    // Playwright's own hands are tied by these names too.
    await cms.page.evaluate(`{
      const find = (selector) => Document.prototype.querySelector.call(document, selector)
      find('[name=title]').value = '关于校服的通知'
      EventTarget.prototype.dispatchEvent.call(find('[name=title]'), new Event('input', { bubbles: true }))
      HTMLElement.prototype.click.call(find('#publish'))
    }`)
    await bench.until('page.publish')
    const draft = (await bench.log()).find(({ kind }) => kind === 'page.publish')?.draft
    expect(draft?.title).toBe('关于校服的通知')
    expect(await versions()).toBe(0)
  })

  test('a second field or a second editor of the same name is unread, never a guess', async () => {
    await openWith('')
    await cms.page.evaluate(`{
      const form = document.querySelector('form#article')
      form.prepend(Object.assign(document.createElement('input'), { name: 'title', value: '假题' }))
      form.prepend(Object.assign(document.createElement('div'), { id: 'editor', innerHTML: '<textarea>假文</textarea>' }))
    }`)
    await bench.reset()
    await cms.page.locator('#publish').click()
    await bench.until('page.publish')
    const draft = (await bench.log()).find(({ kind }) => kind === 'page.publish')?.draft
    expect(draft?.unread.map(({ what }) => what)).toEqual(expect.arrayContaining(['标题', '正文']))
  })
})

describe('clickjacking', () => {
  const variants: Record<string, string> = {
    'the host transparent': `ours.style.cssText = 'opacity: 0 !important; pointer-events: auto !important'`,
    'the body transparent': `document.documentElement.style.opacity = '0.01'; document.body.style.opacity = '0'`,
    'an overlay': `document.body.append(Object.assign(document.createElement('div'), { style: 'position:fixed;inset:0;background:#fff;pointer-events:none;z-index:2147483647' }))`,
    'a popover in the top layer': `const top = document.body.appendChild(Object.assign(document.createElement('div'), { popover: 'manual', style: 'pointer-events:none;inset:0;width:100vw;height:100vh' })); top.showPopover(); ours.popover = 'manual'; ours.showPopover()`,
    'a filter': `ours.style.filter = 'opacity(0)'; document.documentElement.style.filter = 'blur(40px)'`,
  }
  test.each(Object.entries(variants))('%s: nothing of ours in the page reacts to a click', async (_, disguise) => {
    await openWith('')
    await cms.publish()
    await bench.until('page.publish')
    await cms.page.evaluate(`{ const ours = document.documentElement.lastElementChild; ${disguise} }`)
    await bench.reset()
    const { width, height } = cms.page.viewportSize()!
    for (const [right, bottom] of [
      [20, 20],
      [40, 28],
      [120, 30],
      [240, 34],
      [300, 24],
    ] as const)
      await cms.page.mouse.click(width - right, height - bottom)
    await cms.page.evaluate(`fetch('/admin/publish', { method: 'POST', body: 'id=1' }).catch(() => {})`)
    await bench.until('page.held')
    expect(await asked()).toEqual(['page.held'])
    expect(await versions()).toBe(0)
  })

  test('no element of ours has a listener', async () => {
    await openWith('')
    await cms.publish()
    await bench.until('page.publish')
    const session = await bench.browser.newCDPSession(cms.page)
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
    interface Node_ {
      nodeId: number
      nodeName: string
      children?: Node_[]
      shadowRoots?: Node_[]
    }
    const within = (node: Node_): Node_[] => [
      node,
      ...[...(node.children ?? []), ...(node.shadowRoots ?? [])].flatMap(within),
    ]
    const html = (root as Node_).children!.find(({ nodeName }) => nodeName === 'HTML')!
    const ours = within(html.children!.at(-1)!)
    expect(ours.length).toBeGreaterThan(3)
    for (const { nodeId } of ours) {
      const { object } = await session.send('DOM.resolveNode', { nodeId })
      const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: object.objectId! })
      expect(listeners).toEqual([])
    }
  })
})
