import { noArtefacts } from '../artefacts.ts'
import { bodyOf, type Surface, within } from './surface.ts'

/** A frame whose body is edited, with no editor that leaves traces in it. */
export const iframe: Surface = {
  locate: (form, selector) => bodyOf(within(form, selector, 'iframe')),
  artefacts: noArtefacts,
}
