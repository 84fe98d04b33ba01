import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { CheckView, DeskView } from '../messages/view.ts'
import { panelText as text } from '../platform/text/panel.ts'
import { ask, asking } from '../platform/ui/asking.ts'
import { useFocusHome } from '../platform/ui/focus-home.ts'
import { confirmingOf } from './confirming.ts'
import { countsOf, unreadOf } from './headline.ts'

interface Props {
  desk: DeskView
  check: CheckView
  onDone: () => void
}

/** 送审: what was not read is confirmed by name, one tick each, before it can go. */
export function SubmitForm({ desk, check, onDone }: Props): VNode {
  const { tab } = desk
  const { confirmed, set } = confirmingOf(desk)
  const note = useSignal('')
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  useFocusHome('foot-main')
  useEffect(() => form.current?.querySelector<HTMLElement>('input,textarea')?.focus(), [])
  const { fields } = unreadOf(check)
  const [blocks] = countsOf(check)
  const ready = fields.every((what) => confirmed.includes(what)) && !asking.value.has('panel.submit')
  const send = async (): Promise<void> => {
    if (await ask('panel.submit', { tab, words: note.value.trim() })) onDone()
  }
  return (
    <form
      ref={form}
      class="stack sheet"
      aria-label={text.submitTitle}
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) void send()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onDone()
      }}
    >
      <h2>{text.submitTitle}</h2>
      {blocks > 0 && <p class="small tone-stop">{text.confirmBlocks(blocks)}</p>}
      {fields.length > 0 && (
        <fieldset class="plain">
          <legend class="small">{text.confirmUnread}</legend>
          {fields.map((what) => (
            <label class="tick" key={what}>
              <input
                type="checkbox"
                checked={confirmed.includes(what)}
                onChange={(event) => set(what, event.currentTarget.checked)}
              />
              <span>{what}</span>
            </label>
          ))}
        </fieldset>
      )}
      <label class="small" for={id}>
        {text.submitWords}
      </label>
      <textarea
        id={id}
        rows={2}
        maxLength={2000}
        value={note.value}
        onInput={(event) => {
          note.value = event.currentTarget.value
        }}
      />
      <div class="row">
        <button type="submit" class="primary" disabled={!ready}>
          {text.submitNow}
        </button>
        <button type="button" onClick={onDone}>
          {text.cancel}
        </button>
      </div>
    </form>
  )
}
