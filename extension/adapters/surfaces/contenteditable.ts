import { noArtefacts } from '../artefacts.ts'
import { type Surface, within } from './surface.ts'

/** An element of the form's own page that the browser makes editable, with no editor behind it. */
export const contenteditable: Surface = {
  locate: (form, selector) => within(form, selector, '[contenteditable]:not([contenteditable="false"])'),
  artefacts: noArtefacts,
}
