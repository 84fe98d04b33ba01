import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import type { DeskView, HouseView } from '../messages/view.ts'
import { house } from '../platform/house.ts'
import { ago } from '../platform/text/common.ts'
import { panelText as text } from '../platform/text/panel.ts'
import { ask, asking } from '../platform/ui/asking.ts'
import { Attachments } from '../platform/ui/attachments.tsx'
import { ConfirmTick } from '../platform/ui/confirm-tick.tsx'
import { Coverage } from '../platform/ui/coverage.tsx'
import { Banners } from './banners.tsx'
import { Classification } from './classification.tsx'
import { confirmingOf } from './confirming.ts'
import { Connect } from './connect.tsx'
import { Findings } from './findings.tsx'
import { Head } from './head.tsx'
import { goneIn, headlineOf, type Primary, primaryOf, SHOW_AFTER } from './headline.ts'
import { Interpreting } from './interpreting.tsx'
import { Invite, Learn, NotAllowed, Relearn } from './learn.tsx'
import { learn } from './learn-store.ts'
import { Changed, ReviewStatus } from './review-status.tsx'
import { EmergencySheet, SnapshotsSheet, WithdrawSheet } from './sheets.tsx'
import { desk } from './store.ts'
import { SubmitForm } from './submit-form.tsx'

export type Sheet = 'submit' | 'withdraw' | 'emergency' | 'snapshots' | null

/** The side panel: everything about the one draft beside it. */
export function Panel(): VNode | null {
  const current = desk.value
  if (current === null) return null
  if (learn.value !== null) return <Learn view={learn.value} tab={current.tab} />
  return <Desk desk={current} house={house.value} />
}

function Desk({ desk, house }: { desk: DeskView; house: HouseView }): VNode {
  const sheet = useSignal<Sheet>(null)
  const now = useClock(desk.checkingSince)
  const primary = primaryOf(desk, house)
  const { check, review, changed } = desk
  const confirming = confirmingOf(desk)
  const beside = (what: string): VNode => <ConfirmTick what={what} confirming={confirming} />
  return (
    <>
      <Head desk={desk} house={house} headline={headlineOf(desk, now)} onSheet={(next) => (sheet.value = next)} />
      <div class="scroll">
        <Banners desk={desk} house={house} />
        {desk.page === 'off' && desk.origin !== null && <Connect origin={desk.origin} />}
        {desk.page === 'unknown' && desk.origin === null && <NotAllowed />}
        {desk.page === 'unknown' && desk.origin !== null && <Invite tab={desk.tab} origin={desk.origin} />}
        {desk.failure !== null && (
          <button type="button" onClick={() => ask('panel.check', { tab: desk.tab })}>
            {text.recheck}
          </button>
        )}
        {goneIn(check).length > 0 && <Relearn tab={desk.tab} />}
        {review !== null && <ReviewStatus review={review} />}
        {changed !== null && <Changed blocks={changed} />}
        {check !== null && (
          <>
            <Findings check={check} tab={desk.tab} />
            <Classification check={check} tab={desk.tab} />
            <Interpreting desk={desk} />
            <Attachments check={check} beside={beside} />
            <Coverage check={check} beside={beside} />
          </>
        )}
      </div>
      {check !== null && (
        <footer class="foot">
          <Open sheet={sheet.value} desk={desk} close={() => (sheet.value = null)} />
          {sheet.value === null && <Foot primary={primary} desk={desk} onSheet={(next) => (sheet.value = next)} />}
        </footer>
      )}
    </>
  )
}

function Open({ sheet, desk, close }: { sheet: Sheet; desk: DeskView; close: () => void }): VNode | null {
  if (sheet === 'submit' && desk.check !== null) return <SubmitForm desk={desk} check={desk.check} onDone={close} />
  if (sheet === 'withdraw') return <WithdrawSheet tab={desk.tab} onDone={close} />
  if (sheet === 'emergency') return <EmergencySheet tab={desk.tab} onDone={close} />
  if (sheet === 'snapshots') return <SnapshotsSheet tab={desk.tab} onDone={close} />
  return null
}

interface FootProps {
  primary: Primary
  desk: DeskView
  onSheet: (sheet: Sheet) => void
}

function Foot({ primary, desk, onSheet }: FootProps): VNode {
  const publishing = asking.value.has('panel.publish')
  const publish = () => ask('panel.publish', { tab: desk.tab })
  return (
    <div class="row spread">
      {(primary === 'submit' || primary === 'submit-again') && (
        <button type="button" class="primary" id="foot-main" onClick={() => onSheet('submit')}>
          {primary === 'submit' ? text.submit : text.submitAgain}
        </button>
      )}
      {primary === 'withdraw' && (
        <button type="button" id="foot-main" onClick={() => onSheet('withdraw')}>
          {text.withdraw}
        </button>
      )}
      {(primary === 'publish' || primary === 'publish-anyway') && (
        <button type="button" class="primary" disabled={publishing} onClick={publish}>
          {primary === 'publish' ? text.publish : text.publishNow}
        </button>
      )}
      {desk.check !== null && (
        <span class="soft small">{text.lastCheck(ago(desk.check.at), (desk.check.ms / 1000).toFixed(3))}</span>
      )}
    </div>
  )
}

/** Now, and once more when a running check has lasted long enough to be shown. */
function useClock(checkingSince: number | null): number {
  const now = useSignal(Date.now())
  useEffect(() => {
    now.value = Date.now()
    if (checkingSince === null) return
    const timer = setTimeout(() => {
      now.value = Date.now()
    }, SHOW_AFTER + 20)
    return () => clearTimeout(timer)
  }, [checkingSince])
  return now.value
}
