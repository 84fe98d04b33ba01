import type { Span } from '#shared/draft/span.ts'
import type { Profile } from '#shared/ruleset/profile.ts'
import { ControlMarks } from './control-marks.ts'
import { findAll, findOne } from './find.ts'
import type { Control } from './mirror.ts'
import type { Overlay } from './overlay.ts'
import { editableOf } from './read-draft.ts'
import { isControl } from './surfaces/surface.ts'

/** Marks over the form's own controls, the body among them where it is a text area. */
export class FieldMarks {
  private readonly marks: ControlMarks
  private readonly form: Document
  private readonly profile: Profile

  constructor(form: Document, profile: Profile, overlay: Overlay, signal: AbortSignal) {
    this.form = form
    this.profile = profile
    this.marks = new ControlMarks(overlay, signal)
    signal.addEventListener('abort', () => this.marks.clear())
  }

  /** Resolves when all are drawn; a newer call ends an older one. */
  async show(spans: readonly Span[]): Promise<void> {
    const marked = new Map<Control, readonly Span[]>()
    for (const field of new Set(spans.map((span) => span.field))) {
      const element = this.elementOf(field)
      const control = element !== null && isControl(element) && isText(element) ? element : null
      if (control !== null)
        marked.set(
          control,
          spans.filter((span) => span.field === field),
        )
    }
    await this.marks.show(marked)
  }

  /** Scrolls to a field. False where the page has none of that name. */
  reveal({ field, start, end }: Span): boolean {
    const element = this.elementOf(field)
    if (element === null) return false
    if (isControl(element) && element.localName === 'textarea')
      scrollInside(element, start / (element.value.length || 1))
    element.scrollIntoView({ block: 'center' })
    if (isControl(element) && isText(element) && end > start)
      void this.marks.show(new Map([[element, [{ start, end }]]]))
    return true
  }

  private elementOf(field: string): Element | null {
    const { fields, attachments } = this.profile
    if (field === 'body') {
      const editable = editableOf(this.form, this.profile)
      return editable !== null && isControl(editable) ? editable : null
    }
    const [list, index] = field.split(':')
    if (list === 'attachment' || list === 'attachment-text')
      return attachments === null ? null : (findAll(this.form, attachments.item)[Number(index)] ?? null)
    const reader = Object.hasOwn(fields, field) ? fields[field as keyof typeof fields] : null
    return reader === null ? null : findOne(this.form, reader.selector)
  }
}

/** Where text stands in the control as its value says. A date or a radio draws something else. */
function isText(control: Control): boolean {
  return control.localName === 'textarea' || ['text', 'search', 'url'].includes(control.type)
}

function scrollInside(area: Control, share: number): void {
  area.scrollTop = Math.max(0, area.scrollHeight * share - area.clientHeight / 2)
}
