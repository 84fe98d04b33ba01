import type { Overlay } from './overlay.ts'

type Control = HTMLInputElement | HTMLTextAreaElement

/** What decides where a character of a control stands. */
const copied = [
  ...['font', 'letter-spacing', 'word-spacing', 'line-height', 'text-align', 'text-indent', 'text-transform'],
  ...['tab-size', 'direction', 'word-break', 'overflow-wrap', 'line-break'],
  ...['padding-top', 'padding-right', 'padding-bottom', 'padding-left'],
]

interface Boxes {
  control: Control
  /** Relative to the top left of the control's padding box, before scrolling. */
  places: readonly DOMRect[]
  drawn: readonly HTMLElement[]
}

/**
 * Marks over text areas and inputs, which highlights cannot reach: a hidden copy of the text beside the page tells where the
 * characters stand, and boxes are drawn over them. The control itself is only read.
 */
export class ControlMarks {
  private marked: Boxes[] = []
  private readonly root: ShadowRoot
  private frame = 0

  constructor({ root }: Overlay, signal: AbortSignal) {
    this.root = root
    const options = { capture: true, passive: true, signal }
    for (const type of ['scroll', 'resize'] as const) window.addEventListener(type, () => this.soon(), options)
  }

  /** Shows the spans (offsets into the control's value) in place of what was shown for this control. */
  show(control: Control, spans: readonly { start: number; end: number }[]): void {
    const others = this.marked.filter((boxes) => boxes.control !== control)
    for (const boxes of this.marked) if (boxes.control === control) for (const box of boxes.drawn) box.remove()
    this.marked = others
    if (spans.length === 0) return
    const places = this.measure(control, spans)
    const drawn = places.map(() => {
      const box = this.root.ownerDocument.createElement('div')
      box.className = 'box'
      return box
    })
    this.root.append(...drawn)
    this.marked.push({ control, places, drawn })
    this.place()
  }

  clear(): void {
    for (const { drawn } of this.marked) for (const box of drawn) box.remove()
    this.marked = []
  }

  private soon(): void {
    if (this.marked.length > 0 && this.frame === 0)
      this.frame = requestAnimationFrame(() => {
        this.frame = 0
        this.place()
      })
  }

  private measure(control: Control, spans: readonly { start: number; end: number }[]): DOMRect[] {
    const mirror = this.root.ownerDocument.createElement('div')
    mirror.className = 'mirror'
    const style = getComputedStyle(control)
    for (const name of copied) mirror.style.setProperty(name, style.getPropertyValue(name))
    const multiline = control.localName === 'textarea'
    mirror.style.whiteSpace = multiline ? 'pre-wrap' : 'pre'
    mirror.style.boxSizing = 'border-box'
    mirror.style.width = multiline ? `${control.clientWidth}px` : 'max-content'
    const text = this.root.ownerDocument.createTextNode(`${control.value}\n`)
    mirror.append(text)
    this.root.append(mirror)
    const origin = mirror.getBoundingClientRect()
    const range = this.root.ownerDocument.createRange()
    // An input centres its one line.
    const down = multiline ? 0 : Math.max(0, (control.clientHeight - origin.height) / 2)
    const rects = spans.flatMap(({ start, end }) => {
      range.setStart(text, Math.min(start, control.value.length))
      range.setEnd(text, Math.min(end, control.value.length))
      return Array.from(range.getClientRects())
    })
    const places = rects.map(
      (rect) => new DOMRect(rect.x - origin.x, rect.y - origin.y + down, rect.width, rect.height),
    )
    mirror.remove()
    return places
  }

  private place(): void {
    for (const { control, places, drawn } of this.marked) {
      const outer = control.getBoundingClientRect()
      const left = outer.left + control.clientLeft
      const top = outer.top + control.clientTop
      for (const [index, box] of drawn.entries()) {
        const at = places[index]!
        const x = at.x - control.scrollLeft
        const y = at.y - control.scrollTop
        const inside = control.isConnected && y >= 0 && y + at.height <= control.clientHeight && x >= 0
        box.hidden = !inside || x + at.width > control.clientWidth
        box.style.transform = `translate(${left + x}px, ${top + y}px)`
        box.style.width = `${at.width}px`
        box.style.height = `${at.height}px`
      }
    }
  }
}
