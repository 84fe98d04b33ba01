import { afterAll, beforeAll, expect, test } from 'vitest'
import { panelText as text } from '../../extension/platform/text/panel.ts'
import { CmsPage } from './screens/cms.ts'
import { PanelPage } from './screens/panel.ts'
import { type Office, openOffice } from './stage/office.ts'
import { notice } from './story/shortcut.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())

interface Chrome {
  storage: Record<'session' | 'local', { get(keys: null): Promise<Record<string, unknown>> }>
}

/** Takes down every string that passes through what a page can patch, and everything that appears in the page. */
const listener = `
  window.heard = new Set()
  const hear = (value, depth = 0) => {
    if (typeof value === 'string') heard.add(value)
    else if (depth < 3 && value && typeof value === 'object' && !(value instanceof Node)) for (const one of Object.values(value)) hear(one, depth + 1)
  }
  for (const [owner, names] of [
    [Array.prototype, ['push', 'map', 'filter', 'find', 'forEach']], [JSON, ['parse', 'stringify']], [Promise.prototype, ['then']],
    [MessagePort.prototype, ['postMessage']], [window, ['postMessage', 'fetch']], [Element.prototype, ['attachShadow', 'append', 'setAttribute']],
    [EventTarget.prototype, ['addEventListener', 'dispatchEvent']], [Storage.prototype, ['setItem']],
  ]) for (const name of names) {
    const native = owner[name]
    owner[name] = function (...given) {
      if (!window.deaf) { window.deaf = true; try { hear(given); hear(this) } catch {} window.deaf = false }
      return Reflect.apply(native, this, given)
    }
  }
  new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      heard.add(target.data ?? '')
      for (const node of addedNodes) heard.add(node.outerHTML ?? node.data ?? '')
    }
  }).observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
  addEventListener('message', ({ data }) => hear(data), true)`

/** What stands in the page and around it when everything has happened. */
const look = `(() => {
  getSelection().selectAllChildren(document.documentElement)
  const painted = [...CSS.highlights].flatMap(([name, ranges]) => [name, ...[...ranges].map(String)])
  const loaded = performance.getEntries().map(({ name }) => name)
  const kept = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie]
  return [...heard, getSelection().toString(), document.documentElement.outerHTML, document.documentElement.getHTML?.({ serializableShadowRoots: true }) ?? '', ...painted, ...loaded, ...kept].join('\\n')
})()`

/** Strings of our own state that no page may learn: tokens, basis, advice, why, verdicts. */
async function secretsOf(): Promise<string[]> {
  const [worker] = office.editor.context.serviceWorkers()
  const state = await worker!.evaluate(
    async () => await (globalThis as unknown as { chrome: Chrome }).chrome.storage.session.get(null),
  )
  const found: string[] = []
  const walk = (value: unknown, name = ''): void => {
    if (typeof value === 'string' && value.length >= 6 && ['token', 'basis', 'advice', 'why', 'message'].includes(name))
      found.push(value)
    else if (value !== null && typeof value === 'object') for (const [key, one] of Object.entries(value)) walk(one, key)
  }
  walk(state)
  return [...new Set(found)]
}

test('a page with hostile scripts learns no basis, advice, decision or token of a held and submitted draft', async () => {
  const { stage, editor } = office
  const { id } = await stage.demo.store.create({ editor: 'textarea' }, new Date().toISOString())
  const page = await editor.context.newPage()
  await page.route('**/admin/edit?*', async (route) => {
    const answer = await route.fetch()
    const body = (await answer.text()).replace('<head>', `<head><script>${listener}</script>`)
    await route.fulfill({ response: answer, body })
  })
  await page.goto(`${stage.demo.origin}/admin/edit?id=${id}&editor=textarea`)
  await page.waitForSelector('form#article[data-ready]')
  const cms = new CmsPage(page, 'textarea', stage.demo.origin)
  await cms.fill({ ...notice.form, title: '关于报送总结的通知（偷听）' })
  await cms.paste('学生陈某某，身份证号350583201503150027，三年级。')
  const panel = await PanelPage.open(editor, page)
  await panel.lists('身份')
  await page.bringToFront()
  await cms.publish()
  await panel.page.getByText(text.held).waitFor()
  await panel.submit('请审。')
  await panel.says('submitted')
  const secrets = [...(await secretsOf()), '已送审', '禁止发布', '需复核', '必须处理']
  expect(secrets.filter((one) => /^mx|^[\w-]{20,}/.test(one)).length).toBeGreaterThan(0)
  expect(secrets.length).toBeGreaterThan(6)
  await page.bringToFront()
  // The listener does hear: what the page itself says, by the same doors.
  await page.evaluate(`JSON.stringify({ said: '页面自己的话' })`)
  const heard = (await page.evaluate(look)) as string
  expect(heard).toContain('页面自己的话')
  expect(secrets.filter((secret) => heard.includes(secret))).toEqual([])
  // The oracle that reads a closed shadow root: it finds the one fixed sentence, and nothing else of ours.
  expect(await page.evaluate(() => (window as unknown as { find(word: string): boolean }).find('本稿暂不能发布'))).toBe(
    true,
  )
  const oracle = await page.evaluate(
    (words) => words.filter((word) => (window as unknown as { find(word: string): boolean }).find(word)),
    secrets.map((one) => one.slice(0, 12)),
  )
  expect(oracle).toEqual([])
  await panel.page.close()
  await page.close()
})

test('the token is out of a content script’s reach, and what it can reach holds none', async () => {
  const { stage, editor } = office
  const page = await editor.context.newPage()
  const session = await editor.context.newCDPSession(page)
  const contexts: { id: number; origin: string }[] = []
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context))
  await session.send('Runtime.enable')
  await page.goto(`${stage.demo.origin}/admin/list`)
  const own = contexts.find(({ origin }) => origin === editor.extension)
  const run = async (expression: string): Promise<unknown> => {
    const { result } = await session.send('Runtime.evaluate', {
      ...{ expression, contextId: own!.id, awaitPromise: true, returnByValue: true },
    })
    return result.value
  }
  const reached = await run(
    `chrome.storage.session.get(null).then((all) => JSON.stringify(all), (error) => 'refused: ' + error.message)`,
  )
  expect(reached).toMatch(/^refused: .*not allowed/)
  const local = String(await run(`chrome.storage.local.get(null).then(JSON.stringify)`))
  expect(local).toContain('"account"')
  const [worker] = editor.context.serviceWorkers()
  const state = await worker!.evaluate(
    async () => await (globalThis as unknown as { chrome: Chrome }).chrome.storage.session.get(null),
  )
  expect(local).not.toContain((state.ticket as { token: string }).token)
  await page.close()
})
