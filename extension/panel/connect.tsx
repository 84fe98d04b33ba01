import type { VNode } from 'preact'
import { browser } from '../platform/browser.ts'
import { panelText as text } from '../platform/text/panel.ts'
import { ask } from '../platform/ui/asking.ts'

/** This site has no profile, or its permission was not given yet. The browser asks; only an answer there opens it. */
export function Connect({ origin }: { origin: string }): VNode {
  const connect = async (): Promise<void> => {
    if (await browser.permissions.request({ origins: [`${origin}/*`] })) await ask('site.connect', { origin })
  }
  return (
    <section class="part">
      <p>{origin}</p>
      <p class="soft small">{text.connectNote}</p>
      <button type="button" class="primary" onClick={connect}>
        {text.openThisSite}
      </button>
    </section>
  )
}
