import type { Marks } from '../messages/messages.ts'
import type { Places } from './places.ts'
import { Spot } from './spot.ts'

/** The one name under which the page can see our highlights. Neutral: it must not tell a rule or a severity. */
export const HIGHLIGHT = 'menxia'

const UNDERLINED = `::highlight(${HIGHLIGHT}){text-decoration:underline wavy rgb(190,52,30) 1.5px}`
/** What the manifest's style sheet says and why, for a frame that it does not reach (UEditor's `javascript:` frame). */
const STYLE = `::highlight(${HIGHLIGHT}){background-color:rgba(214,68,44,.3)}
@media (prefers-contrast:more),(forced-colors:active){${UNDERLINED}}
@supports (-moz-appearance:none){${UNDERLINED}}`

/**
 * Those are drawn that can be seen, or lie this share of the window's height above or below. Each that is drawn costs something at every key, few or
 * many: a browser takes all its highlights away and lays them anew whenever the document changed, and paints their texts again.
 */
const AROUND = 0.25

/** Highlights of one document: its own, and never another frame's (Firefox silently paints nothing then). Scrolling brings those not yet drawn. */
export class Paint {
  private spots: readonly Spot[] = []
  private drawn: ReadonlySet<Spot> = new Set()
  /** Ranges to be used again: one that is dropped is moved with every edit until the garbage is collected. */
  private readonly free: Range[] = []
  private flashing = false
  private frame = 0
  private readonly document: Document
  /** What grows or shrinks brings other places into view, without a scroll. */
  private readonly sizes: ResizeObserver

  constructor(document: Document, signal: AbortSignal) {
    this.document = document
    const options = { capture: true, passive: true, signal }
    for (const type of ['scroll', 'resize'] as const)
      document.defaultView?.addEventListener(type, () => this.soon(), options)
    this.sizes = new ResizeObserver(() => this.soon())
    signal.addEventListener('abort', () => this.sizes.disconnect())
  }

  /** Shows the body's marks in place of what was shown. The editable's DOM is not touched: highlights are beside the document. */
  show(places: Places, marks: Marks): void {
    const body = marks.spans.filter(({ field }) => field === 'body').toSorted((a, b) => a.start - b.start)
    const bounds = body.flatMap(({ start, end }) => places.bounds(start, end) ?? [])
    this.take(bounds.map((one) => new Spot(one)))
    if (this.spots.length > 0) this.sizes.observe(this.document.body)
  }

  /** Shows one place alone for a moment. */
  flash(range: Range): void {
    this.flashing = true
    this.register([range])
    setTimeout(() => {
      this.flashing = false
      this.drawNear()
    }, 900)
  }

  clear(): void {
    this.take([])
  }

  private take(spots: readonly Spot[]): void {
    this.sizes.disconnect()
    this.spots = spots
    this.drawNear()
  }

  private soon(): void {
    if (this.frame !== 0 || this.flashing || this.spots.length === 0) return
    this.frame = requestAnimationFrame(() => {
      this.frame = 0
      if (this.within(0).some((spot) => !this.drawn.has(spot))) this.drawNear()
    })
  }

  private drawNear(): void {
    if (this.flashing) return
    const spots = this.within(AROUND)
    const now = new Set(spots)
    for (const spot of this.drawn) if (!now.has(spot)) this.putBack(spot.rest())
    this.drawn = now
    this.register(spots.flatMap((spot) => this.rangeOf(spot) ?? []))
  }

  private rangeOf(spot: Spot): Range | null {
    if (spot.range !== null) return spot.range
    const range = this.free.pop() ?? this.document.createRange()
    if (spot.aim(range)) spot.range = range
    else this.putBack(range)
    return spot.range
  }

  private putBack(range: Range | null): void {
    if (range === null) return
    // Off the text: else it would hold nodes that the editor has thrown away.
    range.setStart(this.document, 0)
    range.collapse(true)
    this.free.push(range)
  }

  /**
   * Which places lie in the window or so many of its heights around it. Every one is asked: in a table or beside a picture that floats, what comes
   * later in a text need not stand lower. An element is asked once, and its places only where it reaches out of the stretch.
   */
  private within(heights: number): Spot[] {
    const height = this.document.defaultView?.innerHeight ?? 0
    const [top, bottom] = [-height * heights, height * (1 + heights)]
    const asked = new Map<Element, Extent>()
    const extentOf = (element: Element | null): Extent => {
      if (element === null) return 'partly'
      const known = asked.get(element) ?? extent(element.getBoundingClientRect(), top, bottom)
      asked.set(element, known)
      return known
    }
    const probe = this.free.pop() ?? this.document.createRange()
    const found = this.spots.filter((spot) => {
      const [first, last] = spot.ends()
      const [start, end] = [extentOf(first), extentOf(last)]
      if (start === end && start !== 'partly') return start === 'inside'
      const range = spot.range ?? (spot.aim(probe) ? probe : null)
      return range !== null && ['inside', 'partly'].includes(extent(range.getBoundingClientRect(), top, bottom))
    })
    this.putBack(probe)
    return found
  }

  private register(ranges: readonly Range[]): void {
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

type Extent = 'above' | 'inside' | 'partly' | 'below'

/** Of a stretch of the window. What has no box (`display: contents`) or no height says nothing of what is in it. */
function extent({ top, bottom, width, height }: DOMRect, from: number, to: number): Extent {
  if (width === 0 || height === 0) return 'partly'
  if (bottom < from) return 'above'
  if (top > to) return 'below'
  return top >= from && bottom <= to ? 'inside' : 'partly'
}

/** Brings a place into view, through the frames around it. */
export function scrollTo(range: Range): void {
  const at = range.startContainer
  const element = at.nodeType === Node.ELEMENT_NODE ? (at as Element) : at.parentElement
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  element?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' })
}
