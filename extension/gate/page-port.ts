import type { Profile, SurfaceKind } from '#shared/ruleset/profile.ts'
import type { RequestPatterns } from './requests.ts'

/** How the page's own world sent, or tried to send, a publish request. */
export type Way = 'submit' | 'requestSubmit' | 'fetch' | 'xhr' | 'beacon'

/** Content script → wrapper in the page's own world. What it does to the page it does in a task of its own (`later`). */
export type ToWrapper =
  | { kind: 'hold'; patterns: RequestPatterns }
  /** Let one publish request through within `window` milliseconds, and press the control. */
  | { kind: 'release'; control: string; window: number }
  | { kind: 'restore'; surface: SurfaceKind; selector: Profile['body']['selector']; source: string }
  /** Say what the editor would submit. */
  | { kind: 'submitted'; surface: SurfaceKind; selector: Profile['body']['selector'] }
  | { kind: 'leave' }

/** Wrapper → content script. A hostile page can stop these; it cannot make them, for it never gets hold of the port (`takePort`). */
export type FromWrapper =
  | { kind: 'held'; way: Way }
  | { kind: 'pressed'; pressed: boolean }
  | { kind: 'restored'; restored: boolean }
  | { kind: 'submitted'; source: string | null }

const HELLO = 'menxia:port'

/** The one publish request that may pass, and for how long after a release, in milliseconds. */
export const RELEASE_WINDOW = 5000

/**
 * Isolated side. Must run at document_start: the message with the port is then in the queue before the page has a script, and
 * the wrapper, the first listener there is, takes it and lets nobody else see it.
 */
export function openPort(window: Window): MessagePort {
  const { port1, port2 } = new MessageChannel()
  window.postMessage({ [HELLO]: true }, '*', [port2])
  return port1
}

/** The end of the port that a script in the page's own world holds. */
export interface PagePort<Says = FromWrapper> {
  post(message: Says): void
  /** Runs what may call code of the page: in a task of its own, for while a message is handled `window.event` names the port. */
  later(act: () => void): void
  close(): void
}

/**
 * Page side: calls `take` with the port, once, and what it answers with every message. Every later message of the window is the
 * page's own business. The page may patch whatever is called here, so all of it is taken now, before the page has a script.
 */
export function awaitPort<Says, Hears>(
  window: Window & typeof globalThis,
  take: (port: PagePort<Says>) => (message: Hears) => void,
): void {
  const { apply, getOwnPropertyDescriptor } = window.Reflect
  const getter = (owner: object, name: string) => getOwnPropertyDescriptor(owner, name)!.get!
  const dataOf = getter(window.MessageEvent.prototype, 'data')
  const { setTimeout } = window
  const { postMessage, close } = window.MessagePort.prototype
  const listener = (event: MessageEvent): void => {
    if (event.source !== window || (event.data as Record<string, unknown> | null)?.[HELLO] !== true) return
    const port = event.ports[0]
    if (port === undefined) return
    event.stopImmediatePropagation()
    window.removeEventListener('message', listener, true)
    const hear = take({
      post: (message) => apply(postMessage, port, [message]),
      later: (act) => apply(setTimeout, window, [act, 0]),
      close: () => apply(close, port, []),
    })
    port.onmessage = (message) => hear(apply(dataOf, message, []) as Hears)
  }
  window.addEventListener('message', listener, true)
}
