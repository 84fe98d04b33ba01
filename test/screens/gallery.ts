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

/** On the stagehand's page: what stands now. */
declare let laidOut: object
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
    const at = `chrome-extension://${new URL(worker.url()).host}`
    const lay = await stagehand(context, at)
    for (const screen of screens) {
      await lay(screen.laidOut)
      await show(await context.newPage(), at, screen, wanted, gallery)
    }
    return gallery
  } finally {
    await context.close()
  }
}

async function show(
  page: Page,
  at: string,
  screen: Screen,
  { schemes, pictures }: Wanted,
  gallery: Gallery,
): Promise<void> {
  const { name, path, width, height, answers, shows, act } = screen
  await page.setViewportSize({ width, height })
  if (answers !== undefined) await page.addInitScript(answerFrom, answers)
  await page.goto(`${at}${path}`)
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

/** A page of ours behind the scenes: lays out what the background would, and again whenever the background's own round writes over it. */
async function stagehand(context: BrowserContext, at: string): Promise<(values: object) => Promise<void>> {
  const page = await context.newPage()
  await page.goto(`${at}/sidepanel.html?tab=0`)
  await page.evaluate(() => {
    Object.assign(globalThis, { laidOut: {} })
    chrome.storage.session.onChanged.addListener(() => void chrome.storage.session.set(laidOut))
  })
  return (values) =>
    page.evaluate(async (ours) => {
      // What the screen before was given is not this one's.
      laidOut = { 'learn:1': null, ...ours }
      await chrome.storage.session.set(laidOut)
    }, values)
}

function answerFrom(answers: Readonly<Record<string, unknown>>): void {
  chrome.runtime.sendMessage = async (message) => {
    const { kind } = message as { kind: string }
    return { answer: kind in answers ? answers[kind] : null }
  }
}
