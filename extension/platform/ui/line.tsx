import type { ComponentChildren, VNode } from 'preact'
import { Shape, type Tone } from './shape.tsx'

/** One small sentence with its shape. */
export function Line({ tone, children }: { tone: Tone; children: ComponentChildren }): VNode {
  return (
    <p class={`small tone-${tone}`}>
      <Shape tone={tone} size={12} /> {children}
    </p>
  )
}
