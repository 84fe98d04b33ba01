import type { BrowserContext, Page, Worker } from 'playwright-core'
import { optionsText as text } from '../../../extension/platform/text/options.ts'
import { launchChromium } from '../../support/browser.ts'
import { type EgressRecorder, recordEgress } from '../../support/egress.ts'
import { PIN } from './member.ts'

/** Somebody with a browser of their own: the extension in it, signed in. */
export interface Person {
  context: BrowserContext
  /** `chrome-extension://…`, without a slash at the end. */
  extension: string
  /** Id of the tab that shows `page`, as the extension knows it. */
  tabOf(page: Page): Promise<number>
  /** Opens a page of the extension in a window of its own. */
  window(address: string): Promise<Page>
  /** The kind of page that the browser shows of the extension beside its tabs: whether the side panel stands open. */
  sidePanelOpen(): Promise<boolean>
  /** Everything that left this browser. */
  egress: EgressRecorder
  close(): Promise<void>
}

interface Call {
  /** Folder of the built demo extension. */
  folder: string
  headless?: boolean
  profile?: string
  program?: string
}

/** What of `chrome` the story reads from the extension's own background: no more than where things are. */
interface Chrome {
  tabs: { query(what: object): Promise<{ id: number; url: string }[]> }
  windows: { create(what: object): Promise<object> }
  runtime: { getContexts(what: object): Promise<object[]> }
}

async function background(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'))
}

/** Opens a browser with the extension. Nobody is signed in yet. */
export async function openBrowser({ folder, headless = true, ...others }: Call): Promise<Person> {
  const egress = await recordEgress()
  const context = await launchChromium({ extension: folder, headless, ...others, args: egress.args })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { host } = new URL((await background(context)).url())
  return {
    context,
    extension: `chrome-extension://${host}`,
    async tabOf(page) {
      const worker = await background(context)
      const tabs = await worker.evaluate(
        async () => await (globalThis as unknown as { chrome: Chrome }).chrome.tabs.query({}),
      )
      const tab = tabs.find(({ url }) => url === page.url())
      if (tab === undefined) throw new Error(`no tab shows ${page.url()}`)
      return tab.id
    },
    async window(url) {
      const worker = await background(context)
      const opened = context.waitForEvent('page', (page) => page.url() === url)
      await worker.evaluate(
        async (given) => void (await (globalThis as unknown as { chrome: Chrome }).chrome.windows.create(given)),
        { url, focused: false },
      )
      return await opened
    },
    async sidePanelOpen() {
      const worker = await background(context)
      const contexts = await worker.evaluate(
        async () =>
          await (globalThis as unknown as { chrome: Chrome }).chrome.runtime.getContexts({
            contextTypes: ['SIDE_PANEL'],
          }),
      )
      return contexts.length > 0
    },
    egress,
    async close() {
      await context.close()
      await egress.close()
    },
  }
}

/** Signs in on the options page with a one-time invitation code, as a person does. Resolves when the page shows who it is. */
export async function signInOnOptions(
  person: Pick<Person, 'context' | 'extension'>,
  worker: string,
  invitation: string,
  pin: boolean,
): Promise<Page> {
  const page = await person.context.newPage()
  await page.goto(`${person.extension}/options.html`)
  await page.fill('[name=worker]', worker)
  await page.fill('[name=invitation]', invitation)
  if (pin) await page.fill('[name=pin]', PIN)
  await page.getByRole('button', { name: text.signIn, exact: true }).click()
  await page.getByRole('button', { name: text.signOut }).waitFor()
  await page.getByText('与服务端核对').waitFor()
  return page
}
