import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Snapshot } from '../messages/view.ts'
import { stamp, thousands } from '../platform/text/common.ts'
import { panelText as text } from '../platform/text/panel.ts'
import { ask } from '../platform/ui/asking.ts'
import { useFocusHome } from '../platform/ui/focus-home.ts'
import { ReasonForm } from '../platform/ui/reason-form.tsx'

/** 应急发布: a reason, and the consequence said before it happens. */
export function EmergencySheet({ tab, onDone }: { tab: number; onDone: () => void }): VNode {
  return (
    <section class="stack sheet" aria-label={text.emergencyTitle}>
      <h2>{text.emergencyTitle}</h2>
      <p class="small">{text.emergencyNote}</p>
      <ReasonForm
        label={text.emergencyReason}
        home="menu"
        go={text.emergencyNow}
        least={5}
        danger
        onCancel={onDone}
        onGo={async (reason) => {
          if (await ask('panel.emergency', { tab, reason })) onDone()
        }}
      />
    </section>
  )
}

export function WithdrawSheet({ tab, onDone }: { tab: number; onDone: () => void }): VNode {
  return (
    <section class="stack sheet" aria-label={text.withdraw}>
      <h2>{text.withdraw}</h2>
      <ReasonForm
        label={text.withdrawReason}
        home="foot-main"
        go={text.withdraw}
        least={0}
        onCancel={onDone}
        onGo={async (reason) => {
          if (await ask('panel.withdraw', { tab, reason })) onDone()
        }}
      />
    </section>
  )
}

/** 恢复: the drafts that were kept on this machine before each hold. */
export function SnapshotsSheet({ tab, onDone }: { tab: number; onDone: () => void }): VNode {
  const kept = useSignal<Snapshot[] | null>(null)
  const said = useSignal<string | null>(null)
  useFocusHome('menu')
  useEffect(() => {
    void ask('panel.snapshots', { tab }).then((got) => {
      kept.value = got?.answer.snapshots ?? []
    })
  }, [tab])
  const restore = async (id: string): Promise<void> => {
    const got = await ask('panel.restore', { tab, id })
    if (got !== null) said.value = got.answer.restored ? text.restored : text.notRestored
  }
  return (
    <section
      class="stack sheet"
      aria-label={text.snapshotsTitle}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
    >
      <h2>{text.snapshotsTitle}</h2>
      <p class="small soft">{text.snapshotsNote}</p>
      {kept.value?.length === 0 && <p class="soft">{text.snapshotsNone}</p>}
      <ul class="stack">
        {kept.value?.map(({ id, title, keptAt, characters }) => (
          <li class="row spread" key={id}>
            <span>
              {title}
              <br />
              <span class="soft small">
                {stamp(keptAt)} · {thousands(characters)} 字
              </span>
            </span>
            <button type="button" onClick={() => restore(id)}>
              {text.restore}
            </button>
          </li>
        ))}
      </ul>
      <p role="status" class="small">
        {said.value}
      </p>
      <div class="row">
        <button type="button" onClick={onDone}>
          {text.cancel}
        </button>
      </div>
    </section>
  )
}
