import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../support/browser.ts'
import { panelStates } from './states.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'out/screens')

/** Every state of every page, light and dark, as pictures in `out/screens`. `npm run screens [-- name …]`. */
const only = process.argv.slice(2)
await mkdir(folder, { recursive: true })
const context = await launchChromium({ extension: join(root, 'out/extension/chrome-demo') })
try {
  const id = await extensionId(context)
  const page = await context.newPage()
  await page.setViewportSize({ width: 360, height: 720 })
  let count = 0
  for (const [name, { desk, house }] of Object.entries(panelStates)) {
    if (only.length > 0 && !only.includes(name)) continue
    await page.goto(`chrome-extension://${id}/sidepanel.html?tab=${desk.tab}`)
    await page.waitForSelector('h1')
    await page.evaluate(
      async (values) => {
        // The background's own round comes first; then ours stands.
        await chrome.runtime.sendMessage({ kind: 'house.refresh', ask: {} })
        await chrome.storage.session.set(values)
      },
      { [`desk:${desk.tab}`]: desk, house },
    )
    count += await shoot(page, `panel-${name}`)
  }
  console.log(`${count} pictures in out/screens`)
} finally {
  await context.close()
}

declare const chrome: {
  runtime: { sendMessage(message: object): Promise<unknown> }
  storage: { session: { set(values: object): Promise<void> } }
}

async function extensionId(context: BrowserContext): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
  return new URL(worker.url()).host
}

async function shoot(page: Page, name: string): Promise<number> {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: join(folder, `${name}-${scheme}.png`) })
  }
  return 2
}
