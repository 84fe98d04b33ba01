import type { Page } from 'playwright-core'
import { reviewText as text } from '../../../extension/platform/text/review.ts'
import type { Person } from '../stage/person.ts'

/** The reviewer opens this review, ticks the five gates and 三同步, gives a reason and approves. Resolves when the decision is proved to be in the ledger. */
export async function decide(reviewer: Person, id: string, reason: string): Promise<{ page: Page; said: string }> {
  const page = await reviewer.context.newPage()
  await page.goto(`${reviewer.extension}/review.html#${id}`)
  for (const [name] of Object.values({ ...text.gates, ...text.syncs })) await page.getByLabel(name).check()
  await page.getByRole('textbox', { name: text.reason, exact: true }).fill(reason)
  await page.getByRole('button', { name: text.verdicts.approve, exact: true }).click()
  const said = page.getByText(text.decided(text.verdicts.approve))
  await said.waitFor()
  return { page, said: (await said.textContent()) ?? '' }
}
