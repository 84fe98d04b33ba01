import type { Profile } from '#shared/ruleset/profile.ts'
import { findAll } from '../adapters/find.ts'
import { openOverlay } from '../adapters/overlay.ts'
import { draftAround, editableOf, readBody } from '../adapters/read-draft.ts'
import { openPort } from '../gate/page-port.ts'
import type { FieldPart, PagePart, Taught, Trial } from '../messages/learning.ts'
import { fieldParts } from '../messages/learning.ts'
import { bodyLabels, fieldLabels, listLabels } from './labels.ts'
import { point } from './pointer.ts'
import type { FromRecorder } from './record.ts'
import { teach } from './teach.ts'

export interface LearnHost {
  picked(part: PagePart, taught: Taught | null): void
  cancelled(): void
  recorded(request: FromRecorder): void
}

/** Learning in one frame: points, tries, and listens to the recorder. Nothing of it stays when it is told to stop. */
export class Learner {
  private pointing = new AbortController()
  private recorder: MessagePort | null = null
  private readonly window: Window
  private readonly host: LearnHost

  constructor(window: Window, host: LearnHost) {
    this.window = window
    this.host = host
  }

  /** Has the person point at a part. Null ends the pointing. */
  pick(part: PagePart | null): void {
    this.pointing.abort()
    this.pointing = new AbortController()
    const { document } = this.window
    // A page made of framesets has nothing to point at; its frames have.
    if (part === null || document.body === null || document.body.localName === 'frameset') return
    const overlay = openOverlay(document)
    this.pointing.signal.addEventListener('abort', () => overlay.remove())
    const host = {
      picked: (element: Element) => this.host.picked(part, teach(part, element, labelAt(part, element))),
      cancelled: () => this.host.cancelled(),
    }
    point(part, overlay, host, this.pointing.signal)
  }

  /** Hands the recorder, which waits in the page by now, its port; or ends it. */
  record(on: boolean): void {
    this.recorder?.postMessage('stop')
    this.recorder = on ? openPort(this.window) : null
    if (this.recorder === null) return
    this.recorder.onmessage = ({ data }: MessageEvent<FromRecorder>) => this.host.recorded(data)
  }

  /** Reads the page as the finished profile would. */
  try(profile: Profile): Trial {
    const { document } = this.window
    const editable = editableOf(document, profile)
    const draft = draftAround(editable === null ? null : readBody(editable, profile), document, profile)
    return { draft, values: valuesOf(document, profile) }
  }
}

/** The fields' values as the form would send them. */
function valuesOf(document: Document, profile: Profile): Trial['values'] {
  const values: Partial<Record<FieldPart, string>> = {}
  for (const part of fieldParts) {
    const reader = profile.fields[part]
    const found = reader === null ? [] : (findAll(document, reader.selector) as HTMLInputElement[])
    const one = reader?.read === 'checked' ? found.find(({ checked }) => checked) : found[0]
    if (typeof one?.value === 'string') values[part] = one.value
  }
  return values
}

/** How this page labels the part that was pointed at, where it is one of the usual words. */
function labelAt(part: PagePart, element: Element): string | null {
  const labels =
    part === 'body'
      ? bodyLabels
      : part === 'attachments'
        ? listLabels
        : part in fieldLabels
          ? fieldLabels[part as FieldPart]
          : []
  const found = (kind: string, label: string): boolean =>
    findAll(element.ownerDocument, `${kind} ${label}`).some(
      (one) => one === element || one.contains(element) || element.contains(one),
    )
  return labels.find((label) => found(part === 'body' || part === 'attachments' ? '@row' : '@label', label)) ?? null
}
