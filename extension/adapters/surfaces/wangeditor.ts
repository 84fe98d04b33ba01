import type { Artefacts } from '../artefacts.ts'
import { type Surface, within } from './surface.ts'

/** Slate's own scaffolding: it holds the caret where there is no text, and the marks of list items. */
const scaffolding = [
  '[data-slate-zero-width]',
  '[data-slate-spacer]',
  '[data-slate-placeholder]',
  '[data-w-e-reserve]',
  '.w-e-image-dragger',
  '.w-e-text-placeholder',
].join()

/** Boxes that Slate puts around text, images and tables, and that wangEditor does not submit. */
const boxes = [
  '[data-slate-node="text"]',
  '[data-slate-leaf]',
  '[data-slate-string]',
  '[data-slate-void]',
  '.w-e-image-container',
  '.w-e-textarea-divider',
  '.table-container',
].join()

const inCode: ReadonlyMap<string, string> = new Map()
const inProse = new Map([['\n', '<br>']])

const artefacts: Artefacts = {
  element(element) {
    if (element.matches(scaffolding)) return 'drop'
    if (element.matches(boxes)) return 'unwrap'
    // A list item is drawn as a <div> behind its mark and submitted as <li>.
    if (element.localName === 'div' && element.firstElementChild?.hasAttribute('data-w-e-reserve') === true)
      return { tag: 'li' }
    return null
  },
  attribute(name, element) {
    if (name.startsWith('data-slate-') || name === 'contenteditable' || name === 'data-selected') return null
    return name === 'id' && element.id.startsWith('w-e-') ? null : name
  },
  // Slate keeps <br> as a line feed inside the text, except in code.
  characters: (text) => (text.parentElement?.closest('pre') === null ? inProse : inCode),
}

/** wangEditor 5: an editable of Slate's in the form's own page. */
export const wangeditor: Surface = {
  locate: (form, selector) => within(form, selector, '[data-slate-editor]'),
  artefacts,
}
