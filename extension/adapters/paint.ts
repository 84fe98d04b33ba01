import type { Marks } from '../messages/messages.ts'
import type { Places } from './places.ts'

/** The one name under which the page can see our highlights. Neutral: it must not tell a rule or a severity. */
export const HIGHLIGHT = 'menxia'

/** What the manifest's style sheet says, for a frame that it does not reach (UEditor's `javascript:` frame). */
const STYLE = `::highlight(${HIGHLIGHT}){background-color:rgba(214,68,44,.18);text-decoration:underline wavy rgb(190,52,30) 1.5px}`

/** Highlights of one document: its own, and never another frame's (Firefox silently paints nothing then). */
export class Paint {
  private ranges: Range[] = []
  private readonly document: Document

  constructor(document: Document) {
    this.document = document
  }

  /** Shows the body's marks in place of what was shown. The editable's DOM is not touched: highlights are beside the document. */
  show(places: Places, marks: Marks): void {
    this.ranges = marks.spans.flatMap((span) => {
      const range = span.field === 'body' ? places.range(span.start, span.end) : null
      return range === null ? [] : [range]
    })
    this.draw(this.ranges)
  }

  /** Shows one place alone for a moment. */
  flash(range: Range): void {
    this.draw([range])
    setTimeout(() => this.draw(this.ranges), 900)
  }

  clear(): void {
    this.ranges = []
    this.draw([])
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
