import type { ComponentChildren, VNode } from 'preact'
import { Shape, type Tone } from './shape.tsx'

/** A sentence that stands above everything else. `alert` is read aloud at once; the rest when the reader gets there. */
export function Banner({ tone, alert, children }: { tone: Tone; alert?: boolean; children: ComponentChildren }): VNode {
  return (
    <div class={`banner tone-${tone}`} role={alert ? 'alert' : 'status'}>
      <span style={{ paddingTop: '2px' }}>
        <Shape tone={tone} />
      </span>
      <div style={{ color: 'var(--ink)' }}>{children}</div>
    </div>
  )
}
