import type { Page } from 'playwright-core'
import type { Person } from '../stage/person.ts'

/** The reviewer opens the newest draft of this title, ticks the five gates, gives a reason and approves. */
export async function decide(reviewer: Person, title: string, reason: string): Promise<{ page: Page; said: string }> {
  const page = await reviewer.context.newPage()
  await page.goto(`${reviewer.extension}/review.html`)
  await page.getByText(title).first().click()
  for (const gate of ['政治关', '法律关', '政策关', '保密关', '文字关']) await page.getByLabel(gate).check()
  await page.getByLabel('理由').fill(reason)
  await page.getByRole('button', { name: '同意' }).click()
  const status = page.getByText('已批准').first()
  await status.waitFor()
  return { page, said: (await status.textContent()) ?? '' }
}
