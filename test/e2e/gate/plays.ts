import type { Page } from 'playwright-core'
import { eventually } from '../../support/eventually.ts'
import { body, type Played, type Scene } from './scene.ts'
import { scriptFor } from './scripts.ts'

type Play = (scene: Scene) => Promise<Played>

/** Fields of a publish request of this article, for a sender that has no page. */
function requestOf(
  { bench, manner, cms }: Scene,
  origin = bench.demo.origin,
): { url: string; fields: URLSearchParams } {
  const fields = new URLSearchParams({
    id: `${cms.id}`,
    content: body,
    ...(manner === 'combined' && { action: 'publish' }),
  })
  return { url: `${origin}/admin/${manner === 'own' ? 'publish' : 'combined/submit'}`, fields }
}

const inPage = (scene: Scene, script: string, page: Page = scene.cms.page): Promise<unknown> =>
  page.evaluate(scriptFor(script, scene.manner, scene.cms.id))

/** Releases what stands in the page and presses its control. Resolves when it is public. */
async function release({ bench, cms, versions }: Scene): Promise<void> {
  await bench.answerWith('open')
  await cms.publish()
  await eventually(versions, (count) => count > 0)
  await bench.answerWith('hold')
}

async function goBackFromList({ cms, bench }: Scene): Promise<void> {
  await cms.page.evaluate(`addEventListener('pageshow', ({ persisted }) => { window.persisted = persisted })`)
  await cms.page.goto(`${bench.demo.origin}/admin/list`)
  await cms.page.evaluate('history.back()').catch(() => {})
  const persisted = await eventually(
    () => cms.page.evaluate('window.persisted').catch(() => null),
    (value) => value === true,
  )
  if (persisted !== true) throw new Error('the page did not come from the cache')
}

async function setHostAccess({ bench }: Scene, hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
  const page = await bench.browser.newPage()
  await page.goto('chrome://extensions')
  const extensionId = new URL(bench.extension).host
  await page.evaluate(
    `new Promise((done) => chrome.developerPrivate.updateExtensionConfiguration(${JSON.stringify({ extensionId, hostAccess })}, done))`,
  )
  await page.close()
}

/** The ways that take more than a script, by the name that \`ways.ts\` gives them. */
export const plays: Readonly<Record<string, Play>> = {
  async 'WebSocket at the publish address'(scene) {
    const { versions, bench } = scene
    const script = `const failed = new Promise((done) => {
      new WebSocket(address().replace('http', 'ws') + '?' + fields()).onerror = done
    })
    await failed`
    await inPage(scene, script)
    // The demo publishes at the opening request, before it hangs up: an error without a version is the browser's own refusal.
    if ((await versions()) === 0) return { seen: 'lock' }
    return { seen: (await bench.sent()).length > 0 ? 'detected' : 'open' }
  },
  async 'Enter in the title'({ cms }) {
    await cms.page.focus('[name=title]')
    await cms.page.keyboard.press('Enter')
    return {}
  },
  async '发布 in an iframe that holds the edit page'(scene) {
    const { bench, cms } = scene
    const page = await bench.browser.newPage()
    await page.goto(`${bench.demo.origin}/admin/list`)
    await page.evaluate((src) => {
      document.body.append(Object.assign(document.createElement('iframe'), { src, width: 1200, height: 900 }))
    }, cms.page.url())
    const frame = page.frameLocator('iframe').first()
    await frame.locator('form#article[data-ready]').waitFor()
    await bench.until('page.check')
    await frame.locator('#publish').click()
    return {}
  },
  async '发布 in a second tab of the same article'(scene) {
    const second = await scene.write()
    await second.publish()
    return {}
  },
  async '发布 after a change that follows the approval'({ bench, cms }) {
    await cms.publish()
    await bench.until('page.publish')
    await bench.inside((standIn) => standIn.approve(), null)
    await cms.append('又')
    await cms.publish()
    return {}
  },
  async '发布 after Back from the back-forward cache'(scene) {
    await goBackFromList(scene)
    await scene.cms.publish()
    return {}
  },
  async 'fetch after Back from the back-forward cache'(scene) {
    await goBackFromList(scene)
    await inPage(scene, `post(address(), fields())`)
    return {}
  },
  async 'a second request in the window of a release'(scene) {
    const { bench, cms, versions } = scene
    await bench.answerWith('open')
    await inPage(
      scene,
      `button.addEventListener('click', (event) => {
      event.preventDefault()
      post(address(), fields())
      post(address(), fields())
    })`,
    )
    await cms.publish()
    await eventually(versions, (count) => count > 0)
    return { released: 1 }
  },
  async "body changed in the page's own submit handler"(scene) {
    await inPage(
      scene,
      `form.addEventListener('formdata', ({ formData }) => formData.set('content', formData.get('content') + '多一句'))`,
    )
    await release(scene)
    return { released: 1, leaves: true }
  },
  async 'a second field of the same name'(scene) {
    await inPage(scene, `form.addEventListener('formdata', ({ formData }) => formData.append('content', '另一篇'))`)
    await release(scene)
    return { released: 1, leaves: true }
  },
  async 'reload of the answer, sent again'(scene) {
    const { cms, bench } = scene
    await inPage(
      scene,
      `form.append(Object.assign(document.createElement('input'), { type: 'hidden', name: 'answer', value: 'page' }))`,
    )
    await release(scene)
    await cms.page.waitForSelector('#published')
    await bench.inside((standIn) => {
      standIn.sent.length = 0
    }, null)
    await cms.page.reload().catch(() => {})
    return { released: 1, leaves: true }
  },
  async '发布 after the extension’s service worker died'({ bench, cms }) {
    await bench.killBackground()
    await cms.publish()
    return {}
  },
  async 'worker after the extension’s service worker died'(scene) {
    await scene.bench.killBackground()
    await inPage(scene, `worker(address(), fields())`)
    return {}
  },
  async 'service worker dead while a window stands open'(scene) {
    const { bench, cms } = scene
    await cms.publish()
    await bench.until('page.publish')
    await inPage(scene, `button.addEventListener('click', (event) => event.preventDefault())`)
    await bench.inside((standIn) => standIn.release('#publish'), null)
    await bench.killBackground()
    await inPage(scene, `worker(address(), fields())`)
    return {}
  },
  async '发布 with the host permission withdrawn'(scene) {
    const { cms, versions, manner } = scene
    await setHostAccess(scene, 'ON_CLICK')
    try {
      await cms.page.reload()
      await cms.page.waitForSelector('form#article[data-ready]')
      const failed = cms.page.waitForEvent('requestfailed', { timeout: 8000 }).catch(() => null)
      await cms.publish()
      const error = manner === 'own' ? (await failed)?.failure()?.errorText : null
      const out = await eventually(versions, (count) => count > 0, manner === 'own' ? 0 : 8000)
      const refused = error === 'net::ERR_BLOCKED_BY_CLIENT'
      return { leaves: true, seen: out > 0 ? 'open' : refused ? 'lock' : 'nothing' }
    } finally {
      await setHostAccess(scene, 'ON_ALL_SITES')
    }
  },
  async 'another name of the same host'(scene) {
    const { url, fields } = requestOf(scene, scene.bench.demo.origin.replace('localhost', '127.0.0.1'))
    await inPage(
      scene,
      `quiet(fetch('${url}', { method: 'POST', mode: 'no-cors', body: new URLSearchParams('${fields}') }))`,
    )
    return {}
  },
  async 'a program without this browser'(scene) {
    const { url, fields } = requestOf(scene)
    await fetch(url, { method: 'POST', body: fields })
    return {}
  },
}
