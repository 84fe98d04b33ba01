import { useSignal } from '@preact/signals'
import type { VNode } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { words } from '../text/common.ts'
import { useFocusHome } from './focus-home.ts'

interface Props {
  label: string
  go: string
  /** The least number of characters; 1 where not given, 0 makes it optional. */
  least?: number
  danger?: boolean
  /** Id of what opened it: the focus goes back there. */
  home?: string
  onGo: (reason: string) => void
  onCancel: () => void
}

/** A reason and two buttons, in place. Escape goes back; Ctrl+Enter goes on. */
export function ReasonForm({ label, go, least = 1, danger, home, onGo, onCancel }: Props): VNode {
  const reason = useSignal('')
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  useFocusHome(home)
  const ready = reason.value.trim().length >= least
  return (
    <form
      class="stack reason"
      onSubmit={(event) => {
        event.preventDefault()
        if (ready) onGo(reason.value.trim())
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
        if (event.key === 'Enter' && event.ctrlKey && ready) onGo(reason.value.trim())
      }}
    >
      <label class="small" for={id}>
        {label}
      </label>
      <textarea
        id={id}
        ref={field}
        rows={2}
        maxLength={2000}
        value={reason.value}
        onInput={(event) => {
          reason.value = event.currentTarget.value
        }}
      />
      <div class="row">
        <button type="submit" class={danger ? 'danger' : 'primary'} disabled={!ready}>
          {go}
        </button>
        <button type="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  )
}
