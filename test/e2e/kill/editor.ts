import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { type BrowserLife, startLife } from '../../support/browser-life.ts'
import { eventually } from '../../support/eventually.ts'
import { must, PIN } from '../stage/member.ts'
import type { Stage } from '../stage/stage.ts'

interface Chrome {
  runtime: { sendMessage(message: unknown): Promise<{ answer?: unknown; refused?: string }> }
  tabs: { query(what: object): Promise<{ id: number; url?: string }[]> }
}

/** A person whose browser is killed again and again: one profile, many lives. */
export class KilledEditor {
  readonly id: string
  /** Whether only a PIN opens a session again. */
  readonly needsPin: boolean
  private readonly stage: Stage
  private readonly folder: string
  private readonly profile: string
  private article = 0
  private life: BrowserLife | null = null
  private own: Page | null = null

  private constructor(stage: Stage, folder: string, profile: string, id: string, needsPin: boolean) {
    this.stage = stage
    this.folder = folder
    this.profile = profile
    this.id = id
    this.needsPin = needsPin
  }

  /** Makes the person at the bureau and signs them in over the line. */
  static async seat(stage: Stage, line: string, folder: string, needsPin: boolean): Promise<KilledEditor> {
    const { admin } = stage.bureau
    const key = () => ({ idempotencyKey: crypto.randomUUID() })
    const roles: ('editor' | 'reviewer')[] = needsPin ? ['editor', 'reviewer'] : ['editor']
    const levels: 'first'[] = needsPin ? ['first'] : []
    const body = { name: needsPin ? '吴月' : '林海', department: '办公室', roles, levels }
    const { id } = must(await admin('members.create', { body, ...key() })).member
    const { invitation } = must(await admin('members.invite', { params: { id }, body: {}, ...key() }))
    const editor = new KilledEditor(stage, folder, await mkdtemp(join(tmpdir(), 'menxia-kill-')), id, needsPin)
    editor.article = (await stage.demo.store.create({ editor: 'textarea' }, new Date().toISOString())).id
    await editor.start()
    await editor.ask('session.signIn', { worker: line, invitation, pin: needsPin ? PIN : null })
    return editor
  }

  /** A new life: the browser, one of the extension's own pages, and the article open for editing. */
  async start(): Promise<void> {
    this.life = await startLife(this.folder, this.profile)
    const page = await this.life.context.newPage()
    this.own = page
    // Given on the command line, the extension comes up after the browser does.
    const loaded = await eventually(
      () => page.goto(`${this.life!.extension}/options.html`).catch(() => null),
      (answer) => answer !== null,
      20_000,
    )
    if (loaded === null) throw new Error('the extension did not load')
  }

  async kill(): Promise<void> {
    await this.life?.kill()
    this.life = null
  }

  /** Asks the extension's background as its own pages do. */
  async ask(kind: string, ask: object): Promise<unknown> {
    const envelope = await this.own!.evaluate(
      (message) => (globalThis as unknown as { chrome: Chrome }).chrome.runtime.sendMessage(message),
      { kind, ask },
    )
    if (envelope.refused !== undefined) throw new Error(`${kind}: ${envelope.refused}`)
    return envelope.answer
  }

  /** Opens the article and answers how to send its next text for review. */
  async openArticle(): Promise<(text: string) => Promise<void>> {
    const page = await this.life!.context.newPage()
    await page.goto(`${this.stage.demo.origin}/admin/edit?id=${this.article}&editor=textarea`)
    await page.waitForSelector('form#article[data-ready]')
    const tab = await this.own!.evaluate(async (address) => {
      const { tabs } = (globalThis as unknown as { chrome: Chrome }).chrome
      return (await tabs.query({})).find(({ url }) => url === address)?.id
    }, page.url())
    return async (text) => {
      await page.evaluate((value) => Object.assign(document.querySelector('#editor textarea')!, { value }), text)
      await this.ask('panel.submit', { tab, words: '请审。' })
    }
  }

  /** Idempotency keys of what waits, in the order in which it was queued. */
  async queued(): Promise<string[]> {
    const rows = await this.own!.evaluate(
      () =>
        new Promise<{ seq: number; idem: string; state: string }[]>((resolve, reject) => {
          const opened = indexedDB.open('menxia')
          opened.onerror = () => reject(opened.error)
          opened.onsuccess = () => {
            const read = opened.result.transaction('outbox').objectStore('outbox').getAll()
            read.onsuccess = () => {
              resolve(read.result.map(({ seq, idem, state }) => ({ seq, idem, state })))
              opened.result.close()
            }
          }
        }),
    )
    return rows.sort((a, b) => a.seq - b.seq).map(({ idem }) => idem)
  }

  /** Signs in again where that takes a PIN, and has the background ask and send. */
  async signInAgain(): Promise<void> {
    if (this.needsPin) await this.ask('session.renew', { pin: PIN })
    else await this.ask('house.refresh', {})
  }
}
