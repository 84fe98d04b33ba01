import { findOne } from '../adapters/find.ts'
import { readSubmitted } from '../adapters/read-submitted.ts'
import { restoreBody } from '../adapters/restore-body.ts'
import { type FromWrapper, RELEASE_WINDOW, type ToWrapper, type Way } from './page-port.ts'
import { fieldOf, isPublish, namesOf, type Outgoing, type RequestPatterns } from './requests.ts'

type Window_ = Window & typeof globalThis

/**
 * Runs in the page's own world, before any script of the page, around the ways a script can send a publish. Held: nothing is
 * sent, the page stays where it is and the draft stays whole; to the page it looks like a network failure. 保存草稿 passes always.
 * A hostile page can undo this: the lock and the comparison are behind it. Answers what to do with the port once it comes.
 */
export function wrapPage(window: Window_): (port: MessagePort) => void {
  let patterns: RequestPatterns | null = null
  let passUntil = 0
  let tell: (message: FromWrapper) => void = () => {}

  /** True where the request must not go. A release lets exactly one pass. */
  const holds = (way: Way, request: Outgoing): boolean => {
    if (patterns === null || !isPublish(request, patterns)) return false
    if (performance.now() < passUntil) {
      passUntil = 0
      return false
    }
    tell({ kind: 'held', way })
    return true
  }
  const undo = [...wrapForms(window, holds), ...wrapRequests(window, holds)]
  // A native submission after a released press passes by no wrapped function; it has used the pass all the same.
  const spend = (event: SubmitEvent): void => {
    if (!event.defaultPrevented && patterns !== null && isPublish(ofForm(event.target, event.submitter), patterns))
      passUntil = 0
  }
  window.addEventListener('submit', spend)

  return (port) => {
    const post = port.postMessage.bind(port)
    tell = (message) => post(message)
    const press = window.HTMLElement.prototype.click
    port.onmessage = ({ data }: MessageEvent<ToWrapper>) => {
      if (data.kind === 'hold') patterns = data.patterns
      else if (data.kind === 'release') {
        const control = findOne(window.document, data.control)
        passUntil = performance.now() + Math.min(data.window, RELEASE_WINDOW)
        tell({ kind: 'pressed', pressed: control !== null })
        if (control !== null) press.call(control as HTMLElement)
      } else if (data.kind === 'restore')
        tell({ kind: 'restored', restored: restoreBody(window, data.surface, data.selector, data.source) })
      else if (data.kind === 'submitted')
        tell({ kind: 'submitted', source: readSubmitted(window, data.surface, data.selector) })
      else {
        for (const put of undo) put()
        window.removeEventListener('submit', spend)
        port.close()
      }
    }
  }
}

/** A request of the page's own world, with the names of its fields (null where the body cannot be read): learning compares two. */
export interface Written extends Outgoing {
  names(): readonly string[] | null
}

export type Holds = (way: Way, request: Written) => boolean

/** Puts `wrapped` in place of a method and answers how to put it back, unless the page has wrapped it again since. */
function replace<T extends object, K extends keyof T>(owner: T, name: K, wrapped: T[K]): () => void {
  const native = owner[name]
  owner[name] = wrapped
  return () => {
    if (owner[name] === wrapped) owner[name] = native
  }
}

/** The request that submitting a form would make. */
export function ofForm(target: EventTarget | null, submitter: HTMLElement | null): Written {
  const form = target as HTMLFormElement
  // A control named "action" or "method" shadows the property, so the attributes are read.
  const attribute = (name: string): string | null => submitter?.getAttribute(`form${name}`) ?? form.getAttribute(name)
  const data = new FormData(form)
  const pressed = submitter?.getAttribute('name') ?? null
  if (pressed !== null) data.set(pressed, submitter?.getAttribute('value') ?? '')
  return {
    method: attribute('method') ?? 'GET',
    url: new URL(attribute('action') ?? '', form.baseURI).href,
    field: (name) => fieldOf(data, name),
    names: () => namesOf(data),
  }
}

/** Wraps the two ways a script submits a form. Answers how to undo it. */
export function wrapForms(window: Window_, holds: Holds): (() => void)[] {
  const forms = window.HTMLFormElement.prototype
  const { submit, requestSubmit } = forms
  return [
    replace(forms, 'submit', function (this: HTMLFormElement) {
      if (!holds('submit', ofForm(this, null))) submit.call(this)
    }),
    replace(forms, 'requestSubmit', function (this: HTMLFormElement, submitter?: HTMLElement | null) {
      if (!holds('requestSubmit', ofForm(this, submitter ?? null))) requestSubmit.call(this, submitter)
    }),
  ]
}

/** Wraps fetch, sendBeacon and XHR. Answers how to undo it. */
export function wrapRequests(window: Window_, holds: Holds): (() => void)[] {
  const { fetch } = window
  const beacon = window.Navigator.prototype.sendBeacon
  const { open, send } = window.XMLHttpRequest.prototype
  const opened = new WeakMap<XMLHttpRequest, { method: string; url: string }>()
  const absolute = (url: unknown): string => {
    const written = String(url)
    return URL.canParse(written, window.document.baseURI) ? new URL(written, window.document.baseURI).href : written
  }
  return [
    replace(window, 'fetch', function (this: unknown, input: RequestInfo | URL, init?: RequestInit) {
      const request = input instanceof window.Request ? input : null
      const body = init?.body ?? (request?.body === null ? null : request?.body)
      const outgoing: Written = {
        method: init?.method ?? request?.method ?? 'GET',
        url: absolute(request?.url ?? input),
        field: (name) => fieldOf(body, name),
        names: () => namesOf(body),
      }
      if (holds('fetch', outgoing)) return Promise.reject(new TypeError('Failed to fetch'))
      return fetch.call(window, input, init)
    } as typeof window.fetch),
    replace(window.Navigator.prototype, 'sendBeacon', function (this: Navigator, url, body) {
      const outgoing = {
        method: 'POST',
        url: absolute(url),
        field: (name: string) => fieldOf(body, name),
        names: () => namesOf(body),
      }
      return holds('beacon', outgoing) ? false : beacon.call(this, url, body)
    }),
    replace(window.XMLHttpRequest.prototype, 'open', function (this: XMLHttpRequest, ...args: unknown[]) {
      opened.set(this, { method: String(args[0]), url: absolute(args[1]) })
      return (open as (...rest: unknown[]) => void).apply(this, args)
    } as typeof open),
    replace(window.XMLHttpRequest.prototype, 'send', function (this: XMLHttpRequest, body) {
      const request = opened.get(this)
      if (
        request !== undefined &&
        holds('xhr', { ...request, field: (name) => fieldOf(body, name), names: () => namesOf(body) })
      ) {
        // Sent to an address that answers nobody, it fails by itself and calls the page's own handlers in their order.
        open.call(this, 'GET', 'about:blank#held', true)
        return send.call(this)
      }
      return send.call(this, body)
    }),
  ]
}
