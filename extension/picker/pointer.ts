import type { Overlay } from '../adapters/overlay.ts'
import type { PagePart } from '../messages/learning.ts'
import { editors } from './teach-body.ts'

/** What can be walked to with the keys, by what is looked for. */
function stopsFor(part: PagePart): string {
  if (part === 'body') return editors
  if (part === 'attachments') return 'li, td, a[href], span'
  if (part === 'publish' || part === 'save')
    return 'button, input[type=button], input[type=submit], a, [role="button"], [onclick]'
  return 'input:not([type=hidden], [type=button], [type=submit], [type=file]), select, textarea'
}

export interface PointerHost {
  picked(element: Element): void
  cancelled(): void
}

/**
 * Pointing at a part of the page. A sheet of our overlay lies over the page and takes every press, so that the page hears of none;
 * an outline follows what is under the pointer. With the keys: Tab or arrows to the next thing, Enter takes it, Escape leaves. Frames
 * with an address of their own have a pointer of their own: the sheet has a hole over them. Ends with `signal`.
 */
export function point(part: PagePart, { root }: Overlay, host: PointerHost, signal: AbortSignal): void {
  const document = root.ownerDocument
  const sheet = document.createElement('div')
  const outline = document.createElement('div')
  sheet.className = 'sheet'
  outline.className = 'outline'
  outline.hidden = true
  root.append(sheet, outline)
  let at: Element | null = null

  const show = (element: Element | null): void => {
    at = element
    outline.hidden = element === null
    if (element === null) return
    const { left, top, width, height } = element.getBoundingClientRect()
    outline.style.transform = `translate(${left}px, ${top}px)`
    outline.style.width = `${width}px`
    outline.style.height = `${height}px`
  }
  const under = (event: MouseEvent): Element | null => {
    return document.elementsFromPoint(event.clientX, event.clientY).find((one) => one !== root.host) ?? null
  }
  const onPointer = (event: Event): void => {
    stop(event)
    if (event.type === 'pointermove') show(under(event as MouseEvent))
    if (event.type === 'click') {
      const found = under(event as MouseEvent)
      if (found !== null) host.picked(found)
    }
  }
  const onKey = (event: KeyboardEvent): void => {
    stop(event)
    if (event.type !== 'keydown') return
    if (event.key === 'Escape') host.cancelled()
    else if (event.key === 'Enter' && at !== null) host.picked(at)
    else if (event.key === 'Tab' || event.key.startsWith('Arrow')) {
      show(
        next(
          document,
          stopsFor(part),
          at,
          event.shiftKey || event.key === 'ArrowUp' || event.key === 'ArrowLeft' ? -1 : 1,
        ),
      )
      at?.scrollIntoView({ block: 'nearest' })
      show(at)
    }
  }

  const options = { capture: true, signal }
  const presses = [
    'pointermove',
    'pointerdown',
    'pointerup',
    'mousedown',
    'mouseup',
    'mousemove',
    'mouseover',
    'click',
    'dblclick',
    'contextmenu',
    'touchstart',
    'touchend',
  ]
  // On the window, in the capture phase: nothing that was pressed on the sheet goes further down to the page.
  for (const type of presses)
    window.addEventListener(type, (event) => event.target === root.host && onPointer(event), options)
  for (const type of ['keydown', 'keyup', 'keypress'] as const) window.addEventListener(type, onKey, options)
  const cut = (): void => cutHoles(document, sheet)
  cut()
  for (const type of ['resize', 'scroll'] as const) window.addEventListener(type, cut, { ...options, passive: true })
  signal.addEventListener('abort', () => {
    sheet.remove()
    outline.remove()
  })
}

function stop(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}

function next(document: Document, stops: string, at: Element | null, step: 1 | -1): Element | null {
  const all = Array.from(document.querySelectorAll(stops)).filter((one) => one.getClientRects().length > 0)
  const place = at === null ? -1 : all.indexOf(at)
  return all[(place + step + all.length) % all.length] ?? null
}

/** The sheet without the frames that have an address: each is pointed at by its own picker. */
function cutHoles(document: Document, sheet: HTMLElement): void {
  const holes = Array.from(document.querySelectorAll('iframe'))
    .filter(hasAddress)
    .map((frame) => frame.getBoundingClientRect())
    .map(({ left, top, right, bottom }) => `M${left} ${top}V${bottom}H${right}V${top}Z`)
  sheet.style.clipPath = holes.length === 0 ? 'none' : `path(evenodd, "M0 0H99999V99999H0Z${holes.join('')}")`
}

/** Whether a frame has an address of its own, and is no editor's: what is edited belongs to the form around it. */
export function hasAddress(frame: HTMLIFrameElement): boolean {
  try {
    const inside = frame.contentDocument
    if (inside === null) return true
    return /^https?:/.test(inside.URL) && inside.body?.isContentEditable !== true && inside.designMode !== 'on'
  } catch {
    return true
  }
}
