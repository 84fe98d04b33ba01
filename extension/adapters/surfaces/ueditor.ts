import type { Artefacts } from '../artefacts.ts'
import { bodyOf, type Surface, within } from './surface.ts'

const standIns = new Map([
  ['_src', 'src'],
  ['_href', 'href'],
])

const caretHolders = new Map([['\u200b', '']])

const artefacts: Artefacts = {
  element(element) {
    return element.localName === 'span' && element.id.startsWith('_baidu_bookmark_') ? 'drop' : null
  },
  attribute(name) {
    return standIns.get(name) ?? (name === '_url' ? null : name)
  },
  // UEditor takes every U+200B out of what it submits.
  characters: () => caretHolders,
}

/** Baidu UEditor 1.4: a frame with a `javascript:` address inside the container. */
export const ueditor: Surface = {
  locate: (form, selector) => {
    const body = bodyOf(within(form, selector, 'iframe[id^="ueditor_"]'))
    // Before it is made editable, the frame still holds the script that starts it.
    return body?.classList.contains('view') === true && body.hasAttribute('contenteditable') ? body : null
  },
  artefacts,
}
