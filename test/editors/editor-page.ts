import type { BrowserContext, Frame, JSHandle, Page } from 'playwright-core'
import { demoProfiles } from '../../extension/adapters/profiles/demo.ts'
import { contentHash } from '../../shared/draft/content-hash.ts'
import type { Draft } from '../../shared/draft/draft.ts'
import type { Profile } from '../../shared/ruleset/profile.ts'
import type { EditorName } from './pages.ts'

type Reading = typeof import('../../extension/adapters/read-draft.ts')
type Marking = typeof import('../../extension/adapters/body-marks.ts')

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
  private readonly reading: JSHandle<Reading>

  private constructor(page: Page, profile: Profile, reading: JSHandle<Reading>) {
    this.page = page
    this.profile = profile
    this.reading = reading
  }

  static async open(browser: BrowserContext, origin: string, name: EditorName): Promise<EditorPage> {
    const page = await browser.newPage()
    await page.goto(`${origin}/admin/edit?id=1&editor=${name}`)
    await page.waitForFunction('window.ready === true')
    const reading = await page.evaluateHandle<Reading>(`import('${origin}/extension/adapters/read-draft.ts')`)
    const profile = demoProfiles(origin).find(({ id }) => id === `demo-${name}`)!
    return new EditorPage(page, profile, reading)
  }

  async set(html: string): Promise<void> {
    await this.page.evaluate((given) => (window as unknown as EditorApi).api.set(given), html)
    // wangEditor draws in a later turn.
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
  }

  /** What the page itself would submit. */
  async submitted(): Promise<string> {
    return await this.page.evaluate(() => (window as unknown as EditorApi).api.get())
  }

  async undo(): Promise<void> {
    await this.page.evaluate(() => (window as unknown as EditorApi).api.undo())
  }

  async focus(): Promise<void> {
    await this.page.evaluate(() => (window as unknown as EditorApi).api.focus())
  }

  /** What we read. */
  async read(): Promise<string> {
    return await this.reading.evaluate(({ editableOf, readBody }, profile) => {
      const editable = editableOf(document, profile)
      if (editable === null) throw new Error('no editable')
      return readBody(editable, profile).source
    }, this.profile)
  }

  hash(source: string): string {
    return hashOf(source, this.profile)
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
  async state(): Promise<string> {
    return await this.reading.evaluate(({ editableOf }, profile) => {
      const editable = editableOf(document, profile)!
      if (editable.localName === 'textarea') {
        const { value, selectionStart, selectionEnd } = editable as HTMLTextAreaElement
        return JSON.stringify([value, selectionStart, selectionEnd])
      }
      const selection = editable.ownerDocument.getSelection()!
      const { anchorOffset, focusOffset, anchorNode } = selection
      return JSON.stringify([editable.outerHTML, anchorNode?.nodeName, anchorOffset, focusOffset])
    }, this.profile)
  }

  /** Has the editable's own frame paint marks at these places, and answers the highlighted text of each and whether we touched anything. */
  async paint(spans: { start: number; end: number }[], stamp: string): Promise<{ texts: string[]; touched: string[] }> {
    const origin = new URL(this.page.url()).origin
    const marking = await (await this.frame()).evaluateHandle<Marking>(
      `import('${origin}/extension/adapters/body-marks.ts')`,
    )
    return await marking.evaluate(
      async ({ BodyMarks }, { profile, places, of }) => {
        const touched: string[] = []
        const form = window.parent.document
        const stop = new AbortController()
        const marks = new BodyMarks(document, form, profile, (detail) => touched.push(detail), stop.signal)
        const span = (at: { start: number; end: number }) => ({ field: 'body', ...at })
        await marks.show({ spans: places.map(span), count: places.length, stamp: of })
        const painted = Array.from(CSS.highlights.get('menxia') ?? [], (range) => String(range))
        return { texts: painted, touched }
      },
      { profile: this.profile, places: spans, of: stamp },
    )
  }

  async close(): Promise<void> {
    await this.page.close()
  }
}

interface EditorApi {
  api: { set(html: string): void; get(): string; undo(): void; focus(): void }
}
