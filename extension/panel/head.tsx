import type { VNode } from 'preact'
import type { DeskView, HouseView } from '../messages/view.ts'
import { browser, ownUrl } from '../platform/browser.ts'
import { ago, wordFor, words } from '../platform/text/common.ts'
import { panelText as text } from '../platform/text/panel.ts'
import { ask } from '../platform/ui/asking.ts'
import { Seal, Shape } from '../platform/ui/shape.tsx'
import type { Headline } from './headline.ts'
import type { Sheet } from './panel.tsx'

interface Props {
  desk: DeskView
  house: HouseView
  headline: Headline
  onSheet: (sheet: Sheet) => void
}

/** Who, the one line, and how old the rules are. */
export function Head({ desk, house, headline, onSheet }: Props): VNode {
  return (
    <header class="head">
      <div class="row spread top">
        <span class="row who">
          <Seal />
          <strong>{words.name}</strong>
          <span class="soft small">{whoOf(house)}</span>
        </span>
        <Menu desk={desk} house={house} onSheet={onSheet} />
      </div>
      <div class={`verdict tone-${headline.tone}`} role="status" aria-live="polite">
        <Shape tone={headline.tone} size={22} />
        <div>
          <h1>{headline.word}</h1>
          <p>{headline.detail}</p>
        </div>
      </div>
      <p class="soft small rules">
        {rulesOf(house)}
        {house.reach === 'offline' && (
          <span class="tone-unread">
            {' · '}
            <Shape tone="unread" size={11} /> {text.offline}
          </span>
        )}
      </p>
    </header>
  )
}

function whoOf({ person }: HouseView): string {
  if (person === null) return text.signedOut
  return `${person.bureau} · ${wordFor(words.roles, person.role)} ${person.name}`
}

function rulesOf({ ruleset }: HouseView): string {
  if (ruleset.from === 'built-in') return text.rulesetBuiltIn
  return text.ruleset(ruleset.version, ruleset.fetchedAt === null ? '' : text.fetched(ago(ruleset.fetchedAt)))
}

function Menu({ desk, house, onSheet }: Omit<Props, 'headline'>): VNode {
  const close = (event: Event): void => {
    ;(event.currentTarget as HTMLElement).closest('details')?.removeAttribute('open')
  }
  const item = (label: string, go: () => void): VNode => (
    <button
      type="button"
      class="quiet"
      onClick={(event) => {
        close(event)
        go()
      }}
    >
      {label}
    </button>
  )
  return (
    <details class="menu" onKeyDown={(event) => event.key === 'Escape' && close(event)}>
      <summary id="menu" aria-label={text.menu} title={text.menu}>
        ⋯
      </summary>
      <div class="card">
        {desk.page === 'ready' && item(text.recheck, () => ask('panel.check', { tab: desk.tab }))}
        {desk.page === 'ready' && item(text.openSnapshots, () => onSheet('snapshots'))}
        {house.person?.emergency && item(text.openEmergency, () => onSheet('emergency'))}
        {item(text.openReview, () => window.open(ownUrl('/review.html')))}
        {item(text.openOptions, () => browser.runtime.openOptionsPage())}
      </div>
    </details>
  )
}
