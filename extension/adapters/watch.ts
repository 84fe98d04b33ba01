/** Quiet time after the last change before anything is read, in milliseconds. */
export const QUIET = 400
/** How often a missing editor is looked for, in milliseconds. */
const RETRY = 1000

export interface Watch {
  /** Whether the editable changed since this was last asked. */
  changed(): boolean
  /**
   * Whether nodes of the editable came, went or changed their text since this was last asked. An undo can draw the same body anew, and
   * marks on the old nodes are then gone.
   */
  redrawn(): boolean
}

/**
 * Calls `idle` once after each run of changes, 400 ms after the last one and never during composition. A key press costs one
 * assignment. Follows an editor that is created late, destroyed or moved. Everything it registers dies with `signal`.
 */
export function watchForm(
  form: Document,
  findEditable: () => HTMLElement | null,
  idle: () => void,
  signal: AbortSignal,
): Watch {
  let due = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let composing = false
  let dirty = true
  let drawn = false
  let attached: { editable: HTMLElement; observer: MutationObserver; stop: AbortController } | null = null

  const arm = (wait: number): void => {
    timer ??= setTimeout(fire, wait)
  }
  /** A change of the text: wait for a pause. */
  const later = (): void => {
    dirty = true
    due = performance.now() + QUIET
    arm(QUIET)
  }
  const hear = (records: readonly MutationRecord[]): void => {
    drawn ||= records.some(({ type }) => type !== 'attributes')
    later()
  }
  /** A change around it: a clock in the page's header must not put the reading off for ever. */
  const soon = (): void => arm(QUIET)
  const fire = (): void => {
    timer = undefined
    const wait = due - performance.now()
    if (wait > 0 && !composing) arm(wait)
    if (wait > 0 || composing) return
    attach()
    if (attached === null) arm(RETRY)
    idle()
  }
  /** What a change looks like in a frame of the editor's own, the observer tells. */
  const listen = (document: Document, until: AbortSignal): void => {
    const options = { capture: true, passive: true, signal: until }
    document.addEventListener('compositionstart', () => (composing = true), options)
    document.addEventListener(
      'compositionend',
      () => {
        composing = false
        later()
      },
      options,
    )
  }
  const attach = (): void => {
    const editable = findEditable()
    if (editable === (attached?.editable ?? null) && (editable === null || editable.isConnected)) return
    detach()
    if (editable === null) return
    const observer = new MutationObserver(hear)
    observer.observe(editable, { childList: true, characterData: true, subtree: true, attributes: true })
    const stop = new AbortController()
    if (editable.ownerDocument !== form) listen(editable.ownerDocument, stop.signal)
    attached = { editable, observer, stop }
    dirty = true
  }
  const detach = (): void => {
    attached?.observer.disconnect()
    attached?.stop.abort()
    attached = null
    composing = false
  }
  const around = new MutationObserver(soon)
  around.observe(form, { childList: true, subtree: true })
  form.addEventListener('load', soon, { capture: true, signal })
  for (const type of ['input', 'change']) form.addEventListener(type, later, { capture: true, passive: true, signal })
  listen(form, signal)
  signal.addEventListener('abort', () => {
    around.disconnect()
    detach()
    clearTimeout(timer)
  })
  soon()
  return {
    changed: () => {
      const records = attached?.observer.takeRecords() ?? []
      if (records.length > 0) hear(records)
      const was = dirty
      dirty = false
      return was
    },
    redrawn: () => {
      const was = drawn
      drawn = false
      return was
    },
  }
}
