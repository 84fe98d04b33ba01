import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe-core finds wrong with what stands on the page, one line each: WCAG 2.2 AA and axe's best practice. */
export async function violationsOn(page: Page): Promise<string[]> {
  // Evaluated through the debugger: the policy of an extension page lets no script in from outside.
  await page.evaluate(source)
  const { violations } = await page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } }
    return await axe.run({ runOnly: tags, resultTypes: ['violations'] })
  }, TAGS)
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${help}; ${failureSummary?.split('\n')[1]}`),
  )
}
