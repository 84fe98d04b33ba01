import type { VNode } from 'preact'
import type { DeskView, HouseView } from '../messages/view.ts'
import { browser } from '../platform/browser.ts'
import { ago } from '../platform/text/common.ts'
import { panelText as text } from '../platform/text/panel.ts'
import { ask, refusal } from '../platform/ui/asking.ts'
import { Banner } from '../platform/ui/banner.tsx'
import { Renew } from '../platform/ui/renew.tsx'

const TWO_DAYS = 2 * 24 * 3_600_000

/** Everything that is not about the draft but stands in its way, most urgent first. */
export function Banners({ desk, house }: { desk: DeskView; house: HouseView }): VNode {
  const fetched = house.ruleset.fetchedAt
  const old = house.oldestWaitingAt !== null && Date.now() - house.oldestWaitingAt > TWO_DAYS
  return (
    <div class="stack banners">
      {refusal.value !== null && (
        <Banner tone="stop" alert>
          {refusal.value}
        </Banner>
      )}
      {desk.held !== null && (
        <Banner tone="note" alert>
          {text.held}
        </Banner>
      )}
      {desk.reading !== null && (
        <Banner tone="note">{text.reading(desk.reading.done + 1, desk.reading.of, desk.reading.bytes)}</Banner>
      )}
      {house.stuck.map(({ idem, sentence }) => (
        <Banner tone="stop" key={idem}>
          {text.stuck}
          {sentence}
          <br />
          <button type="button" onClick={() => ask('outbox.discard', { idem })}>
            {text.discard}
          </button>
        </Banner>
      ))}
      {house.reach === 'refused' && (
        <Banner tone="stop">
          {text.refusedBanner}
          {house.refusal}
        </Banner>
      )}
      {house.ruleset.refused && <Banner tone="unread">{text.rulesetRefused}</Banner>}
      {house.reach === 'offline' && (
        <Banner tone="unread">{text.offlineBanner(fetched === null ? '随扩展自带' : ago(fetched))}</Banner>
      )}
      {house.person === null ? <SignIn /> : <Renew house={house} />}
      {house.waiting > 0 && (
        <Banner tone={old ? 'stop' : 'note'}>
          {text.outbox(house.waiting, house.oldestWaitingAt)}
          {old && text.outboxOld}
        </Banner>
      )}
      {desk.page === 'ready' && desk.lock === 'guard-only' && <Banner tone="unread">{text.guardOnly}</Banner>}
    </div>
  )
}

function SignIn(): VNode {
  return (
    <Banner tone="review">
      {text.signIn}
      <br />
      <button type="button" onClick={() => browser.runtime.openOptionsPage()}>
        {text.toSignIn}
      </button>
    </Banner>
  )
}
