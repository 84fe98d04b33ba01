import type { SurfaceKind } from '#shared/ruleset/profile.ts'
import { noArtefacts } from '../adapters/artefacts.ts'
import { findOne } from '../adapters/find.ts'
import { surfaces } from '../adapters/surfaces/index.ts'
import { bodyOf } from '../adapters/surfaces/surface.ts'
import type { Taught } from '../messages/learning.ts'
import { excerpt } from './excerpt.ts'
import { nameElement } from './selector.ts'

export const editors = 'iframe, textarea, [contenteditable]:not([contenteditable="false"])'

/** Editors of a known make first: what any frame or editable is, is the last answer. */
const general: readonly SurfaceKind[] = ['iframe', 'contenteditable', 'textarea']
const kinds = [...(Object.keys(surfaces) as SurfaceKind[]).filter((kind) => !general.includes(kind)), ...general]

/** 正文: the editor at, around or inside an element, its kind told by the marks that each surface knows. */
export function teachBody(element: Element, label: string | null): Taught | null {
  const editor = editorAt(element)
  if (editor === null) return null
  const editable = editor.localName === 'iframe' ? bodyOf(editor as HTMLIFrameElement) : editor
  if (editable === null) return null
  const document = editor.ownerDocument
  const row = label === null ? [] : [{ selector: `@row ${label}`, fragile: false }]
  const [named, ...others] = [nameElement(editor, null), ...containersOf(editor), ...row]
  const names = named!.fragile ? [...others, named!] : [named!]
  for (const { selector, fragile } of names)
    for (const kind of kinds) {
      if (findOne(document, selector) === null || surfaces[kind].locate(document, selector) !== editable) continue
      const isText = editor.localName === 'textarea' && !/<\w+[^>]*>/.test((editor as HTMLTextAreaElement).value)
      const text =
        editor.localName === 'textarea' ? (editor as HTMLTextAreaElement).value : (editable.textContent ?? '')
      return {
        selector,
        fragile,
        shown: excerpt(text),
        how: { as: 'body', surface: kind, format: isText ? 'text' : 'html' },
      }
    }
  return null
}

/** Whether the kind is one of a known make. */
export function isKnownEditor(kind: SurfaceKind): boolean {
  return surfaces[kind].artefacts !== noArtefacts
}

function editorAt(element: Element): Element | null {
  return element.closest(editors) ?? largest(Array.from(element.querySelectorAll(editors)))
}

/** The boxes around an editor, nearest first, by names that stay. */
function containersOf(editor: Element): { selector: string; fragile: boolean }[] {
  const all: { selector: string; fragile: boolean }[] = []
  for (let up = editor.parentElement; up !== null && up.localName !== 'body' && all.length < 6; up = up.parentElement) {
    const named = nameElement(up, null)
    if (!named.fragile) all.push(named)
  }
  return all
}

/** The one that takes the most room. Hidden twins of an editor take none. */
export function largest(elements: readonly Element[]): Element | null {
  const room = (element: Element): number => {
    const { width, height } = element.getBoundingClientRect()
    return width * height
  }
  return [...elements].sort((a, b) => room(b) - room(a)).find((element) => room(element) > 0) ?? null
}
