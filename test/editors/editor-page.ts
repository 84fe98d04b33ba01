import type { Browser, Frame, JSHandle, Page } from 'playwright-core'
import { submittedBody } from '../../extension/gate/line-breaks.ts'
import { contentHash } from '../../shared/draft/content-hash.ts'
import type { Draft } from '../../shared/draft/draft.ts'
import type { Profile } from '../../shared/ruleset/profile.ts'
import type { Started } from '../support/starts/started.ts'
import { ownError } from './own-error.ts'
import { sameChance } from './same-chance.ts'
import type { Marked } from './watching.ts'

type Reading = typeof import('../../extension/adapters/read-draft.ts')
type Asking = typeof import('../../extension/adapters/read-submitted.ts')
type Watching = typeof import('./watching.ts')

/** What a test page has on its window. */
interface EditorWindow extends Window {
  api: Started
}

/** Time of a page whose clock stands between two things done to it, in milliseconds: what an editor puts off to the next turn or a tenth of a second is done. */
export const BEAT = 120

/** Where an editor is opened, and the profile that says where it is in the page. */
export interface Place {
  url: string
  profile: Profile
}

/** Hash of a draft that has this body and nothing else. */
export function hashOf(source: string, profile: Profile): string {
  const nothing = { documentNumber: null, channel: null, disclosureClass: null, datedOn: null, department: null }
  const rest = { ...nothing, source: null, attachments: null, interpretations: null, unread: [] }
  const draft: Draft = { site: profile.site, title: '', ...rest, body: { format: profile.body.format, source } }
  return contentHash(draft)
}

/** A real editor in a page, and our code beside it. */
export class EditorPage {
  readonly page: Page
  readonly profile: Profile
  /** What the editor itself threw at edits and in its timers. It must throw the same in a twin. */
  readonly thrown: string[] = []
  private stopped = false
  private readonly reading: JSHandle<Reading>
  private readonly watching: JSHandle<Watching>

  private constructor(page: Page, profile: Profile, reading: JSHandle<Reading>, watching: JSHandle<Watching>) {
    this.page = page
    this.profile = profile
    this.reading = reading
    this.watching = watching
  }

  /** Opens the page and waits until its editor is there. Its clock runs until `stopClock`. */
  static async open(browser: Browser, { url, profile }: Place): Promise<EditorPage> {
    // In a context of its own: a clock is a context's, and twins must not share one.
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    await page.clock.install()
    await page.addInitScript(sameChance)
    await page.goto(url, { timeout: 120_000 })
    // A real WordPress on a busy machine takes its time.
    await page.waitForFunction('window.ready === true', null, { timeout: 120_000 })
    const { origin } = new URL(url)
    const reading = await page.evaluateHandle<Reading>(`import('${origin}/extension/adapters/read-draft.ts')`)
    const watching = await page.evaluateHandle<Watching>(`import('${origin}/test/editors/watching.ts')`)
    return new EditorPage(page, profile, reading, watching)
  }

  async set(html: string): Promise<void> {
    const opened = this.page.evaluate((given) => (window as unknown as EditorWindow).api.set(given), html)
    // Some editors write their frame, or draw, in a later turn.
    if (this.stopped) await this.pass(BEAT)
    await opened
    if (this.stopped) await this.pass(BEAT)
    else await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  }

  /** What the page itself would submit. */
  async submitted(): Promise<string> {
    return await this.page.evaluate(() => (window as unknown as EditorWindow).api.get())
  }

  /** Answers what the editor itself threw on the way; it must throw the same in a twin. */
  async undo(times: number): Promise<string[]> {
    return await this.page.evaluate((count) => {
      const thrown: string[] = []
      for (let step = 0; step < count; step++) {
        try {
          ;(window as unknown as EditorWindow).api.undo()
        } catch (error) {
          thrown.push(`${step} ${(error as Error).message}`)
        }
      }
      return thrown
    }, times)
  }

  /**
   * Opens a body, reads it, opens what would be submitted and reads that: `[submitted, read, submitted again, read again]`. Null where
   * the editor itself throws at this body.
   */
  async roundTrip(html: string): Promise<readonly [string, string, string, string] | null> {
    return await this.watching.evaluate(({ roundTrip }, [given, body]) => roundTrip(given, body), [
      this.profile,
      html,
    ] as const)
  }

  async press(button: 'bold' | 'list'): Promise<void> {
    await this.page.evaluate((name) => (window as unknown as EditorWindow).api.press(name), button)
  }

