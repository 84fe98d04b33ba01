import type { Artefacts } from '../artefacts.ts'
import { first, matches } from '../dom.ts'
import { findOne } from '../find.ts'

/** 编辑器: one kind of editor. Where its editable is, and what in it is not content. Pure reading; everything else works over these two. */
export interface Surface {
  /**
   * The element the person types into, which may be in a frame of its own; `null` while the editor is not there yet.
   * `selector` names the editor's container, or the editable or frame itself.
   */
  locate(form: Document, selector: string): HTMLElement | null
  artefacts: Artefacts
}

/** The element that `selector` names if it is `kind`, else the first `kind` inside it. */
export function within<E extends Element>(form: Document, selector: string, kind: string): E | null {
  const named = findOne(form, selector)
  if (named === null) return null
  return matches(named, kind) ? (named as E) : first<E>(named, kind)
}

/** The body of a frame that an editor writes into. `null` where the frame is loading or of another origin. */
export function bodyOf(frame: HTMLIFrameElement | null): HTMLElement | null {
  try {
    return frame?.contentDocument?.body ?? null
  } catch {
    return null
  }
}

export function isControl(element: Element): element is HTMLTextAreaElement | HTMLInputElement {
  return element.localName === 'textarea' || element.localName === 'input'
}
