import type { Artefacts } from '../artefacts.ts'
import { type Surface, within } from './surface.ts'

/** What ProseMirror puts where the browser's caret would have no place, and decorations that stand for nothing in the document. */
const own = '.ProseMirror-separator, .ProseMirror-trailingBreak, .ProseMirror-widget, .ProseMirror-gapcursor'

const artefacts: Artefacts = {
  element: (element) => (element.matches(own) ? 'drop' : null),
  attribute: (name) => (name === 'contenteditable' || name === 'draggable' ? null : name),
  characters: () => new Map(),
}

/** ProseMirror, and Tiptap, which is built on it: an editable in the form's own page. */
export const prosemirror: Surface = {
  locate: (form, selector) => within(form, selector, '.ProseMirror'),
  artefacts,
}
