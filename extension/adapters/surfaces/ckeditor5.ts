import type { Artefacts } from '../artefacts.ts'
import { type Surface, within } from './surface.ts'

/** Handles, resizers and arrows that CKEditor draws inside its editable: all carry the class `ck` and are no editable themselves. */
const own = '.ck:not(.ck-editor__editable), .ck-table-column-resizer, .ck-fake-selection-container, br[data-cke-filler]'

/** What holds the caret where there is no text yet: seven of these, in a text node of their own or before what is typed. */
const FILLER = '\u2060'.repeat(7)
const none: ReadonlyMap<string, string> = new Map()
const caretHolders = new Map([['\u2060', '']])

const artefacts: Artefacts = {
  element: (element) => (element.matches(own) ? 'drop' : null),
  attribute: (name) => (name === 'contenteditable' || name.startsWith('data-cke-') ? null : name),
  characters: (text) => (text.data.startsWith(FILLER) ? caretHolders : none),
}

/** CKEditor 5: an editable in the form's own page. */
export const ckeditor5: Surface = {
  locate: (form, selector) => within(form, selector, '.ck-editor__editable:not(.ck-editor__nested-editable)'),
  artefacts,
}
