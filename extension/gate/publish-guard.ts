import type { Draft } from '#shared/draft/draft.ts'
import type { Profile } from '#shared/ruleset/profile.ts'
import { matches } from '../adapters/dom.ts'
import { findAll } from '../adapters/find.ts'
import { type Navigation, ofNavigation } from './navigation.ts'
import { type FromWrapper, RELEASE_WINDOW, type ToWrapper } from './page-port.ts'
import { ofForm } from './page-wrapper.ts'
import { isPublish, type Outgoing } from './requests.ts'

/** What the guard needs from around it. */
export interface GuardHost {
  /** Reads the draft as it is at this moment. */
  read(): Draft
  /** Asks the background; rejects where it does not answer. */
  publish(draft: Draft, control: string): Promise<'open' | 'hold'>
  /** Tells the background of a request that was held without a press of the control. */
  held(draft: Draft, way: string): Promise<unknown>
  /** Shows or hides the fixed sentence in the page. */
  sentence(shown: boolean): void
}

/**
 * 守护: stops the publish control, the form's submission and any other way of this page to a publish address before the page's own
 * handlers see them, reads the draft again and asks. Held is the answer to everything but `open`: an unanswered question too, so that an updated extension or a dead
 * background holds. 保存草稿 is not touched. Registered on the window, before any listener of the page; dies with `signal`.
 */
export class PublishGuard {
  /** Our own press and the submission that follows it: each passes once, until `releasedUntil`. */
  private readonly passes = new Set<'press' | 'submit' | 'navigate'>()
  private releasedUntil = 0
  private asking = false
  private readonly document: Document
  private profile: Profile
  private paused = false
  private readonly host: GuardHost
  private readonly port: MessagePort
  private pressed: ((pressed: boolean) => void)[] = []

  constructor(window: Window, profile: Profile, port: MessagePort, host: GuardHost, signal: AbortSignal) {
    this.document = window.document
    this.profile = profile
    this.port = port
    this.host = host
    this.follow(profile)
    port.addEventListener('message', ({ data }: MessageEvent<FromWrapper>) => this.hear(data), { signal })
    port.start()
    const options = { capture: true, signal }
    window.addEventListener('click', (event) => this.onPress(event), options)
    window.addEventListener('keydown', (event) => this.onKey(event), options)
    window.addEventListener('submit', (event) => this.onSubmit(event), options)
    // A page that is left for a refused address is lost with its draft: the browser's error page has no way back to it.
    const { navigation } = window as { navigation?: EventTarget }
    navigation?.addEventListener('navigate', (event) => this.onNavigate(event as Navigation), options)
    signal.addEventListener('abort', () => this.post({ kind: 'leave' }))
  }

  /** Guards by another profile of the same page from here on. */
  follow(profile: Profile): void {
    this.profile = profile
    this.post({ kind: 'hold', patterns: { requests: profile.publish.requests, saves: profile.saves } })
  }

  /** Lets presses through to the page: only while nothing can leave the tab, for learning. */
  pause(on: boolean): void {
    this.paused = on
  }

  /** Presses the control in the page's own world and lets one request through. False where the control is gone. */
  release(control: string): Promise<boolean> {
    this.host.sentence(false)
    this.releasedUntil = performance.now() + RELEASE_WINDOW
    this.passes.add('press').add('submit').add('navigate')
    const answer = new Promise<boolean>((resolve) => this.pressed.push(resolve))
    this.post({ kind: 'release', control, window: RELEASE_WINDOW })
    return answer
  }

  private onPress(event: Event): void {
    const control = this.controlAt(event)
    if (control === null || this.passesOnce('press')) return
    stop(event)
    this.ask(control)
  }

  /** A control that is no button takes Enter and Space by a handler of the page's. On a button they become a click. */
  private onKey(event: KeyboardEvent): void {
    if (event.key !== 'Enter' && event.key !== ' ') return
    const control = this.controlAt(event)
    if (control === null || matches(event.target as Element, 'button, input, a[href]')) return
    stop(event)
    this.ask(control)
  }

  private onSubmit(event: SubmitEvent): void {
    if (this.paused || !this.publishes(ofForm(event.target, event.submitter)) || this.passesOnce('submit')) return
    stop(event)
    this.ask(this.profile.publish.controls[0]!)
  }

  /** A form that a page submits by no name we know, a link, `location.assign`: each comes by here before it leaves the page. */
  private onNavigate(event: Navigation): void {
    if (this.paused || !event.cancelable || !this.publishes(ofNavigation(event)) || this.passesOnce('navigate')) return
    stop(event)
    this.ask(this.profile.publish.controls[0]!)
  }

  private publishes(request: Outgoing): boolean {
    return isPublish(request, { requests: this.profile.publish.requests, saves: this.profile.saves })
  }

  private passesOnce(what: 'press' | 'submit' | 'navigate'): boolean {
    return this.passes.delete(what) && performance.now() < this.releasedUntil
  }

  /** The publish control that the event went to, by the selector that names it. */
  private controlAt(event: Event): string | null {
    if (this.paused) return null
    const path = event.composedPath()
    for (const selector of this.profile.publish.controls)
      if (findAll(this.document, selector).some((control) => path.includes(control))) return selector
    return null
  }

  private ask(control: string): void {
    if (this.asking) return
    this.asking = true
    void this.askAndAct(control)
      .catch(() => this.host.sentence(true))
      .finally(() => {
        this.asking = false
      })
  }

  /** Nothing is awaited before the question: the panel may open only within the press. */
  private async askAndAct(control: string): Promise<void> {
    const verdict = await this.host.publish(this.host.read(), control)
    if (verdict === 'open') await this.release(control)
    else this.host.sentence(true)
  }

  private hear(message: FromWrapper): void {
    if (message.kind === 'pressed') for (const resolve of this.pressed.splice(0)) resolve(message.pressed)
    if (message.kind !== 'held') return
    this.host.sentence(true)
    this.host.held(this.host.read(), message.way).catch(() => {})
  }

  private post(message: ToWrapper): void {
    this.port.postMessage(message)
  }
}

function stop(event: Event): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}
