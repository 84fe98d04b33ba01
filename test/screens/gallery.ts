import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../support/browser.ts'
import { violationsOn } from './axe.ts'
import type { Screen } from './screen.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const folder = join(root, 'out/screens')
/** Tall enough that nothing is scrolled away from axe. */
const TALL = 2600

interface Wanted {
  schemes: readonly ('light' | 'dark')[]
  pictures: boolean
}
const WHOLE: Wanted = { schemes: ['light', 'dark'], pictures: true }

export interface Gallery {
  screens: number
  pictures: number
  /** `screen scheme: what is wrong`. */
  violations: string[]
}

declare const chrome: {
  runtime: { sendMessage(message: object): Promise<unknown> }
  storage: {
    session: { set(values: object): Promise<void>; onChanged: { addListener(listener: () => void): void } }
  }
}

/** Shows each screen in a browser with the demo build: a picture a scheme in `out/screens`, and what axe-core finds. */
export async function hang(screens: readonly Screen[], wanted: Wanted = WHOLE): Promise<Gallery> {
  await mkdir(folder, { recursive: true })
  const context = await launchChromium({ extension: join(root, 'out/extension/chrome-demo') })
  try {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
    const gallery: Gallery = { screens: 0, pictures: 0, violations: [] }
    for (const screen of screens) await show(context, new URL(worker.url()).host, screen, wanted, gallery)
    return gallery
  } finally {
    await context.close()
  }
}

async function show(
  context: BrowserContext,
  id: string,
  screen: Screen,
  { schemes, pictures }: Wanted,
  gallery: Gallery,
): Promise<void> {
  const { name, path, width, height, laidOut, answers, shows, act } = screen
  const page = await context.newPage()
  const at = `chrome-extension://${id}`
  await page.setViewportSize({ width, height })
  // Laid out before the page is there: it then starts with what it is to show.
  await page.goto(`${at}/sidepanel.html?tab=0`)
  await layOut(page, laidOut)
  if (answers !== undefined) await page.addInitScript(answerFrom, answers)
  await page.goto(`${at}${path}`)
  await layOut(page, laidOut)
  await page.waitForSelector(shows)
  await act?.(page)
  for (const scheme of pictures ? schemes : []) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await page.screenshot({ path: join(folder, `${name}-${scheme}.png`) })
    gallery.pictures += 1
  }
  await page.setViewportSize({ width, height: TALL })
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    for (const found of await violationsOn(page)) gallery.violations.push(`${name} ${scheme}: ${found}`)
  }
  gallery.screens += 1
  await page.close()
}

/** Lays `values` out as the background does, and again whenever the background's own round writes over them. */
async function layOut(page: Page, values: object): Promise<void> {
  await page.evaluate(async (ours) => {
    chrome.storage.session.onChanged.addListener(() => void chrome.storage.session.set(ours))
    await chrome.storage.session.set(ours)
  }, values)
}

function answerFrom(answers: Readonly<Record<string, unknown>>): void {
  chrome.runtime.sendMessage = async (message) => {
    const { kind } = message as { kind: string }
    return { answer: kind in answers ? answers[kind] : null }
  }
}
