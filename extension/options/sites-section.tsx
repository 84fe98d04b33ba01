import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import { parseUrl } from '#shared/draft/target.ts'
import type { SiteRow } from '../messages/panel.ts'
import { browser } from '../platform/browser.ts'
import { optionsText as text } from '../platform/text/options.ts'
import { ask, refusal } from '../platform/ui/asking.ts'
import { Field } from '../platform/ui/field.tsx'
import { Shape } from '../platform/ui/shape.tsx'

/** 网站: where 门下 may work. The browser asks; only an answer there opens a site. */
export function SitesSection({ ruleset }: { ruleset: string }): VNode {
  const rows = useSignal<SiteRow[] | null>(null)
  const load = async (): Promise<void> => {
    rows.value = (await ask('site.list', {}))?.answer.sites ?? null
  }
  useEffect(() => void load(), [ruleset])
  const connect = async (origin: string): Promise<void> => {
    // First of all: the browser asks only within the press.
    const granted = await browser.permissions.request({ origins: [`${origin}/*`] }).catch(() => false)
    if (granted) await ask('site.connect', { origin })
    else refusal.value = text.notGranted
    await load()
  }
  const turn = async (row: SiteRow): Promise<void> => {
    if (!row.on) return await connect(row.origin)
    await ask('site.disconnect', { origin: row.origin })
    const said = refusal.value
    await load()
    refusal.value = said
  }
  return (
    <section class="part" aria-labelledby="sites">
      <h2 id="sites">{text.sites}</h2>
      <p class="soft small">{text.sitesNote}</p>
      {rows.value?.length === 0 && <p>{text.noSites}</p>}
      <ul class="stack">
        {rows.value?.map((row) => (
          <Site key={row.origin} row={row} onTurn={() => turn(row)} />
        ))}
      </ul>
      <AddSite onAdd={connect} />
    </section>
  )
}

function Site({ row, onTurn }: { row: SiteRow; onTurn: () => void }): VNode {
  return (
    <li class="row spread site">
      <span>
        <strong>{row.name ?? row.origin}</strong> {row.name !== null && row.origin}
        <br />
        <span class="small">
          <Shape tone={row.on ? 'ready' : 'blank'} size={12} /> {row.on ? text.on : text.off}
          <span class="soft"> · {row.lock === null ? text.noProfile : text.locks[row.lock]}</span>
          {row.managed && <span class="soft"> · {text.managed}</span>}
        </span>
      </span>
      {!(row.managed && row.on) && (
        <button type="button" aria-label={`${row.on ? text.turnOff : text.turnOn} ${row.origin}`} onClick={onTurn}>
          {row.on ? text.turnOff : text.turnOn}
        </button>
      )}
    </li>
  )
}

/** A CMS that no profile knows yet: allowed here first, learnt beside its page then. */
function AddSite({ onAdd }: { onAdd: (origin: string) => Promise<void> }): VNode {
  const address = useSignal('')
  const typed = address.value.trim()
  const url = parseUrl(typed)
  const usable = url !== null && /^https?:$/.test(url.protocol)
  return (
    <form
      class="stack site"
      onSubmit={(event) => {
        event.preventDefault()
        if (usable) void onAdd(url.origin)
      }}
    >
      <Field label={text.addSite} name="site" value={address} hint={text.addSiteHint} />
      <div class="row">
        <button type="submit" disabled={!usable}>
          {text.allowSite}
        </button>
      </div>
    </form>
  )
}
