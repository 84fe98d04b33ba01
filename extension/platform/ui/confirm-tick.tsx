import type { VNode } from 'preact'
import { panelText as text } from '../text/panel.ts'

/** What a person has confirmed so far by name, and how it is said or taken back. */
export interface Confirming {
  confirmed: readonly string[]
  set: (what: string, on: boolean) => void
}

/** 我已打开核对: one unread part, confirmed by its name. Unticking takes it back. */
export function ConfirmTick({ what, confirming }: { what: string; confirming: Confirming }): VNode {
  return (
    <label class="tick small confirm-tick">
      <input
        type="checkbox"
        checked={confirming.confirmed.includes(what)}
        aria-label={text.confirmNamed(what)}
        onChange={(event) => confirming.set(what, event.currentTarget.checked)}
      />
      <span>{text.confirm}</span>
    </label>
  )
}
