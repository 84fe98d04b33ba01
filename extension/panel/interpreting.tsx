import type { VNode } from 'preact'
import { isInterpreted } from '../messages/interpretation-view.ts'
import type { DeskView } from '../messages/view.ts'
import { browser } from '../platform/browser.ts'
import { panelText as text } from '../platform/text/panel.ts'
import { ask } from '../platform/ui/asking.ts'
import { Interpretation } from '../platform/ui/interpretation.tsx'
import { PlanForm } from './plan-form.tsx'
import { planning } from './store.ts'

/** 政策解读 in the panel: what is linked, and what the editor can do about what is not. */
export function Interpreting({ desk }: { desk: DeskView }): VNode | null {
  const { check, links, tab } = desk
  if (check === null) return null
  const { plan } = check.interpretation
  return (
    <Interpretation check={check} links={links}>
      <Permit desk={desk} />
      {isInterpreted(check.kind.is) &&
        (planning.value ? (
          <PlanForm check={check} tab={tab} onDone={() => (planning.value = false)} />
        ) : (
          <div class="row">
            <button type="button" class="quiet" id="plan-open" onClick={() => (planning.value = true)}>
              {plan === null ? text.planWrite : text.planChange}
            </button>
            {plan !== null && (
              <button type="button" class="quiet" onClick={() => ask('panel.plan', { tab, plan: null })}>
                {text.planDrop}
              </button>
            )}
          </div>
        ))}
    </Interpretation>
  )
}

/** The public site was not asked, because nobody allowed it: the browser asks, only an answer there opens it. */
function Permit({ desk: { links, tab } }: { desk: DeskView }): VNode | null {
  const url = Object.entries(links).find(([, { state }]) => state === 'unasked')?.[0]
  if (url === undefined) return null
  const { origin, host } = new URL(url)
  const permit = async (): Promise<void> => {
    if (await browser.permissions.request({ origins: [`${origin}/*`] })) await ask('panel.links', { tab })
  }
  return (
    <button type="button" onClick={permit}>
      {text.permitLinks(host)}
    </button>
  )
}
