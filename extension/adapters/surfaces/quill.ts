import type { Artefacts } from '../artefacts.ts'
import { type Surface, within } from './surface.ts'

const caretHolders = new Map([['\ufeff', '']])

const artefacts: Artefacts = {
  element(element) {
    // The marks of list items, and the box that holds the caret for a format chosen before typing.
    if (element.classList.contains('ql-ui')) return 'drop'
    return element.classList.contains('ql-cursor') ? 'unwrap' : null
  },
  attribute: (name) => (name === 'contenteditable' ? null : name),
  // Quill takes every U+FEFF out of what it submits.
  characters: () => caretHolders,
}

/** Quill 1 and 2: an editable in the form's own page. */
export const quill: Surface = {
  locate: (form, selector) => within(form, selector, '.ql-editor'),
  artefacts,
}
