import type { Span } from '#shared/draft/span.ts'
import type { Profile } from '#shared/ruleset/profile.ts'
import type { Marks } from '../messages/messages.ts'
import { stampOf } from '../messages/stamp.ts'
import { Paint, scrollTo } from './paint.ts'
import { editableOf, readBody, readBodyGently } from './read-draft.ts'
import { isControl } from './surfaces/surface.ts'
import { turn } from './turn.ts'
import { touchedBy } from './untouched.ts'

/**
 * The body's marks in one frame. Does nothing in a frame whose document is not the editable's own, so that every frame may be
 * told the same. `touched` is called, and nothing is painted again, when our work changed the editable in any way.
 */
export class BodyMarks {
  private readonly paint: Paint
  private readonly document: Document
  private readonly form: Document
  private readonly profile: Profile
  private readonly touched: (detail: string) => void
  private readonly signal: AbortSignal

  /** `document`: of this frame. `form`: of the frame with the form, the same or one above. */
  constructor(
    document: Document,
    form: Document,
    profile: Profile,
    touched: (detail: string) => void,
    signal: AbortSignal,
  ) {
    this.document = document
    this.form = form
    this.profile = profile
    this.touched = touched
    this.signal = signal
    this.paint = new Paint(document, signal)
    signal.addEventListener('abort', () => this.paint.clear())
  }

  /** The editable, where it is in this frame and highlights can reach it. */
  private own(): HTMLElement | null {
    const editable = editableOf(this.form, this.profile)
    return editable !== null && editable.ownerDocument === this.document && !isControl(editable) ? editable : null
  }

  /**
   * Paints marks that speak about the body as it is now; older ones are left out, and so are those of a body that changes meanwhile, for a newer
   * check is on its way: the form's frame asks for one whenever nodes or texts of the body changed. Attributes move nothing.
   */
  async show(marks: Marks): Promise<void> {
    const editable = this.own()
    if (editable === null) return
    const observer = new MutationObserver(() => {})
    observer.observe(editable, { childList: true, characterData: true, subtree: true })
    const changed = (): boolean => observer.takeRecords().length > 0
    try {
      const body = await readBodyGently(editable, this.profile, changed, turn, this.signal)
      if (body === null || body.serialised === null || stampOf(body.source) !== marks.stamp) return
      const { places } = body.serialised
      await turn()
      if (this.signal.aborted || changed()) return
      const detail = touchedBy(editable, () => this.paint.show(places, marks))
      if (detail !== null) this.touched(detail)
    } finally {
      observer.disconnect()
    }
  }

  /** Scrolls to a place of the body and shows it alone for a moment. False where it is not in this frame. */
  reveal(span: Span): boolean {
    const editable = this.own()
    if (editable === null || span.field !== 'body') return false
    const range = readBody(editable, this.profile).serialised?.places.range(span.start, span.end) ?? null
    if (range === null) return false
    scrollTo(range)
    this.paint.flash(range)
    return true
  }
}
