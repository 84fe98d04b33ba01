import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import type { HouseView } from '../messages/view.ts'
import { calendar, isEnding } from '../platform/calendar.ts'
import { house } from '../platform/house.ts'
import { ago, shanghaiToday } from '../platform/text/common.ts'
import { optionsText as text } from '../platform/text/options.ts'
import { ask, refusal } from '../platform/ui/asking.ts'
import { Banner } from '../platform/ui/banner.tsx'
import { Seal } from '../platform/ui/shape.tsx'
import { AccountSection } from './account-section.tsx'
import { ManagedSection } from './managed-section.tsx'
import { abilities, missingParts } from './missing.ts'
import { ProfilesSection } from './profiles-section.tsx'
import { SitesSection } from './sites-section.tsx'

/** 设置: who, where, with which rules, and what to send to support. */
export function Options(): VNode {
  return (
    <>
      <header class="row">
        <Seal size={28} />
        <h1>{text.title}</h1>
      </header>
      {refusal.value !== null && (
        <Banner tone="stop" alert>
          {refusal.value}
        </Banner>
      )}
      <Missing />
      <AccountSection house={house.value} />
      <ManagedSection managed={house.value.managed} />
      <SitesSection ruleset={house.value.ruleset.version} />
      <ProfilesSection house={house.value} />
      <Rules house={house.value} />
      <Diagnostics />
    </>
  )
}

function Missing(): VNode | null {
  const gaps = missingParts(abilities())
  if (gaps.length === 0) return null
  return (
    <Banner tone="unread">
      {text.missing}
      {gaps.map((gap) => (
        <p key={gap}>{gap}</p>
      ))}
    </Banner>
  )
}

function Rules({ house: { ruleset, person } }: { house: HouseView }): VNode {
  const when = ruleset.fetchedAt === null ? '' : ago(ruleset.fetchedAt)
  return (
    <section class="part" aria-labelledby="rules">
      <h2 id="rules">{text.rules}</h2>
      <p>{ruleset.from === 'worker' ? text.rulesFrom(ruleset.version, when) : text.rulesBuiltIn}</p>
      {person?.role === 'admin' && isEnding(calendar.value, shanghaiToday()) && (
        <Banner tone="note">{text.calendarEnds(calendar.value.knownUntil)}</Banner>
      )}
      <div class="row">
        <button type="button" onClick={() => ask('house.refresh', {})}>
          {text.refresh}
        </button>
      </div>
    </section>
  )
}

function Diagnostics(): VNode {
  const shown = useSignal<string | null>(null)
  const copied = useSignal(false)
  const show = async (): Promise<void> => {
    shown.value = (await ask('diagnostics.read', {}))?.answer.text ?? null
  }
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(shown.value ?? '')
    copied.value = true
  }
  return (
    <section class="part" aria-labelledby="diagnostics">
      <h2 id="diagnostics">{text.diagnostics}</h2>
      <p class="soft small">{text.diagnosticsNote}</p>
      {shown.value !== null && <pre>{shown.value}</pre>}
      <div class="row">
        {shown.value === null ? (
          <button type="button" onClick={show}>
            {text.show}
          </button>
        ) : (
          <button type="button" onClick={copy}>
            {copied.value ? text.copied : text.copy}
          </button>
        )}
      </div>
    </section>
  )
}
