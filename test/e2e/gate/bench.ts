import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Worker } from 'playwright-core'
import { expect } from 'vitest'
import { type Demo, startDemo } from '../../demo/start.ts'
import { launchChromium } from '../../support/browser.ts'
import { installEditors } from '../../support/editors.ts'
import { inStandIn, type StandIn, standInExtension } from './stand-in.ts'

/** The demo back office in a browser whose extension has the stand-in for a background. */
export class GateBench {
  readonly demo: Demo
  readonly browser: BrowserContext
  private readonly background: Worker

  private constructor(demo: Demo, browser: BrowserContext, background: Worker) {
    this.demo = demo
    this.browser = browser
    this.background = background
  }

  static async open(): Promise<GateBench> {
    await installEditors()
    const demo = await startDemo({ port: 0, folder: await mkdtemp(join(tmpdir(), 'menxia-gate-')) })
    const browser = await launchChromium({ extension: await standInExtension() })
    await browser.grantPermissions(['clipboard-read', 'clipboard-write'])
    const background = browser.serviceWorkers()[0] ?? (await browser.waitForEvent('serviceworker'))
    await inStandIn(background, (standIn, origin) => standIn.lock(origin), demo.origin)
    return new GateBench(demo, browser, background)
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.demo.close()
  }

  /** Holds from here on, with nothing logged yet. */
  async reset(): Promise<void> {
    await this.answerWith('hold')
    await this.inside((standIn) => {
      standIn.log.length = 0
      standIn.sent.length = 0
    }, null)
  }

  async answerWith(verdict: StandIn['verdict']): Promise<void> {
    await this.inside((standIn, given) => Object.assign(standIn, { verdict: given }) && null, verdict)
  }

  async inside<T, A>(use: (standIn: StandIn, given: A) => T | Promise<T>, given: A): Promise<T> {
    return await inStandIn(this.background, use, given)
  }

  async log(): Promise<StandIn['log']> {
    return await this.inside((standIn) => standIn.log, null)
  }

  async sent(): Promise<StandIn['sent']> {
    return await this.inside((standIn) => standIn.sent, null)
  }

  async until(kind: string): Promise<void> {
    await expect.poll(async () => (await this.log()).map((one) => one.kind), { timeout: 10_000 }).toContain(kind)
  }
}
