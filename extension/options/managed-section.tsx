import type { VNode } from 'preact'
import type { ManagedView } from '../messages/view.ts'
import { optionsText as text } from '../platform/text/options.ts'
import { Banner } from '../platform/ui/banner.tsx'

/** 由单位管理: what IT set for this machine. Shown, never changed here. */
export function ManagedSection({ managed }: { managed: ManagedView | null }): VNode | null {
  if (managed === null) return null
  const rows: [string, string | null][] = [
    [text.worker, managed.worker],
    [text.tenant, managed.tenant],
    [text.forcedSites, managed.sites.length === 0 ? null : managed.sites.join('、')],
    [text.failPolicy, managed.failPolicy === null ? null : text.failPolicies[managed.failPolicy]],
  ]
  return (
    <section class="part" aria-labelledby="managed">
      <h2 id="managed">{text.managed}</h2>
      <p class="soft small">{text.managedNote}</p>
      <dl class="managed">
        {rows.map(([what, value]) => (
          <div key={what}>
            <dt class="soft small">{what}</dt>
            <dd>{value ?? <span class="soft">{text.notSet}</span>}</dd>
          </div>
        ))}
      </dl>
      {managed.faults.length > 0 && <Banner tone="unread">{text.managedFaults(managed.faults.join('、'))}</Banner>}
    </section>
  )
}
