import { noArtefacts } from '../artefacts.ts'
import { type Surface, within } from './surface.ts'

/** Summernote: an editable in the form's own page, submitted as it stands. */
export const summernote: Surface = {
  locate: (form, selector) => within(form, selector, '.note-editable'),
  artefacts: noArtefacts,
}
