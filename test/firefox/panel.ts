import type { ElementHandle, Page } from 'puppeteer-core'
import { panelText as text } from '../../extension/platform/text/panel.ts'
import { drawn, type FirefoxOffice, openOwn, until } from './office.ts'

/** The sidebar's page beside one tab, in a tab of its own so that it can be driven and photographed. */
export class FirefoxPanel {
  readonly page: Page

  private constructor(page: Page) {
    this.page = page
  }

  static async open(office: FirefoxOffice, tab: number): Promise<FirefoxPanel> {
    const page = await openOwn(office, `/sidepanel.html?tab=${tab}`)
    await page.setViewport({ width: 360, height: 768 })
    await page.waitForSelector('.verdict h1')
    return new FirefoxPanel(page)
  }

  async words(): Promise<string> {
    return await this.page.evaluate(() => document.body.textContent)
  }

  /** Waits until the panel says this. Rejects with what it says instead. */
  async says(words: string): Promise<void> {
    await until(
      () => this.words(),
      (said) => said.includes(words),
      `the panel does not say “${words}”`,
    )
  }

  /** Presses the first button whose name begins with this. */
  async press(words: string): Promise<void> {
    await this.page.bringToFront()
    const button = await this.page.waitForFunction(
      (name) => {
        const named = (one: HTMLButtonElement): string => one.getAttribute('aria-label') ?? one.textContent
        return [...document.querySelectorAll('button')].find((one) => named(one).trim().startsWith(name)) ?? null
      },
      {},
      words,
    )
    await (button as ElementHandle<HTMLButtonElement>).click()
  }

  /** 定位 of the first finding. Resolves when the panel says that it was found. */
  async reveal(): Promise<void> {
    await this.press(text.reveal)
    await this.says(text.revealed)
  }

  async submit(words: string): Promise<void> {
    await this.press(text.submit)
    await this.page.type('form.sheet textarea', words)
    for (const tick of await this.page.$$('form.sheet input[type=checkbox]')) await tick.click()
    await this.press(text.submitNow)
    await this.says(text.verdicts.submitted[0])
  }

  /** Reads the draft again, and asks the Worker what became of it. */
  async recheck(): Promise<void> {
    await this.page.evaluate(() => {
      document.documentElement.dataset.left = ''
      location.reload()
    })
    await drawn(this.page, '.verdict h1')
  }
}
