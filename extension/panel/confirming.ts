import { signal } from '@preact/signals'
import type { DeskView } from '../messages/view.ts'
import { ask } from '../platform/ui/asking.ts'
import type { Confirming } from '../platform/ui/confirm-tick.tsx'

/** Ticks that the background has not laid out yet: a box shows at once what was clicked. */
const hoped = signal<Readonly<Record<string, boolean>>>({})

/** What is confirmed as the person sees it, and how it is said. A tick that the background refuses goes back. */
export function confirmingOf({ tab, confirmed }: Pick<DeskView, 'tab' | 'confirmed'>): Confirming {
  const open = Object.entries(hoped.value).filter(([what, on]) => confirmed.includes(what) !== on)
  const off = open.flatMap(([what, on]) => (on ? [] : [what]))
  const on = open.flatMap(([what, on_]) => (on_ ? [what] : []))
  return {
    confirmed: [...confirmed.filter((what) => !off.includes(what)), ...on],
    async set(what, wanted) {
      hoped.value = { ...Object.fromEntries(open), [what]: wanted }
      if ((await ask('panel.confirm', { tab, what, on: wanted })) === null) hoped.value = {}
    },
  }
}

/** The background laid something out: what agrees with it is no longer a hope. */
export function settleHopes({ confirmed }: Pick<DeskView, 'confirmed'>): void {
  const left = Object.entries(hoped.value).filter(([what, on]) => confirmed.includes(what) !== on)
  if (left.length < Object.keys(hoped.value).length) hoped.value = Object.fromEntries(left)
}
