import type { Artefacts } from '../artefacts.ts'
import { bodyOf, type Surface, within } from './surface.ts'

const caretHolders = new Map([['\u200b', '']])

const artefacts: Artefacts = {
  element(element) {
    if (element.id.startsWith('__kindeditor_')) return 'drop'
    // A picture that stands for media or an anchor.
    return element.localName === 'img' && element.hasAttribute('data-ke-tag') ? 'drop' : null
  },
  // data-ke-src is the address once more, escaped once too often.
  attribute: (name) => (name.startsWith('data-ke-') ? null : name),
  // KindEditor takes every U+200B out of what it submits.
  characters: () => caretHolders,
}

/** KindEditor 4: a frame inside the container. */
export const kindeditor: Surface = {
  locate: (form, selector) => {
    const body = bodyOf(within(form, selector, 'iframe.ke-edit-iframe'))
    return body?.classList.contains('ke-content') === true ? body : null
  },
  artefacts,
}
