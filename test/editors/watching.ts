/** Runs in the test's page: what is looked at, and done, from outside our own code and the editor's. */
import { editableOf, readBody } from '../../extension/adapters/read-draft.ts'
import type { Profile } from '../../shared/ruleset/profile.ts'
import type { Started } from '../support/starts/started.ts'

function editableIn(profile: Profile): HTMLElement {
  const editable = editableOf(document, profile)
  if (editable === null) throw new Error('no editable')
  return editable
}

/** The way from `root` down to `node`, by numbers of children. Null where it is not inside. */
function pathTo(node: Node | null, root: Node): number[] | null {
  const path: number[] = []
  for (let at = node; at !== null; at = at.parentNode) {
    if (at === root) return path.reverse()
    path.push(Array.prototype.indexOf.call(at.parentNode?.childNodes ?? [], at))
  }
  return null
}

/** Where the selection is, in terms that mean the same in a twin. */
export function selectionOf(profile: Profile): unknown {
  const editable = editableIn(profile)
  if (editable.localName === 'textarea') {
    const { selectionStart, selectionEnd } = editable as HTMLTextAreaElement
    return [selectionStart, selectionEnd]
  }
  const { anchorNode, anchorOffset, focusNode, focusOffset } = editable.ownerDocument.getSelection()!
  return [pathTo(anchorNode, editable), anchorOffset, pathTo(focusNode, editable), focusOffset]
}

export function stateOf(profile: Profile): unknown {
  const editable = editableIn(profile)
  const held = editable.localName === 'textarea' ? (editable as HTMLTextAreaElement).value : editable.outerHTML
  return [held, selectionOf(profile)]
}

/** A paste event as a browser makes it; what the editor leaves to the browser is done as the browser would. */
export function paste(profile: Profile, html: string): void {
  const editable = editableIn(profile)
  const { ownerDocument } = editable
  const window = ownerDocument.defaultView as Window & typeof globalThis
  const plain = new DOMParser().parseFromString(html, 'text/html').body.textContent ?? ''
  if (editable.localName === 'textarea') {
    ownerDocument.execCommand('insertText', false, plain)
    return
  }
  const clipboardData = new window.DataTransfer()
  clipboardData.setData('text/html', html)
  clipboardData.setData('text/plain', plain)
  const at = ownerDocument.getSelection()?.anchorNode ?? editable
  const target = editable.contains(at)
    ? ((at.nodeType === Node.TEXT_NODE ? at.parentElement : at) ?? editable)
    : editable
  const event = new window.ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
  if (target.dispatchEvent(event)) ownerDocument.execCommand('insertHTML', false, html)
}

/** Lists on `window.events` what the editable hears. */
export function record(profile: Profile): void {
  const events: string[] = []
  Object.assign(window, { events })
  const kinds = ['compositionstart', 'compositionupdate', 'compositionend', 'beforeinput', 'input', 'keydown']
  for (const kind of kinds)
    editableIn(profile).addEventListener(kind, (event) => {
      const { data, inputType, isComposing } = event as InputEvent
      events.push([kind, inputType ?? '', data ?? '', isComposing === true].join())
    })
}

/** How the places of a character are marked. */
export interface Marked {
  /** The highlighted texts, in any order. */
  texts: string[]
  /** How often the character is there. */
  all: number
  /** How often in the window, and how often there without a highlight. */
  seen: number
  missed: number
}

/** Looks at every place of this character in the editable, by the text nodes and where they are drawn. */
export function marked(profile: Profile, char: string): Marked {
  const editable = editableIn(profile)
  const { ownerDocument } = editable
  const { CSS, innerHeight } = ownerDocument.defaultView as Window & typeof globalThis
  const painted = Array.from(CSS.highlights.get('menxia') ?? []) as Range[]
  const found: Marked = { texts: painted.map((range) => String(range)), all: 0, seen: 0, missed: 0 }
  const isPainted = (node: Node, at: number): boolean =>
    painted.some((range) => range.isPointInRange(node, at) && range.isPointInRange(node, at + 1))
  const walker = ownerDocument.createTreeWalker(editable, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode() as Text | null; node !== null; node = walker.nextNode() as Text | null)
    for (let at = node.data.indexOf(char); at >= 0; at = node.data.indexOf(char, at + 1)) {
      found.all += 1
      const place = ownerDocument.createRange()
      place.setStart(node, at)
      place.setEnd(node, at + 1)
      const { top, bottom, width } = place.getBoundingClientRect()
      if (width === 0 || bottom < 0 || top > innerHeight) continue
      found.seen += 1
      if (!isPainted(node, at)) found.missed += 1
    }
  return found
}

/** A later turn, and a frame drawn: what wangEditor waits for. */
const drawn = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))

/** See `EditorPage.roundTrip`. In one go, for a question to the page costs more than its answer. */
export async function roundTrip(profile: Profile, html: string): Promise<[string, string, string, string] | null> {
  const { api } = window as unknown as { api: Started }
  const take = async (body: string): Promise<[string, string]> => {
    await api.set(body)
    await drawn()
    return [api.get(), readBody(editableIn(profile), profile).source]
  }
  try {
    const first = await take(html)
    return [...first, ...(await take(first[0]))]
  } catch (error) {
    if (error instanceof Error && error.stack?.includes('/editors/node_modules/')) return null
    throw error
  }
}
