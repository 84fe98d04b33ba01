import { type Control, Mirror } from './mirror.ts'
import type { Stretch } from './mirror-row.ts'
import type { Overlay } from './overlay.ts'

/** Marks over text areas and inputs, which highlights cannot reach: a `Mirror` over each. The control itself is only read. */
export class ControlMarks {
  private readonly mirrors = new Map<Control, Mirror>()
  private readonly root: ShadowRoot
  private frame = 0

  constructor({ root }: Overlay, signal: AbortSignal) {
    this.root = root
    const options = { capture: true, passive: true, signal }
    for (const type of ['scroll', 'resize'] as const) window.addEventListener(type, () => this.soon(), options)
  }

  /** Shows these spans (offsets into the control's value) and no others. */
  async show(marked: ReadonlyMap<Control, readonly Stretch[]>): Promise<void> {
    for (const [control, mirror] of this.mirrors) if (!marked.has(control)) await mirror.draw([])
    for (const [control, spans] of marked) await this.mirrorOf(control).draw(spans)
  }

  clear(): void {
    void this.show(new Map())
  }

  private soon(): void {
    if (this.mirrors.size === 0 || this.frame !== 0) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      for (const mirror of this.mirrors.values()) mirror.place()
    })
  }

  private mirrorOf(control: Control): Mirror {
    const known = this.mirrors.get(control)
    if (known !== undefined) return known
    const mirror = new Mirror(control, this.root.ownerDocument)
    this.root.append(mirror.element)
    this.mirrors.set(control, mirror)
    return mirror
  }
}
