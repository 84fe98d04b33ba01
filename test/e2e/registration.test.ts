import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildExtension } from '../start/build.ts'
import { type Served, serve } from '../support/serve.ts'
import { openBrowser, type Person } from './stage/person.ts'

/** The product's own build, with one site allowed as a person would allow it: headless, `permissions.request` never answers. */
let person: Person
let site: Served

interface Chrome {
  scripting: { getRegisteredContentScripts(): Promise<{ js: string[]; matches: string[]; world?: string }[]> }
}

beforeAll(async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'menxia-product-')), 'extension')
  await cp(await buildExtension(), folder, { recursive: true })
  const file = join(folder, 'manifest.json')
  const manifest = JSON.parse(await readFile(file, 'utf8'))
  expect(manifest.content_scripts).toBeUndefined()
  expect(manifest.host_permissions).toBeUndefined()
  await writeFile(file, JSON.stringify({ ...manifest, host_permissions: ['http://localhost/*'] }))
  const page = () => new Response('<h1>后台</h1>', { headers: { 'content-type': 'text/html; charset=utf-8' } })
  site = await serve(page, { port: 0, what: '网站', flag: '' })
  person = await openBrowser({ folder })
})
afterAll(async () => {
  await person?.close()
  await site?.close()
})

test('the product runs only where it was allowed, and there with every content script of the build', async () => {
  const worker = person.context.serviceWorkers()[0]!
  const registered = () =>
    worker.evaluate(
      async () => await (globalThis as unknown as { chrome: Chrome }).chrome.scripting.getRegisteredContentScripts(),
    )
  await expect.poll(async () => (await registered()).length, { timeout: 10_000 }).toBe(3)
  const scripts = await registered()
  expect(scripts.every(({ matches }) => matches.join() === 'http://localhost/*')).toBe(true)
  expect(scripts.flatMap(({ js }) => js).toSorted()).toEqual(
    ['cms', 'editor-frame', 'page-wrapper'].map((name) => `content-scripts/${name}.js`),
  )
  const page = await person.context.newPage()
  await page.goto(site.origin)
  const panel = await person.context.newPage()
  await panel.goto(`${person.extension}/sidepanel.html?tab=${await person.tabOf(page)}`)
  // Only a content script that ran there can have told the address.
  await panel.getByText(site.origin, { exact: true }).waitFor()
})
