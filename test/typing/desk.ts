import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Frame, Page } from 'playwright-core'
import { prose } from '../bench/prose.ts'
import { seeded } from '../bench/random.ts'
import { CmsPage } from '../e2e/screens/cms.ts'
import { signInOnOptions } from '../e2e/stage/person.ts'
import { type Stage, setStage } from '../e2e/stage/stage.ts'
import { buildDemoExtension } from '../start/build.ts'
import { launchChromium } from '../support/browser.ts'
import { BEGIN } from './trace.ts'

export type Editor = 'tinymce' | 'textarea'

/** A frame is drawn as soon as there is something to draw: what is measured is the work, not the wait for a screen's next 60th of a second. */
const unlimited = ['--disable-frame-rate-limit', '--disable-gpu-vsync']

/** Two Chromiums on one demo back office: one with the extension, signed in, and one without. */
export interface Desk {
  stage: Stage
  on: Side
  off: Side
  close(): Promise<void>
}

/** A browser. `options`: our own page in it, from which the extension can be asked; null where there is no extension. */
export interface Side {
  context: BrowserContext
  options: Page | null
}

export async function openDesk(): Promise<Desk> {
  const extension = await buildDemoExtension()
  const folder = await mkdtemp(join(tmpdir(), 'menxia-typing-'))
  const stage = await setStage({ folder, demoPort: 0, workerPort: 0 })
  const on = await launchChromium({ extension, args: unlimited })
  const off = await launchChromium({ args: unlimited })
  const background = on.serviceWorkers()[0] ?? (await on.waitForEvent('serviceworker'))
  const { host } = new URL(background.url())
  const person = { context: on, extension: `chrome-extension://${host}` }
  const options = await signInOnOptions(person, stage.worker.origin, await stage.bureau.invite('editor'), false)
  return {
    stage,
    on: { context: on, options },
    off: { context: off, options: null },
    async close() {
      await Promise.all([on.close(), off.close()])
      await stage.close()
    },
  }
}

interface Chrome {
  storage: { session: { get(): Promise<Record<string, { check?: { at: number } | null }>> } }
  tabs: { query(what: object): Promise<{ id: number; url: string }[]> }
  runtime: { sendMessage(message: object): Promise<unknown> }
}

/** When the last check was made, ms since 1970; null without the extension. With `after`: waits for a later one. */
export async function lastCheck({ options }: Side, after?: number): Promise<number | null> {
  if (options === null) return null
  const deadline = Date.now() + 60_000
  for (;;) {
    const last = await options.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: Chrome }
      return Math.max(0, ...Object.values(await chrome.storage.session.get()).map((view) => view?.check?.at ?? 0))
    })
    if (after === undefined || last > after) return last
    if (Date.now() > deadline) throw new Error('no check was made')
  }
}

/** Reads, checks and marks a page now, as the panel asks for it. */
export async function checkNow({ options }: Side, page: Page): Promise<void> {
  await options?.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as { chrome: Chrome }
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url)?.id
    await chrome.runtime.sendMessage({ kind: 'panel.check', ask: { tab } })
  }, page.url())
}

/** An edit page, and the words that its editor is filled with: seeded, a number to be found in each thousand characters. */
export class Typing {
  readonly page: Page
  readonly frame: Frame
  private readonly cms: CmsPage

  private constructor(cms: CmsPage, frame: Frame) {
    this.cms = cms
    this.page = cms.page
    this.frame = frame
  }

  static async open({ context }: Side, origin: string, editor: Editor): Promise<Typing> {
    const cms = await CmsPage.open(context, origin, editor)
    return new Typing(cms, await cms.frame())
  }

  /** Puts a text of `length` characters into the editor. What the editor itself does for that is over when the mark is set. */
  async fill(length: number, seed: number): Promise<void> {
    const texts = prose(length, seeded(20_261_125 + seed), ['350583201503150027'], 1000).match(/.{1,200}/gs) ?? []
    await this.page.evaluate(fillEditor, { editor: this.cms.editor, texts, mark: BEGIN })
  }

  async toEnd(): Promise<void> {
    await this.cms.focus()
    await this.page.keyboard.press('Control+End')
  }

  /** Changes the first paragraph by a script, past the editor's own undo stack, which would grow. */
  async change(round: number): Promise<void> {
    await this.frame.evaluate(
      (text) => {
        const area = document.querySelector<HTMLTextAreaElement>('#editor textarea')
        if (area !== null && area.offsetParent !== null) area.value = `${text}${area.value.slice(text.length)}`
        else document.body.firstElementChild!.firstChild!.textContent = text
      },
      `第${String(round).padStart(6, '0')}次`,
    )
  }
}

interface Fill {
  editor: string
  texts: string[]
  mark: string
}

async function fillEditor({ editor, texts, mark }: Fill): Promise<void> {
  if (editor === 'tinymce') {
    type TinyMce = { activeEditor: { setContent(html: string): void } }
    const { tinymce } = window as unknown as { tinymce: TinyMce }
    tinymce.activeEditor.setContent(texts.map((text) => `<p>${text}</p>`).join(''))
  } else {
    const area = document.querySelector<HTMLTextAreaElement>('#editor textarea')!
    area.value = texts.join('\n')
    area.dispatchEvent(new Event('input', { bubbles: true }))
  }
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
  performance.mark(mark)
}
