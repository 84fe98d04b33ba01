import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Worker } from 'playwright-core'
import { type Demo, startDemo } from '../../demo/start.ts'
import { launchChromium } from '../../support/browser.ts'
import { installEditors } from '../../support/editors.ts'
import { eventually } from '../../support/eventually.ts'
import type { Manner } from './scripts.ts'
import { inStandIn, type StandIn, standInExtension } from './stand-in.ts'

/** The demo back office in a browser whose extension has the stand-in for a background. */
export class GateBench {
  readonly demo: Demo
  readonly browser: BrowserContext
  /** `chrome-extension://…`, without a slash at the end. */
  extension = ''

  private constructor(demo: Demo, browser: BrowserContext) {
    this.demo = demo
    this.browser = browser
  }

  static async open(): Promise<GateBench> {
    await installEditors()
    const demo = await startDemo({ port: 0, folder: await mkdtemp(join(tmpdir(), 'menxia-gate-')) })
    const browser = await launchChromium({ extension: await standInExtension(), backForwardCache: true })
    await browser.grantPermissions(['clipboard-read', 'clipboard-write'])
    const bench = new GateBench(demo, browser)
    bench.extension = `chrome-extension://${new URL((await bench.background()).url()).host}`
    await bench.use('own')
    return bench
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.demo.close()
  }

  /** The extension's service worker of now: it can die, and is woken. */
  private async background(): Promise<Worker> {
    const own = (one: Worker): boolean => one.url().startsWith('chrome-extension://')
    const living = this.browser.serviceWorkers().findLast(own)
    if (living !== undefined) return living
    const woken = this.browser.waitForEvent('serviceworker', own)
    if (this.extension !== '') {
      const page = await this.browser.newPage()
      await page.goto(`${this.extension}/options.html`)
      await page.evaluate(`void chrome.runtime.sendMessage({ kind: 'wake', ask: {} })`)
      void page.close()
    }
    return await woken
  }

  /** From here on the extension knows the demo back office in this manner only. */
  async use(manner: Manner): Promise<void> {
    await this.inside((standIn, site) => standIn.lock(site), { origin: this.demo.origin, manner })
  }

  /** Holds from here on, with nothing logged yet. */
  async reset(): Promise<void> {
    await this.answerWith('hold')
    await this.inside((standIn) => {
      for (const list of [standIn.log, standIn.sent, standIn.refused]) list.length = 0
    }, null)
  }

  async answerWith(verdict: StandIn['verdict']): Promise<void> {
    await this.inside((standIn, given) => Object.assign(standIn, { verdict: given }) && null, verdict)
  }

  async inside<T, A>(use: (standIn: StandIn, given: A) => T | Promise<T>, given: A): Promise<T> {
    return await inStandIn(await this.background(), use, given)
  }

  async log(): Promise<StandIn['log']> {
    return await this.inside((standIn) => standIn.log, null)
  }

  async sent(): Promise<StandIn['sent']> {
    return await this.inside((standIn) => standIn.sent, null)
  }

  /** Resolves when a page, of this article where one is given, has asked or told this. Rejects after ten seconds. */
  async until(kind: string, article = ''): Promise<void> {
    const kinds = await eventually(
      async () => (await this.log()).filter(({ url }) => url.includes(article)).map((one) => one.kind),
      (all) => all.includes(kind),
    )
    if (!kinds.includes(kind)) throw new Error(`no ${kind} came, only ${kinds.join()}`)
  }

  /** Ends the extension's service worker, as the browser does with an idle one. */
  async killBackground(): Promise<void> {
    await this.background()
    const page = await this.browser.newPage()
    const session = await this.browser.newCDPSession(page)
    const living = async () =>
      (await session.send('Target.getTargets')).targetInfos.filter(
        ({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension://'),
      )
    for (const { targetId } of await living()) await session.send('Target.closeTarget', { targetId })
    const left = await eventually(living, (all) => all.length === 0)
    if (left.length > 0) throw new Error('the service worker does not end')
    await page.close()
  }
}
