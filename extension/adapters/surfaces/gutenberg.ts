import type { Artefacts } from '../artefacts.ts'
import { bodyOf, type Surface, within } from './surface.ts'

/** What WordPress draws among the blocks: places to add one, what an empty one says, buttons, and the mark that keeps an empty line open. */
const own = [
  '.block-list-appender',
  '.block-editor-default-block-appender',
  '.block-editor-block-list__insertion-point',
  '.components-placeholder',
  '.components-button',
  '.components-drop-zone',
  '[data-rich-text-placeholder]',
  '[data-rich-text-padding]',
].join()

/** What a block says of itself to the editor, and what makes it editable. Only `href`, `src` and the like carry content; the rest may go. */
const editing = /^(?:data-|aria-|role$|tabindex$|contenteditable$|id$|style$|draggable$)/

const caretHolders = new Map([['\ufeff', '']])

const artefacts: Artefacts = {
  element: (element) => (element.matches(own) ? 'drop' : null),
  attribute: (name) => (editing.test(name) ? null : name),
  // Rich text keeps an empty line open with U+FEFF, and shows none that the body has.
  characters: () => caretHolders,
}

/** WordPress's block editor: the list of blocks, in a frame of its own or in the form's page. */
export const gutenberg: Surface = {
  locate: (form, selector) => {
    const canvas = bodyOf(within(form, selector, 'iframe[name="editor-canvas"]'))
    const list = '.is-root-container.block-editor-block-list__layout'
    return canvas === null ? within(form, selector, list) : canvas.querySelector<HTMLElement>(list)
  },
  artefacts,
}
