import { noArtefacts } from '../artefacts.ts'
import { type Surface, within } from './surface.ts'

/** A plain text area: its value is the body. */
export const textarea: Surface = {
  locate: (form, selector) => within(form, selector, 'textarea'),
  artefacts: noArtefacts,
}
