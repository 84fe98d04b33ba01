import type { Artefacts } from '../artefacts.ts'
import { bodyOf, type Surface, within } from './surface.ts'

/** Attributes that TinyMCE keeps beside the real ones and submits in their place. */
const standIns = new Map([
  ['data-mce-src', 'src'],
  ['data-mce-href', 'href'],
])

const caretHolders = new Map([['\ufeff', '']])

const artefacts: Artefacts = {
  element(element) {
    const bogus = element.getAttribute('data-mce-bogus')
    if (bogus === 'all' || element.getAttribute('data-mce-type') === 'bookmark') return 'drop'
    // A bogus <br> holds an empty block open. Other bogus elements wrap content.
    if (bogus !== null) return element.localName === 'br' ? 'drop' : 'unwrap'
    // WordPress draws its <!--more--> as a picture.
    if (element.classList.contains('mce-shim') || element.hasAttribute('data-wp-more')) return 'drop'
    // Media stand in a <span>, or, where scripts could run, as a picture of nothing.
    if (element.hasAttribute('data-mce-object')) return element.localName === 'img' ? 'drop' : 'unwrap'
    return null
  },
  attribute(name) {
    return standIns.get(name) ?? (name.startsWith('data-mce-') ? null : name)
  },
  // TinyMCE takes every U+FEFF out of what it submits.
  characters: () => caretHolders,
}

/** TinyMCE 5 to 8 in its classic mode: a frame inside the container. */
export const tinymce: Surface = {
  locate: (form, selector) => {
    const body = bodyOf(within(form, selector, 'iframe'))
    return body?.id === 'tinymce' ? body : null
  },
  artefacts,
}
