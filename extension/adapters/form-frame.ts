import type { Draft, Unread } from '#shared/draft/draft.ts'
import type { Span } from '#shared/draft/span.ts'
import type { Profile } from '#shared/ruleset/profile.ts'
import type { Marks, ReadingProgress } from '../messages/messages.ts'
import { stampOf } from '../messages/stamp.ts'
import { AttachmentHashes } from './attachments/attachment-hashes.ts'
import { Badge } from './badge.ts'
import { BodyMarks } from './body-marks.ts'
import { FieldMarks } from './field-marks.ts'
import type { Overlay } from './overlay.ts'
import { type Body, draftAround, editableOf, readBody, readBodyGently } from './read-draft.ts'
import { restoreFields } from './restore-fields.ts'
import { turn } from './turn.ts'
import { type Watch, watchForm } from './watch.ts'

/** What the frame with the form asks of the background. Both reject where it does not answer. */
export interface FormHost {
  check(draft: Draft): Promise<Marks>
  touched(detail: string): void
  /** How far the reading of attachments is; null when it rests. */
  progress(progress: ReadingProgress | null): void
}

/** The frame that holds the form: reads the draft when it has been quiet, has it checked, shows places and a count. */
export class FormFrame {
  private readonly badge: Badge
  private readonly document: Document
  private readonly profile: Profile
  private readonly host: FormHost
  private readonly signal: AbortSignal
  private readonly fields: FieldMarks
  private readonly body: BodyMarks
  private readonly watch: Watch
  private readonly hashes: AttachmentHashes
  /**
   * Stamp of the draft that was checked last, so that a page that stirs without a change asks for nothing. A body that was drawn anew asks
   * again though it says the same: its marks, in whatever frame, stood on nodes that are gone.
   */
  private checked = ''
  private checking = false
  /** How often marks were shown: the background tells every frame of a check before it answers the one that asked. */
  private shows = 0
  private again = false

  constructor(document: Document, profile: Profile, host: FormHost, overlay: Overlay, signal: AbortSignal) {
    this.document = document
    this.profile = profile
    this.host = host
    this.signal = signal
    this.badge = new Badge(overlay)
    this.fields = new FieldMarks(document, profile, overlay, signal)
    this.body = new BodyMarks(document, document, profile, (detail) => host.touched(detail), signal)
    this.hashes = new AttachmentHashes(
      profile,
      {
        fetch: (url, init) => fetch(url, init),
        changed: () => void this.check(),
        progress: (progress) => host.progress(progress),
      },
      signal,
    )
    this.watch = watchForm(
      document,
      () => editableOf(document, profile),
      () => void this.check(),
      signal,
    )
  }

  /** The draft at this moment, read in one go. */
  read(): Draft {
    const editable = editableOf(this.document, this.profile)
    return this.around(editable === null ? null : readBody(editable, this.profile))
  }

  /** Looks again at every file behind the attachments' links: one can be swapped without a change of the page, and a page that just came up was not read yet. */
  settle(): Promise<void> {
    return this.hashes.settle(draftAround(null, this.document, this.profile), this.document)
  }

  /** Shows marks in this frame; those of a body in a frame of its own are that frame's. */
  async show(marks: Marks): Promise<void> {
    this.shows += 1
    this.badge.showCount(marks.count)
    await this.body.show(marks)
    await this.fields.show(marks.spans)
  }

  showSentence(shown: boolean): void {
    this.badge.showSentence(shown)
  }

  reveal(span: Span): boolean {
    return this.body.reveal(span) || this.fields.reveal(span)
  }

  /** Puts the fields of a kept draft back; the body goes through the page's own world. Answers what could not be put back. */
  restoreFields(draft: Draft): Unread[] {
    return restoreFields(this.document, this.profile, draft)
  }

  private async check(): Promise<void> {
    if (this.checking) {
      this.again = true
      return
    }
    this.checking = true
    try {
      const draft = await this.readGently()
      // The person went on: the next pause reads.
      if (draft === null) return
      const stamp = stampOf(JSON.stringify(draft))
      const redrawn = this.watch.redrawn()
      if ((stamp === this.checked && !redrawn) || this.signal.aborted) return
      const before = this.shows
      const marks = await this.host.check(draft)
      this.checked = stamp
      if (this.shows === before) await this.show(marks)
    } catch {
      // Not checked is not checked: the stamp stays as it was, and the next pause asks again. The panel says that there is no answer.
    } finally {
      this.checking = false
    }
    if (this.again) {
      this.again = false
      await this.check()
    }
  }

  private async readGently(): Promise<Draft | null> {
    const editable = editableOf(this.document, this.profile)
    if (editable === null) return this.around(null)
    const body = await readBodyGently(editable, this.profile, () => this.watch.changed(), turn, this.signal)
    return body === null ? null : this.around(body)
  }

  private around(body: Body | null): Draft {
    return this.hashes.fill(draftAround(body, this.document, this.profile), this.document)
  }
}
