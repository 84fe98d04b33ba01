import { turn } from './turn.ts'

export type Control = HTMLInputElement | HTMLTextAreaElement
export interface Stretch {
  start: number
  end: number
}

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
  private rows: Drawn[] = []
  private drawing = 0

  constructor(control: Control, document: Document) {
    this.control = control
    this.element = document.createElement('div')
    this.text = document.createElement('div')
    this.element.className = control.localName === 'textarea' ? 'mirror' : 'mirror line'
    this.element.setAttribute('aria-hidden', 'true')
    this.element.append(this.text)
    const style = getComputedStyle(control)
    for (const name of copied) this.element.style.setProperty(name, style.getPropertyValue(name))
  }

  /** Draws the spans (offsets into the control's value) in place of those before; a newer drawing ends an older one. Put it into the page first. */
  async draw(spans: readonly Stretch[]): Promise<void> {
    this.drawing += 1
    const mine = this.drawing
    this.place()
    const rows = rowsOf(this.control.value, spans)
    const { from, until, end } = differing(
      this.rows.map(({ key }) => key),
      rows.map(keyOf),
    )
    const above = this.rows.slice(0, from)
    const below = this.rows.slice(until)
    for (const { element } of this.rows.slice(from, until)) element.remove()
    this.rows = [...above, ...below]
    let began = performance.now()
    let undrawn = 0
    for (const row of rows.slice(from, end)) {
      const element = this.rowOf(row)
      this.text.insertBefore(element, below[0]?.element ?? null)
      above.push({ key: keyOf(row), element })
      undrawn += row.text.length
      if (undrawn < STEP) continue
      undrawn = 0
      // Laid out now, in this slice, and not with all the others in the next frame.
      void this.element.scrollHeight
      if (performance.now() - began < SLICE) continue
      this.rows = [...above, ...below]
      await turn()
      if (mine !== this.drawing) return
      began = performance.now()
    }
    this.rows = [...above, ...below]
    this.place()
  }

  /** Lies over the control, scrolled as it is. */
  place(): void {
    const { control, element } = this
    const outer = control.getBoundingClientRect()
    element.hidden = !control.isConnected
    element.style.transform = `translate(${outer.left + control.clientLeft}px, ${outer.top + control.clientTop}px)`
    element.style.width = `${control.clientWidth}px`
    element.style.height = `${control.clientHeight}px`
    element.scrollTo(control.scrollLeft, control.scrollTop)
  }

  remove(): void {
    this.drawing += 1
    this.element.remove()
  }

  private rowOf({ text, boxes }: Row): HTMLElement {
    const { ownerDocument } = this.element
    const element = ownerDocument.createElement('div')
    element.className = 'row'
    let at = 0
    for (const { start, end } of boxes) {
      const box = ownerDocument.createElement('span')
      box.className = 'box'
      box.textContent = text.slice(start, end)
      element.append(text.slice(at, start), box)
      at = end
    }
    element.append(text.slice(at))
    return element
  }
}

/** A row in the page. */
interface Drawn {
  key: string
  element: HTMLElement
}

interface Row {
  text: string
  /** In the row's own offsets. */
  boxes: Stretch[]
}

function keyOf({ text, boxes }: Row): string {
  return boxes.length === 0 ? text : `${boxes.map(({ start, end }) => `${start}-${end}`).join()}\n${text}`
}

/** The lines of a text with what is marked in each. */
export function rowsOf(value: string, spans: readonly Stretch[]): Row[] {
  const marks = joined(spans, value.length)
  const rows: Row[] = []
  let first = 0
  let from = 0
  for (const text of value.split('\n')) {
    const until = from + text.length
    while (first < marks.length && marks[first]!.end <= from) first++
    const boxes: Stretch[] = []
    for (let at = first; at < marks.length && marks[at]!.start < until; at++) {
      const box = { start: Math.max(from, marks[at]!.start) - from, end: Math.min(until, marks[at]!.end) - from }
      if (box.end > box.start) boxes.push(box)
    }
    rows.push({ text, boxes })
    from = until + 1
  }
  return rows
}

/** The rows of `before` from `from` to `until` give way to the rows of `now` from `from` to `end`; the others are the same. */
export function differing(
  before: readonly string[],
  now: readonly string[],
): { from: number; until: number; end: number } {
  const shorter = Math.min(before.length, now.length)
  let from = 0
  while (from < shorter && before[from] === now[from]) from++
  let same = 0
  while (same < shorter - from && before[before.length - 1 - same] === now[now.length - 1 - same]) same++
  return { from, until: before.length - same, end: now.length - same }
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
