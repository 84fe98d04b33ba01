import { type Control, Mirror, type Stretch } from './mirror.ts'
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

  /** Shows these spans (offsets into the control's value) and no others; a control without any has no mirror. */
  async show(marked: ReadonlyMap<Control, readonly Stretch[]>): Promise<void> {
    for (const [control, mirror] of this.mirrors) {
      if ((marked.get(control)?.length ?? 0) > 0) continue
      mirror.remove()
      this.mirrors.delete(control)
    }
    for (const [control, spans] of marked) if (spans.length > 0) await this.mirrorOf(control).draw(spans)
  }

  clear(): void {
    for (const mirror of this.mirrors.values()) mirror.remove()
    this.mirrors.clear()
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
