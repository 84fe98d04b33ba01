import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import type { CheckView } from '../messages/view.ts'
import { panelText as text } from '../platform/text/panel.ts'
import { ask, asking } from '../platform/ui/asking.ts'
import { countsOf, unreadOf } from './headline.ts'

/** 送审: what was not read is confirmed by name, one tick each, before it can go. */
export function SubmitForm({ check, tab, onDone }: { check: CheckView; tab: number; onDone: () => void }): VNode {
  const note = useSignal('')
  const ticked = useSignal<ReadonlySet<string>>(new Set())
  const id = useId()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('input,textarea')?.focus(), [])
  const { fields } = unreadOf(check)
  const [blocks] = countsOf(check)
  const ready = fields.every((what) => ticked.value.has(what)) && !asking.value.has('panel.submit')
  const send = async (): Promise<void> => {
    const confirmed = fields.filter((what) => ticked.value.has(what))
    if (await ask('panel.submit', { tab, words: note.value.trim(), confirmed })) onDone()
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
                checked={ticked.value.has(what)}
                onChange={(event) => {
                  const next = new Set(ticked.value)
                  if (event.currentTarget.checked) next.add(what)
                  else next.delete(what)
                  ticked.value = next
                }}
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
