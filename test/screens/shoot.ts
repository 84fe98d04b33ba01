import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../support/browser.ts'
import { reviewAnswers, reviewer } from './review-states.ts'
import { panelStates, signedIn } from './states.ts'

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
    await layOut(page, { [`desk:${desk.tab}`]: desk, house })
    count += await shoot(page, `panel-${name}`)
  }
  // Two pages that each lay out their own house would never be done.
  await page.close()
  if (only.length === 0 || only.includes('review')) count += await shootReview(context, id)
  if (only.length === 0 || only.includes('options')) count += await shootOptions(context, id)
  console.log(`${count} pictures in out/screens`)
} finally {
  await context.close()
}

declare const chrome: {
  runtime: { sendMessage(message: object): Promise<unknown> }
  storage: {
    session: { set(values: object): Promise<void>; onChanged: { addListener(listener: () => void): void } }
  }
}

/** Lays `values` out as the background does, and again whenever the background's own round writes over them. */
async function layOut(page: Page, values: object): Promise<void> {
  await page.evaluate(async (ours) => {
    chrome.storage.session.onChanged.addListener(() => void chrome.storage.session.set(ours))
    await chrome.storage.session.set(ours)
  }, values)
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

/** The review page with made-up answers in place of the background's. */
async function shootReview(context: BrowserContext, id: string): Promise<number> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 1366, height: 768 })
  await page.goto(`chrome-extension://${id}/options.html`)
  await layOut(page, { house: reviewer })
  await page.addInitScript((answers) => {
    chrome.runtime.sendMessage = async (message) => {
      const kind = (message as { kind: string }).kind
      return kind in answers ? { answer: answers[kind] } : { answer: null }
    }
  }, reviewAnswers)
  await page.goto(`chrome-extension://${id}/review.html`)
  await page.waitForSelector('.bar')
  await layOut(page, { house: reviewer })
  await page.waitForSelector('.row-button')
  let count = await shoot(page, 'review-queue')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForSelector('.draft h1')
  count += await shoot(page, 'review-open')
  await page.getByLabel('只看改动').check()
  await page.getByRole('button', { name: '同意' }).click()
  count += await shoot(page, 'review-missing')
  await page.close()
  return count
}

async function shootOptions(context: BrowserContext, id: string): Promise<number> {
  const page = await context.newPage()
  await page.setViewportSize({ width: 1000, height: 900 })
  let count = 0
  for (const [name, house] of Object.entries({ 'signed-out': { ...signedIn, person: null }, 'signed-in': signedIn })) {
    await page.goto(`chrome-extension://${id}/options.html`)
    await page.waitForSelector('#sites')
    await layOut(page, { house })
    count += await shoot(page, `options-${name}`)
  }
  await page.close()
  return count
}
