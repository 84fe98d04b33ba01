import { parseUrl } from '#shared/draft/target.ts'
import { attributeOf, baseOf } from '../adapters/dom.ts'
import { findOne } from '../adapters/find.ts'
import { readSubmitted } from '../adapters/read-submitted.ts'
import { restoreBody } from '../adapters/restore-body.ts'
import { type FromWrapper, type PagePort, RELEASE_WINDOW, type ToWrapper, type Way } from './page-port.ts'
import { fieldOf, isPublish, namesOf, needsBody, type Outgoing, orInAddress, type RequestPatterns } from './requests.ts'

type Window_ = Window & typeof globalThis

/**
 * Runs in the page's own world, before any script of the page, around the ways a script can send a publish. Held: nothing is
 * sent, the page stays where it is and the draft stays whole; to the page it looks like a network failure. 保存草稿 passes always.
 * A hostile page can undo this: the lock and the comparison are behind it. Answers what to do with the port once it comes.
 */
export function wrapPage(window: Window_): (port: PagePort) => (message: ToWrapper) => void {
  let patterns: RequestPatterns | null = null
  let passUntil = 0
  let tell: (message: FromWrapper) => void = () => {}
  const now = window.performance.now.bind(window.performance)
  const press = window.HTMLElement.prototype.click
  const { apply } = window.Reflect

  /** True where the request must not go. A release lets exactly one pass. */
  const holds: Holds = (way, request) => {
    if (patterns === null || !isPublish(request, patterns)) return false
    if (now() < passUntil) {
      passUntil = 0
      return false
    }
    tell({ kind: 'held', way })
    return true
  }
  holds.needsBody = (request) => patterns !== null && needsBody(request, patterns)
  const undo = [...wrapForms(window, holds), ...wrapRequests(window, holds)]
  // A native submission after a released press passes by no wrapped function; it has used the pass all the same.
  const spend = (event: SubmitEvent): void => {
    if (!event.defaultPrevented && patterns !== null && isPublish(ofForm(event.target, event.submitter), patterns))
      passUntil = 0
  }
  window.addEventListener('submit', spend)

  const release = (message: ToWrapper & { kind: 'release' }): void => {
    const control = findOne(window.document, message.control)
    passUntil = now() + Math.min(message.window, RELEASE_WINDOW)
    tell({ kind: 'pressed', pressed: control !== null })
    if (control !== null) apply(press, control, [])
  }
  const restore = ({ surface, selector, source }: ToWrapper & { kind: 'restore' }): void =>
    tell({ kind: 'restored', restored: restoreBody(window, surface, selector, source) })
  const submitted = ({ surface, selector }: ToWrapper & { kind: 'submitted' }): void =>
    tell({ kind: 'submitted', source: readSubmitted(window, surface, selector) })
  const leave = (port: PagePort): void => {
    for (const put of undo) put()
    window.removeEventListener('submit', spend)
    port.close()
  }

  return (port) => {
    tell = port.post
    return (message) => {
      if (message.kind === 'hold') patterns = message.patterns
      else if (message.kind === 'release') port.later(() => release(message))
      else if (message.kind === 'restore') port.later(() => restore(message))
      else if (message.kind === 'submitted') port.later(() => submitted(message))
      else port.later(() => leave(port))
    }
  }
}

/** A request of the page's own world, with the names of its fields (null where the body cannot be read): learning compares two. */
export interface Written extends Outgoing {
  names(): readonly string[] | null
}

export interface Holds {
  (way: Way, request: Written): boolean
  /** Whether the body of this one must be read before it can be judged; none where not given. */
  needsBody?(request: Outgoing): boolean
}

/** What a script is about to send to `url`. */
function written(method: string, url: string, body: unknown): Written {
  return { method, url, field: orInAddress(url, (name) => fieldOf(body, name)), names: () => namesOf(body) }
}

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
  const attribute = (name: string): string | null =>
    (submitter === null ? null : attributeOf(submitter, `form${name}`)) ?? attributeOf(form, name)
  const data = new FormData(form)
  const pressed = submitter === null ? null : attributeOf(submitter, 'name')
  if (submitter !== null && pressed !== null) data.set(pressed, attributeOf(submitter, 'value') ?? '')
  const url = new URL(attribute('action') ?? '', baseOf(form)).href
  return written(attribute('method') ?? 'GET', url, data)
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
    return parseUrl(written, window.document.baseURI)?.href ?? written
  }
  return [
    replace(window, 'fetch', function (this: unknown, input: RequestInfo | URL, init?: RequestInit) {
      const request = input instanceof window.Request ? input : null
      const body = init?.body ?? (request?.body === null ? null : request?.body)
      const url = absolute(request?.url ?? input)
      const method = init?.method ?? request?.method ?? 'GET'
      const send = (read: unknown): Promise<Response> =>
        holds('fetch', written(method, url, read))
          ? Promise.reject(new TypeError('Failed to fetch'))
          : fetch.call(window, input, init)
      if (holds.needsBody?.(written(method, url, body)) !== true) return send(body)
      // A fetch answers later anyway: there is time to read what it will send.
      const whole = init?.body instanceof window.Blob ? init.body.text() : request?.clone().text()
      return whole === undefined ? send(body) : whole.then(send)
    } as typeof window.fetch),
    replace(window.Navigator.prototype, 'sendBeacon', function (this: Navigator, url, body) {
      return holds('beacon', written('POST', absolute(url), body)) ? false : beacon.call(this, url, body)
    }),
    replace(window.XMLHttpRequest.prototype, 'open', function (this: XMLHttpRequest, ...args: unknown[]) {
      opened.set(this, { method: String(args[0]), url: absolute(args[1]) })
      return (open as (...rest: unknown[]) => void).apply(this, args)
    } as typeof open),
    replace(window.XMLHttpRequest.prototype, 'send', function (this: XMLHttpRequest, body) {
      const request = opened.get(this)
      if (request !== undefined && holds('xhr', written(request.method, request.url, body))) {
        // Sent to an address that answers nobody, it fails by itself and calls the page's own handlers in their order.
        open.call(this, 'GET', 'about:blank#held', true)
        return send.call(this)
      }
      return send.call(this, body)
    }),
  ]
}
