import { differing, keyOf, type Line, linesOf, MirrorRow, type Stretch } from './mirror-row.ts'
import { turn } from './turn.ts'

export type Control = HTMLInputElement | HTMLTextAreaElement

/** What decides where a character of a control stands. */
const copied = [
  ...['font', 'letter-spacing', 'word-spacing', 'line-height', 'text-align', 'text-indent', 'text-transform'],
  ...['tab-size', 'direction', 'word-break', 'overflow-wrap', 'line-break'],
  ...['padding-top', 'padding-right', 'padding-bottom', 'padding-left'],
]

/** The longest that one slice of drawing takes before the page has its turn, in milliseconds. */
const SLICE = 5
/** Characters that are laid out at once: about a millisecond of work. */
const STEP = 2000

/**
 * An invisible copy of a control's text that lies over the control, with the marked stretches drawn in it. A line a row, so that a hundred thousand
 * characters are laid out in slices, and a later drawing touches only the rows that differ.
 */
export class Mirror {
  readonly element: HTMLElement
  private readonly control: Control
  private readonly text: HTMLElement
  /** All that are in the page, in its order, hidden ones among them. */
  private rows: MirrorRow[] = []
  private readonly dressed = new Map<string, string>()
  private shown = false
  private drawing = 0

  constructor(control: Control, document: Document) {
    this.control = control
    this.element = document.createElement('div')
    this.text = document.createElement('div')
    this.element.className = control.localName === 'textarea' ? 'mirror' : 'mirror line'
    this.element.setAttribute('aria-hidden', 'true')
    this.element.append(this.text)
  }

  /**
   * Draws the spans (offsets into the control's value) in place of those before; none hides the copy. Resolves when all are drawn; a newer drawing
   * ends an older one.
   */
  async draw(spans: readonly Stretch[]): Promise<void> {
    this.drawing += 1
    this.shown = spans.length > 0
    if (this.shown) {
      this.dress()
      this.place()
      await this.write(linesOf(this.control.value, spans), this.drawing)
    }
    this.place()
  }

  /** Lies over the control, wherever that is now, scrolled as it is. */
  place(): void {
    const { control, element } = this
    const outer = control.getBoundingClientRect()
    element.hidden = !this.shown || !control.isConnected
    element.style.transform = `translate(${outer.left + control.clientLeft}px, ${outer.top + control.clientTop}px)`
    element.style.width = `${control.clientWidth}px`
    element.style.height = `${control.clientHeight}px`
    element.scrollTo(control.scrollLeft, control.scrollTop)
  }

  /** Writes only what changed: a font that is set anew, to the same, would have every row laid out again in one task. */
  private dress(): void {
    const style = getComputedStyle(this.control)
    for (const name of copied) {
      const value = style.getPropertyValue(name)
      if (this.dressed.get(name) === value) continue
      this.dressed.set(name, value)
      this.element.style.setProperty(name, value)
    }
  }

  private async write(lines: readonly Line[], drawing: number): Promise<void> {
    const written = this.rows.filter(({ key }) => key !== null)
    const { from, until, end } = differing(
      written.map(({ key }) => key ?? ''),
      lines.map(keyOf),
    )
    const above = from === 0 ? 0 : this.rows.indexOf(written[from - 1]!) + 1
    const below = until === written.length ? this.rows.length : this.rows.indexOf(written[until]!)
    const free = this.rows.slice(above, below)
    const after = this.rows[below]?.element ?? null
    for (const row of free.slice(end - from)) if (row.key !== null) row.hide()
    /** Rows that are in the page and not yet in `rows`. */
    const made: MirrorRow[] = []
    const enter = (): void => {
      const at = after === null ? this.rows.length : this.rows.findIndex(({ element }) => element === after)
      this.rows.splice(at, 0, ...made.splice(0))
    }
    let began = performance.now()
    let undrawn = 0
    for (const [index, line] of lines.slice(from, end).entries()) {
      const row = free[index] ?? new MirrorRow(this.element.ownerDocument)
      row.write(line)
      if (index >= free.length) {
        this.text.insertBefore(row.element, after)
        made.push(row)
      }
      undrawn += line.text.length
      if (undrawn < STEP) continue
      undrawn = 0
      // Laid out now, in this slice, and not with all the others in the next frame.
      void this.element.scrollHeight
      if (performance.now() - began < SLICE) continue
      enter()
      await turn()
      if (drawing !== this.drawing) return
      began = performance.now()
    }
    enter()
  }
}
