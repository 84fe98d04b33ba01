import type { Marks } from '../messages/messages.ts'
import type { Places } from './places.ts'

/** The one name under which the page can see our highlights. Neutral: it must not tell a rule or a severity. */
export const HIGHLIGHT = 'menxia'

/** What the manifest's style sheet says, for a frame that it does not reach (UEditor's `javascript:` frame). */
const STYLE = `::highlight(${HIGHLIGHT}){background-color:rgba(214,68,44,.18);text-decoration:underline wavy rgb(190,52,30) 1.5px}`

/** So many are drawn wherever they are. More cost at every key: a browser goes through all its highlights when the document changes. */
const FEW = 12

/**
 * Highlights of one document: its own, and never another frame's (Firefox silently paints nothing then). Of many, those that are drawn are the ones
 * within a window's height of what can be seen, and scrolling brings the others.
 */
export class Paint {
  /** In the order of the document. */
  private ranges: Range[] = []
  private drawn = { from: 0, to: 0 }
  private flashing = false
  private frame = 0
  private readonly document: Document

  constructor(document: Document, signal: AbortSignal) {
    this.document = document
    const options = { capture: true, passive: true, signal }
    for (const type of ['scroll', 'resize'] as const)
      document.defaultView?.addEventListener(type, () => this.soon(), options)
  }

  /** Shows the body's marks in place of what was shown. The editable's DOM is not touched: highlights are beside the document. */
  show(places: Places, marks: Marks): void {
    const body = marks.spans.filter(({ field }) => field === 'body').toSorted((a, b) => a.start - b.start)
    this.ranges = body.flatMap(({ start, end }) => places.range(start, end) ?? [])
    this.drawNear()
  }

  /** Shows one place alone for a moment. */
  flash(range: Range): void {
    this.flashing = true
    this.draw([range])
    setTimeout(() => {
      this.flashing = false
      this.drawNear()
    }, 900)
  }

  clear(): void {
    this.ranges = []
    this.drawNear()
  }

  private soon(): void {
    if (this.frame !== 0 || this.flashing || this.ranges.length <= FEW) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      const { from, to } = this.within(0)
      if (from < this.drawn.from || to > this.drawn.to) this.drawNear()
    })
  }

  private drawNear(): void {
    if (this.flashing) return
    const { ranges } = this
    this.drawn = ranges.length <= FEW ? { from: 0, to: ranges.length } : this.within(1)
    this.draw(ranges.slice(this.drawn.from, this.drawn.to))
  }

  /** Which ranges lie in the window or so many of its heights around it. */
  private within(heights: number): { from: number; to: number } {
    const height = this.document.defaultView?.innerHeight ?? 0
    const first = (holds: (place: DOMRect) => boolean): number => {
      let low = 0
      let high = this.ranges.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if (holds(this.ranges[middle]!.getBoundingClientRect())) high = middle
        else low = middle + 1
      }
      return low
    }
    const from = first(({ bottom }) => bottom >= -height * heights)
    return {
      from,
      to: Math.max(
        from,
        first(({ top }) => top > height * (1 + heights)),
      ),
    }
  }

  private draw(ranges: readonly Range[]): void {
    const window = this.document.defaultView
    if (window === null) return
    if (ranges.length === 0) CSS.highlights.delete(HIGHLIGHT)
    else {
      CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges))
      this.style(window)
    }
  }

  private style(window: Window): void {
    const shown = window.getComputedStyle(this.document.documentElement, `::highlight(${HIGHLIGHT})`)
    if (shown.backgroundColor.startsWith('rgba(214')) return
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
    this.document.adoptedStyleSheets = [...this.document.adoptedStyleSheets, sheet]
  }
}

/** Brings a place into view, through the frames around it. */
export function scrollTo(range: Range): void {
  const at = range.startContainer
  const element = at.nodeType === Node.ELEMENT_NODE ? (at as Element) : at.parentElement
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  element?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
}
