import type { Page } from 'playwright-core'
import { panelText as text } from '../../../extension/platform/text/panel.ts'
import type { Person } from '../stage/person.ts'
import { PATIENCE } from './patience.ts'

export interface ShownFinding {
  title: string
  place: string
  quote: string
}

/**
 * The side panel beside one tab, in a window of its own so that it can be driven and photographed. Not in a tab: of a window's tabs the
 * browser draws one, and lets the others have a frame a second.
 */
export class PanelPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  static async open(person: Person, beside: Page): Promise<PanelPage> {
    const tab = await person.tabOf(beside)
    const page = await person.window(`${person.extension}/sidepanel.html?tab=${tab}`)
    await page.setViewportSize({ width: 360, height: 768 })
    await page.waitForSelector('.verdict h1')
    return new PanelPage(page)
  }

  /** Waits until the one line says one of these words. Rejects with what it says instead. */
  async says(...keys: (keyof typeof text.verdicts)[]): Promise<string> {
    const words = keys.map((key) => text.verdicts[key][0])
    const line = this.page.locator('.verdict h1')
    const detail = this.page.locator('.verdict p')
    const deadline = Date.now() + PATIENCE
    for (;;) {
      const said = (await line.textContent()) ?? ''
      const full = `${said}：${(await detail.textContent()) ?? ''}`
      if (words.some((word) => word === said)) return full
      if (Date.now() > deadline) throw new Error(`the panel says “${full}”, not ${words.join(' or ')}`)
      await line
        .page()
        .waitForFunction(
          ([old, limit]) => document.querySelector('.verdict h1')?.textContent !== old || Date.now() > limit,
          [said, Math.min(deadline, Date.now() + 1000)] as const,
        )
    }
  }

  async findings(): Promise<ShownFinding[]> {
    return await this.page.locator('article.finding').evaluateAll((cards) =>
      cards.map((card) => ({
        title: card.querySelector('h3')?.textContent ?? '',
        place: card.querySelector('.spread .small')?.textContent ?? '',
        quote: card.querySelector('.quote mark')?.textContent ?? '',
      })),
    )
  }

  /** Waits until a finding of this title is listed (or is not). */
  async lists(title: string, listed = true): Promise<void> {
    const card = this.page.locator('article.finding', { has: this.page.locator('h3', { hasText: title }) })
    await card.first().waitFor({ state: listed ? 'visible' : 'detached', timeout: PATIENCE })
  }

  /** 定位 of the first finding of this title: the CMS page scrolls to it. Resolves when the panel says that it was found. */
  async reveal(title: string): Promise<void> {
    const card = this.page.locator('article.finding', { has: this.page.locator('h3', { hasText: title }) }).first()
    await card.getByRole('button', { name: text.reveal }).click()
    await card.getByText(text.revealed).waitFor()
  }

  async submit(words: string): Promise<void> {
    await this.page.getByRole('button', { name: text.submit, exact: true }).click()
    await this.page.getByLabel(text.submitWords).fill(words)
    for (const tick of await this.page.locator('form.sheet input[type=checkbox]').all()) await tick.check()
    await this.page.getByRole('button', { name: text.submitNow }).click()
  }

  /** Reads the draft again, and asks the Worker what became of it. */
  async recheck(): Promise<void> {
    await this.page.reload()
    await this.page.waitForSelector('.verdict h1')
  }

  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: text.publish, exact: true }).click()
  }

  /** The blocks that are shown as changed: what was added, what was taken away. */
  async changes(): Promise<{ added: string[]; removed: string[] }> {
    const texts = (selector: string) => this.page.locator(`.diff ${selector}`).allTextContents()
    await this.page.locator('.diff').waitFor()
    return { added: await texts('ins'), removed: await texts('del') }
  }
}
