import type { Overlay } from './overlay.ts'

type Control = HTMLInputElement | HTMLTextAreaElement
interface Stretch {
  start: number
  end: number
}

/** What decides where a character of a control stands. */
const copied = [
  ...['font', 'letter-spacing', 'word-spacing', 'line-height', 'text-align', 'text-indent', 'text-transform'],
  ...['tab-size', 'direction', 'word-break', 'overflow-wrap', 'line-break'],
  ...['padding-top', 'padding-right', 'padding-bottom', 'padding-left'],
]

/**
 * Marks over text areas and inputs, which highlights cannot reach: an invisible copy of the text lies over the control, with the marked
 * stretches drawn in it. One layout, however many marks. The control itself is only read.
 */
export class ControlMarks {
  private readonly mirrors = new Map<Control, HTMLElement>()
  private readonly root: ShadowRoot
  private frame = 0

  constructor({ root }: Overlay, signal: AbortSignal) {
    this.root = root
    const options = { capture: true, passive: true, signal }
    for (const type of ['scroll', 'resize'] as const) window.addEventListener(type, () => this.soon(), options)
  }

  /** Shows the spans (offsets into the control's value) in place of what was shown for this control. */
  show(control: Control, spans: readonly Stretch[]): void {
    this.mirrors.get(control)?.remove()
    this.mirrors.delete(control)
    if (spans.length === 0) return
    const mirror = this.mirrorOf(control, spans)
    this.root.append(mirror)
    this.mirrors.set(control, mirror)
    this.place()
  }

  clear(): void {
    for (const mirror of this.mirrors.values()) mirror.remove()
    this.mirrors.clear()
  }

  private soon(): void {
    if (this.mirrors.size === 0 || this.frame !== 0) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      this.place()
    })
  }

  private mirrorOf(control: Control, spans: readonly Stretch[]): HTMLElement {
    const { ownerDocument } = this.root
    const mirror = ownerDocument.createElement('div')
    const text = ownerDocument.createElement('div')
    mirror.className = control.localName === 'textarea' ? 'mirror' : 'mirror line'
    mirror.setAttribute('aria-hidden', 'true')
    const style = getComputedStyle(control)
    for (const name of copied) mirror.style.setProperty(name, style.getPropertyValue(name))
    const { value } = control
    let at = 0
    for (const { start, end } of joined(spans, value.length)) {
      const box = ownerDocument.createElement('span')
      box.className = 'box'
      box.textContent = value.slice(start, end)
      text.append(value.slice(at, start), box)
      at = end
    }
    // A last line that is empty has its height, as in the control.
    text.append(`${value.slice(at)}\n`)
    mirror.append(text)
    return mirror
  }

  private place(): void {
    for (const [control, mirror] of this.mirrors) {
      const outer = control.getBoundingClientRect()
      mirror.hidden = !control.isConnected
      mirror.style.transform = `translate(${outer.left + control.clientLeft}px, ${outer.top + control.clientTop}px)`
      mirror.style.width = `${control.clientWidth}px`
      mirror.style.height = `${control.clientHeight}px`
      mirror.scrollTo(control.scrollLeft, control.scrollTop)
    }
  }
}

/** The spans in order, inside the text, overlapping ones as one. */
function joined(spans: readonly Stretch[], length: number): Stretch[] {
  const out: Stretch[] = []
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1)
    const until = Math.min(end, length)
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, until)
    else if (start < until) out.push({ start, end: until })
  }
  return out
}
