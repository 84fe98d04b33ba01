import type { SurfaceKind } from '#shared/ruleset/profile.ts'
import { doorOf, type EditorWindow } from './doors.ts'
import { findOne } from './find.ts'

/**
 * 恢复: puts a kept body back, through the editor's own door, so that its undo and its state stay right. Runs in the page's own
 * world. Only ever at a person's wish. False where the editor was not found or takes nothing.
 */
export function restoreBody(window: EditorWindow, surface: SurfaceKind, selector: string, source: string): boolean {
  const container = findOne(window.document, selector)
  if (container === null) return false
  const door = doorOf(window, surface, container)
  if (door !== null) {
    door.write(source)
    return true
  }
  if (surface === 'textarea') return restoreControl(container, source)
  // These two keep their state apart from what is drawn: a paste would be taken for the browser's.
  if (surface === 'tinymce' || surface === 'ueditor') return false
  return pasteInto(container, surface === 'iframe', source)
}

function restoreControl(container: Element, value: string): boolean {
  const area = container.matches('textarea') ? container : container.querySelector('textarea')
  if (area === null) return false
  const control = area as HTMLTextAreaElement
  control.value = value
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }))
  return true
}

/** A paste over everything: the one way in that every editor built on an editable offers. */
function pasteInto(container: Element, framed: boolean, source: string): boolean {
  const inFrame = framed ? container.querySelector('iframe')?.contentDocument?.body : undefined
  const editable = inFrame ?? container.querySelector<HTMLElement>('[contenteditable]:not([contenteditable="false"])')
  if (editable === null) return false
  const { ownerDocument } = editable
  editable.focus()
  ownerDocument.getSelection()?.selectAllChildren(editable)
  // Slate learns of a selection by an event that comes later; told now, it pastes over everything.
  ownerDocument.dispatchEvent(new Event('selectionchange'))
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/html', source)
  // A parsed document is inert: no picture of the draft is fetched, no handler in it runs.
  const plain = new DOMParser().parseFromString(source, 'text/html').body.textContent ?? ''
  clipboardData.setData('text/plain', plain)
  const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
  if (!editable.dispatchEvent(paste)) return true
  return ownerDocument.execCommand('insertHTML', false, source)
}
