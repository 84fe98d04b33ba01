import type { Signal } from '@preact/signals'
import type { VNode } from 'preact'
import { useId } from 'preact/hooks'

interface Props {
  label: string
  name: string
  value: Signal<string>
  hint?: string
  secret?: boolean
  /** Shown, and not to be changed. */
  fixed?: boolean
}

/** A labelled line of text with its hint. */
export function Field({ label, name, value, hint, secret, fixed }: Props): VNode {
  const id = useId()
  const common = {
    id,
    name,
    autocomplete: 'off',
    spellcheck: false,
    readOnly: fixed ?? false,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
    value: value.value,
    onInput: (event: { currentTarget: HTMLInputElement }) => {
      value.value = event.currentTarget.value
    },
  }
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {secret ? <input {...common} type="password" inputMode="numeric" /> : <input {...common} type="text" />}
      {hint !== undefined && (
        <p class="soft small" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
