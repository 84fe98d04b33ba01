import type { Page } from 'playwright-core'
import type { PagePart } from '../../../extension/messages/learning.ts'
import { learnText as text } from '../../../extension/platform/text/learning.ts'
import type { Person } from '../stage/person.ts'
import { PATIENCE } from './patience.ts'

/** The panel while a page is learnt, with every press counted: in it and in the page. */
export class LearnPage {
  clicks = 0
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  static async open(person: Person, beside: Page): Promise<LearnPage> {
    const tab = await person.tabOf(beside)
    const page = await person.context.newPage()
    await page.setViewportSize({ width: 360, height: 768 })
    await page.goto(`${person.extension}/sidepanel.html?tab=${tab}`)
    return new LearnPage(page)
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click()
    this.clicks += 1
  }

  /** A press in the CMS page, counted with the others. */
  async pressIn(press: () => Promise<void>): Promise<void> {
    await press()
    this.clicks += 1
  }

  async at(step: keyof typeof text.steps): Promise<void> {
    await this.page.locator('.steps [aria-current=step]', { hasText: text.steps[step] }).waitFor({ timeout: PATIENCE })
  }

  /** What is shown for a part, or 没有认出. */
  async shown(part: PagePart): Promise<string> {
    const row = this.page.locator('.learn-parts li', {
      has: this.page.locator('strong', { hasText: new RegExp(`^${text.parts[part]}$`) }),
    })
    return (await row.locator('.learn-shown > span').last().textContent()) ?? ''
  }

  /** What the trial reads, by its own words. */
  async read(what: string): Promise<string> {
    return (
      (await this.page
        .locator('.learn-read div', { has: this.page.locator('dt', { hasText: new RegExp(`^${what}$`) }) })
        .locator('dd')
        .textContent()) ?? ''
    )
  }
}
