import type { Rule } from './lock-rules.ts'
import type { NetworkApi } from './network-gate.ts'

type Rules = NetworkApi['declarativeNetRequest']

/** Above the lock and above every window. */
const PRIORITY = 9

/**
 * Stops every request of one tab, by whatever way it is sent: what is pressed in it while a page is learnt cannot go out. Resolves when the
 * browser has it so. A session rule, which outlives the background and not the browser.
 */
export async function stopTab(rules: Rules, tabId: number): Promise<void> {
  await freeTab(rules, tabId)
  const last = Math.max(0, ...(await rules.getSessionRules()).map(({ id }) => id))
  const resourceTypes = Object.values(rules.ResourceType) as NonNullable<Rule['condition']['resourceTypes']>
  const rule: Rule = {
    id: last + 1,
    priority: PRIORITY,
    action: { type: 'block' },
    condition: { tabIds: [tabId], resourceTypes },
  }
  await rules.updateSessionRules({ addRules: [rule] })
}

/** Lets a tab send again. Safe to call for one that was not stopped. */
export async function freeTab(rules: Rules, tabId: number): Promise<void> {
  const own = (await rules.getSessionRules()).filter((rule) => isStop(rule) && rule.condition.tabIds?.includes(tabId))
  if (own.length > 0) await rules.updateSessionRules({ removeRuleIds: own.map(({ id }) => id) })
}

/** The tabs that are stopped now. */
export async function stoppedTabs(rules: Rules): Promise<number[]> {
  return (await rules.getSessionRules()).filter(isStop).flatMap(({ condition }) => condition.tabIds ?? [])
}

/** A stop is no window: whoever shuts windows leaves it. */
export function isStop({ action }: Rule): boolean {
  return action.type === 'block'
}
