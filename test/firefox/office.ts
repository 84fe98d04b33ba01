import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import type { Client } from '#shared/api/client.ts'
import type { DeskView } from '../../extension/messages/view.ts'
import { optionsText } from '../../extension/platform/text/options.ts'
import { type Stage, setStage } from '../e2e/stage/stage.ts'
import { reviewerAtTerminal } from '../e2e/story/shortcut.ts'
import { buildFirefoxExtension } from '../start/build.ts'
import { launchFirefox, type RunningFirefox } from '../support/firefox.ts'

/** Runs inside one of our own pages, as `browser` there. */
export interface Extension {
  tabs: { query(what: object): Promise<{ id: number; url: string }[]> }
  storage: { session: { get(key: string): Promise<Record<string, unknown>> } }
  action: {
    getBadgeText(of: { tabId: number }): Promise<string>
    getTitle(of: { tabId: number }): Promise<string>
  }
  sidebarAction: { isOpen(of: object): Promise<boolean> }
  extension: { getViews(): Window[] }
}

/** A stage of its own, an editor signed in in Firefox, and a reviewer at a terminal. */
export interface FirefoxOffice extends RunningFirefox {
  stage: Stage
  reviewer: Client
  /** The options page, which stays open: from it the tests see what only an extension can. */
  options: Page
  close(): Promise<void>
}

/**
 * Waits until a document that is on its way in `page` is there and drawn. While the tab changes its process any question to it may fail, and
 * Puppeteer's own waits give up then (“Waiting failed”).
 */
export async function drawn(page: Page, selector: string): Promise<void> {
  const look = (wanted: string): boolean =>
    location.protocol === 'moz-extension:' &&
    document.documentElement.dataset.left === undefined &&
    document.querySelector(wanted) !== null
  await until(
    () => page.evaluate(look, selector).catch((error: Error) => error.message),
    (seen) => seen === true,
    `${selector} is not drawn`,
  )
}

/** Opens one of our own pages. BiDi never tells that such a navigation has ended, so the page itself is asked. */
export async function openOwn({ browser, extension }: RunningFirefox, path: string): Promise<Page> {
  const page = await browser.newPage()
  void page.goto(`${extension}${path}`).catch(() => {})
  await drawn(page, '#root > *')
  return page
}

async function signIn(office: RunningFirefox, worker: string, invitation: string): Promise<Page> {
  const page = await openOwn(office, '/options.html')
  await page.type('[name=worker]', worker)
  await page.type('[name=invitation]', invitation)
  await page.click('button[type=submit]')
  for (const words of [optionsText.signOut, '与服务端核对']) {
    await page.waitForFunction((text) => document.body.textContent.includes(text), { timeout: 20_000 }, words)
  }
  return page
}

export async function openFirefoxOffice(): Promise<FirefoxOffice> {
  const folder = await buildFirefoxExtension()
  const stage = await setStage({
    folder: await mkdtemp(join(tmpdir(), 'menxia-firefox-')),
    demoPort: 0,
    workerPort: 0,
  })
  try {
    const firefox = await launchFirefox({ extension: folder })
    const close = async (): Promise<void> => {
      await firefox.browser.close()
      await stage.close()
    }
    const { worker, bureau } = stage
    const options = await signIn(firefox, worker.origin, await bureau.invite('editor'))
    return { ...firefox, stage, options, reviewer: await reviewerAtTerminal(bureau), close }
  } catch (error) {
    await stage.close()
    throw error
  }
}

/** Id of the tab at this address, as the extension knows it. */
export async function tabOf({ options }: FirefoxOffice, url: string): Promise<number> {
  const id = await options.evaluate(async (wanted) => {
    const { browser } = globalThis as unknown as { browser: Extension }
    return (await browser.tabs.query({})).find((tab) => tab.url === wanted)?.id ?? null
  }, url)
  if (id === null) throw new Error(`no tab shows ${url}`)
  return id
}

/** What the background has laid out for a tab. */
export async function deskOf({ options }: FirefoxOffice, tab: number): Promise<DeskView | null> {
  return await options.evaluate(async (key) => {
    const { browser } = globalThis as unknown as { browser: Extension }
    return ((await browser.storage.session.get(key))[key] ?? null) as DeskView | null
  }, `desk:${tab}`)
}

/** Looks again, a question to the browser each time, until `holds` is true of what `look` sees, at most 20 s. Rejects with the last thing that was seen. */
export async function until<T>(look: () => Promise<T>, holds: (seen: T) => boolean, what: string): Promise<T> {
  const deadline = Date.now() + 20_000
  for (;;) {
    const seen = await look()
    if (holds(seen)) return seen
    if (Date.now() > deadline) throw new Error(`${what}: ${JSON.stringify(seen)?.slice(0, 300)}`)
  }
}

/** Waits until the background has laid out for this tab what `holds` asks for. */
export async function deskBecomes(
  office: FirefoxOffice,
  tab: number,
  holds: (desk: DeskView) => boolean,
): Promise<DeskView> {
  const desk = await until(
    () => deskOf(office, tab),
    (seen) => seen !== null && holds(seen),
    'the desk never became so',
  )
  return desk as DeskView
}
