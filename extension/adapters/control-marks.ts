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
  private readonly mirrors = new Map<Control, Mirror>()
  private readonly root: ShadowRoot
  private frame = 0

  constructor({ root }: Overlay, signal: AbortSignal) {
    this.root = root
    const options = { capture: true, passive: true, signal }
    for (const type of ['scroll', 'resize'] as const) window.addEventListener(type, () => this.soon(), options)
  }

  /** Shows the spans (offsets into the control's value) in place of what was shown for this control. */
  show(control: Control, spans: readonly Stretch[]): void {
    let mirror = this.mirrors.get(control)
    if (mirror === undefined && spans.length === 0) return
    if (mirror === undefined) {
      mirror = new Mirror(control, this.root.ownerDocument)
      this.root.append(mirror.element)
      this.mirrors.set(control, mirror)
    }
    mirror.write(spans)
    mirror.place()
  }

  clear(): void {
    for (const mirror of this.mirrors.values()) {
      mirror.write([])
      mirror.place()
    }
  }

  private soon(): void {
    if (this.mirrors.size === 0 || this.frame !== 0) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      for (const mirror of this.mirrors.values()) mirror.place()
    })
  }
}

/**
 * The copy of one control's text. Nothing of it is ever removed, only written over: a node that leaves the document, wherever it stood,
 * ends Chromium's run of typing, and the person's next undo would take back less than without us.
 */
class Mirror {
  readonly element: HTMLElement
  private readonly control: Control
  private readonly text: HTMLElement
  /** Text before each box, the box's text, and so on; more than are in use are empty. */
  private readonly pieces: Text[] = []
  private shown = false

  constructor(control: Control, document: Document) {
    this.control = control
    this.element = document.createElement('div')
    this.text = document.createElement('div')
    this.element.className = control.localName === 'textarea' ? 'mirror' : 'mirror line'
    this.element.setAttribute('aria-hidden', 'true')
    this.element.append(this.text)
  }

  /** Draws these spans; none hides the copy. */
  write(spans: readonly Stretch[]): void {
    this.shown = spans.length > 0
    const { value } = this.control
    const parts: string[] = []
    let at = 0
    for (const { start, end } of this.shown ? joined(spans, value.length) : []) {
      parts.push(value.slice(at, start), value.slice(start, end))
      at = end
    }
    // A last line that is empty has its height, as in the control.
    parts.push(this.shown ? `${value.slice(at)}\n` : '')
    while (this.pieces.length < parts.length) this.grow()
    for (const [index, piece] of this.pieces.entries()) {
      const part = parts[index] ?? ''
      if (piece.data !== part) piece.data = part
    }
    const style = getComputedStyle(this.control)
    for (const name of copied) this.element.style.setProperty(name, style.getPropertyValue(name))
  }

  /** Lays the copy over the control, wherever that is now. */
  place(): void {
    const { control, element } = this
    const outer = control.getBoundingClientRect()
    element.hidden = !this.shown || !control.isConnected
    element.style.transform = `translate(${outer.left + control.clientLeft}px, ${outer.top + control.clientTop}px)`
    element.style.width = `${control.clientWidth}px`
    element.style.height = `${control.clientHeight}px`
    element.scrollTo(control.scrollLeft, control.scrollTop)
  }

  private grow(): void {
    const { ownerDocument } = this.element
    const piece = ownerDocument.createTextNode('')
    if (this.pieces.length % 2 === 0) this.text.append(piece)
    else {
      const box = ownerDocument.createElement('span')
      box.className = 'box'
      box.append(piece)
      this.text.append(box)
    }
    this.pieces.push(piece)
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