  async focus(): Promise<void> {
    await this.page.evaluate(() => (window as unknown as EditorWindow).api.focus())
  }

  /** From here on the page's time moves only with `pass`, and its lots are drawn anew, so that what an editor does by either is the same in every run. */
  async stopClock(): Promise<void> {
    this.stopped = true
    while (!(await this.pauseSoon()));
    for (const frame of this.page.frames()) await frame.evaluate('window.drawAnew()')
  }

  /** False where the machine is so busy that the moment was over before it was said. */
  private async pauseSoon(): Promise<boolean> {
    const at = (await this.page.evaluate(() => Date.now())) + 1000
    return await this.page.clock.pauseAt(at).then(
      () => true,
      (error: Error) => !error.message.includes('to the past') && Promise.reject(error),
    )
  }

  async pass(milliseconds: number): Promise<void> {
    await this.drain()
    await this.page.clock.runFor(milliseconds).catch((error: unknown) => void this.thrown.push(ownError(error)))
    await this.drain()
  }

  /** One thing done to the editor, and a beat after it. */
  async act(make: (editor: EditorPage) => Promise<void>): Promise<void> {
    await make(this).catch((error: unknown) => void this.thrown.push(ownError(error)))
    await this.pass(BEAT)
  }

  /**
   * Until the browser has told the page what it had to tell: that the selection changed comes as a task of its own, which may else be before
   * or after a timer.
   */
  private async drain(): Promise<void> {
    await this.page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve()
          port2.postMessage(null)
        }),
    )
  }

  /** What we read. `profile`: to read another editor of the same page. */
  async read(profile = this.profile): Promise<string> {
    return await this.reading.evaluate(({ editableOf, readBody }, given) => {
      const editable = editableOf(document, given)
      if (editable === null) throw new Error('no editable')
      return readBody(editable, given).source
    }, profile)
  }

  /** What `readSubmitted` gets from the editor itself. */
  async claim(): Promise<string | null> {
    const { origin } = new URL(this.page.url())
    const asking = await this.page.evaluateHandle<Asking>(`import('${origin}/extension/adapters/read-submitted.ts')`)
    const { surface, selector } = this.profile.body
    return await asking.evaluate(({ readSubmitted }, [kind, where]) => readSubmitted(window, kind, where), [
      surface,
      selector,
    ] as const)
  }

  hash(source: string): string {
    return hashOf(source, this.profile)
  }

  /** Of what the page submits, read as the public page will show it. */
  hashSubmitted(source: string): string {
    return this.hash(submittedBody(source, this.profile.body))
  }

  /** The frame whose document holds the editable. An editor may have more frames than that one. */
  async frame(): Promise<Frame> {
    for (const frame of this.page.frames()) {
      const element = frame === this.page.mainFrame() ? null : await frame.frameElement()
      const own = await this.reading.evaluate(
        ({ editableOf }, [profile, holder]) =>
          (editableOf(document, profile)?.ownerDocument.defaultView?.frameElement ?? null) === holder,
        [this.profile, element] as const,
      )
      if (own) return frame
    }
    throw new Error('the editable is in no frame')
  }

  /** The editable's own HTML and where its selection is: what must be the same before and after us. */
  async state(profile = this.profile): Promise<string> {
    return await this.watching.evaluate(({ stateOf }, given) => JSON.stringify(stateOf(given)), profile)
  }

  /** What is submitted and where the selection is: what a twin without us must have too. */
  async standing(): Promise<string> {
    const selection = this.watching.evaluate(({ selectionOf }, given) => selectionOf(given), this.profile)
    return JSON.stringify([await this.submitted(), await selection])
  }

  async marked(char: string): Promise<Marked> {
    return await this.watching.evaluate(({ marked }, [given, of]) => marked(given, of), [this.profile, char] as const)
  }

  /** Puts a paste of this HTML to the editable, as the browser would. */
  async paste(html: string): Promise<void> {
    await this.watching.evaluate(({ paste }, [given, source]) => paste(given, source), [this.profile, html] as const)
  }

  /** Writes down every event of typing and composing that the editable gets from now on. */
  async record(): Promise<void> {
    await this.watching.evaluate(({ record }, given) => record(given), this.profile)
  }

  async recorded(): Promise<string[]> {
    return await this.page.evaluate(() => (window as unknown as { events: string[] }).events)
  }

  async close(): Promise<void> {
    await this.page.close()
  }
}
