import type { BrowserContext, Frame, Page } from 'playwright-core'
import type { EditorName } from '../../demo/article.ts'
import { PATIENCE } from './patience.ts'

/** The words of one article's form. */
export interface Form {
  title: string
  documentNumber: string
  channel: string
  datedOn: string
  department: string
}

const editables: Record<EditorName, { frame: string | null; editable: string }> = {
  tinymce: { frame: '#editor iframe.tox-edit-area__iframe', editable: 'body' },
  ueditor: { frame: '#editor iframe[id^=ueditor_]', editable: 'body' },
  wangeditor: { frame: null, editable: '#wang-box [contenteditable]' },
  textarea: { frame: null, editable: '#editor textarea' },
  contenteditable: { frame: null, editable: '#box [contenteditable]' },
  ckeditor4: { frame: '#box iframe.cke_wysiwyg_frame', editable: 'body' },
  ckeditor5: { frame: null, editable: '#box .ck-editor__editable' },
  kindeditor: { frame: '#box iframe.ke-edit-iframe', editable: 'body' },
  quill: { frame: null, editable: '#box .ql-editor' },
  summernote: { frame: null, editable: '#box .note-editable' },
  prosemirror: { frame: null, editable: '#box .ProseMirror' },
}

/** The edit page of the demo back office, as an editor at a keyboard uses it. */
export class CmsPage {
  readonly page: Page
  readonly editor: EditorName
  readonly origin: string

  constructor(page: Page, editor: EditorName, origin: string) {
    this.page = page
    this.editor = editor
    this.origin = origin
  }

  /** A new article in a new tab. `send`: by which way the page sends its publish request. */
  static async open(context: BrowserContext, origin: string, editor: EditorName, send = 'click'): Promise<CmsPage> {
    const page = await context.newPage()
    await page.goto(`${origin}/admin/new?editor=${editor}`)
    if (send !== 'click') await page.goto(`${page.url()}&send=${send}`)
    await page.waitForSelector('form#article[data-ready]')
    return new CmsPage(page, editor, origin)
  }

  get id(): number {
    return Number(new URL(this.page.url()).searchParams.get('id'))
  }

  async fill(form: Form): Promise<void> {
    await this.page.fill('[name=title]', form.title)
    await this.page.fill('[name=documentNumber]', form.documentNumber)
    await this.page.selectOption('[name=channel]', form.channel)
    await this.page.fill('[name=datedOn]', form.datedOn)
    await this.page.selectOption('[name=department]', form.department)
  }

  /** The document that holds the editable. */
  async frame(): Promise<Frame> {
    const { frame } = editables[this.editor]
    if (frame === null) return this.page.mainFrame()
    const element = await this.page.waitForSelector(frame)
    return (await element.contentFrame())!
  }

  async focus(): Promise<void> {
    const frame = await this.frame()
    await frame.locator(editables[this.editor].editable).focus()
  }

  /** Clicks into the empty editor and pastes through the clipboard, with the keys. Resolves when the text stands there. */
  async paste(text: string): Promise<void> {
    await this.page.bringToFront()
    await this.page.evaluate((words) => navigator.clipboard.writeText(words), text)
    const frame = await this.frame()
    await frame.locator(editables[this.editor].editable).click()
    if (this.editor === 'wangeditor') await this.page.waitForSelector('#wang-box[data-caret]')
    await this.page.keyboard.press('Control+V')
    const whole = text.replaceAll(/\s/g, '')
    const deadline = Date.now() + PATIENCE
    while ((await this.text()) !== whole) {
      if (Date.now() > deadline)
        throw new Error(`pasted ${whole.length} characters, found ${(await this.text()).length}`)
      await this.page.evaluate(() => new Promise(requestAnimationFrame))
    }
  }

  /** Types a new last paragraph. */
  async append(text: string): Promise<void> {
    await this.focus()
    await this.page.keyboard.press('Control+End')
    await this.page.keyboard.press('Enter')
    await this.page.keyboard.insertText(text)
  }

  /** Takes back `append(text)` key by key. */
  async deleteLast(text: string): Promise<void> {
    await this.focus()
    await this.page.keyboard.press('Control+End')
    for (let left = text.length + 1; left > 0; left -= 1) await this.page.keyboard.press('Backspace')
  }

  /** Types one character before everything else. */
  async insertFirst(character: string): Promise<void> {
    await this.focus()
    await this.page.keyboard.press('Control+Home')
    await this.page.keyboard.press(character)
  }

  async undo(): Promise<void> {
    await this.focus()
    await this.page.keyboard.press('Control+Z')
  }

  /** What stands in the editable: HTML, or the value of the text area. */
  async content(): Promise<string> {
    const frame = await this.frame()
    return await frame.locator(editables[this.editor].editable).evaluate((element) => {
      return element instanceof HTMLTextAreaElement ? element.value : element.innerHTML
    })
  }

  /** The visible text of the editable without white space. */
  async text(): Promise<string> {
    const frame = await this.frame()
    const text = await frame.locator(editables[this.editor].editable).evaluate((element) => {
      return element instanceof HTMLTextAreaElement ? element.value : (element.textContent ?? '')
    })
    return text.replaceAll(/[\s\u200B\uFEFF]/g, '')
  }

  async linkInterpretation(form: string): Promise<void> {
    await this.page.click('#relate')
    await this.page.selectOption('#relate-form', form)
    await this.page.selectOption('#relate-article', { index: 1 })
    await this.page.click('#relate-done')
    await this.page.waitForSelector('#interpretations > li')
  }

  async save(): Promise<void> {
    await this.page.click('#save')
    await this.page.waitForSelector('#said:has-text("已保存")')
  }

  async publish(): Promise<void> {
    await this.page.click('#publish')
  }
}
