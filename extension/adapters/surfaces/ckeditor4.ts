import type { Artefacts } from '../artefacts.ts'
import { bodyOf, type Surface, within } from './surface.ts'

/** Attributes that CKEditor keeps beside the real ones and submits in their place. */
const standIns = new Map([
  ['data-cke-saved-src', 'src'],
  ['data-cke-saved-href', 'href'],
])

/** Bookmarks, the box that holds a selection nobody sees, the line that offers a place between two tables, a widget's handle and cover. */
const own = [
  '[data-cke-bookmark]',
  '[data-cke-temp]',
  '[data-cke-magic-line]',
  '.cke_widget_drag_handler_container',
  '.cke_widget_mask',
  // A picture that stands for a frame, an anchor or a form field; what it stands for is kept encoded.
  '[data-cke-realelement]',
].join()

/** What holds the caret where there is no text yet: seven of these. CKEditor takes the seven out of what it submits, and no fewer. */
const FILLER = '\u200b'.repeat(7)
const none: ReadonlyMap<string, string> = new Map()
const caretHolders = new Map([['\u200b', '']])

const artefacts: Artefacts = {
  element(element) {
    if (element.matches(own)) return 'drop'
    return element.hasAttribute('data-cke-widget-wrapper') ? 'unwrap' : null
  },
  attribute: (name) => standIns.get(name) ?? (name.startsWith('data-cke-') ? null : name),
  characters: (text) => (text.data.includes(FILLER) ? caretHolders : none),
}

/** CKEditor 4: a frame inside the container, or, with `divarea`, an element of the form's page. */
export const ckeditor4: Surface = {
  locate: (form, selector) => {
    const body = bodyOf(within(form, selector, 'iframe.cke_wysiwyg_frame'))
    return body?.classList.contains('cke_editable') === true ? body : within(form, selector, '.cke_wysiwyg_div')
  },
  artefacts,
}
