import type { Browser, Frame, Page } from 'puppeteer-core'
import type { StoryEditor } from '../demo/article.ts'

const editables: Record<StoryEditor, { frame: string | null; editable: string }> = {
  tinymce: { frame: '#editor iframe.tox-edit-area__iframe', editable: 'body' },
  ueditor: { frame: '#editor iframe[id^=ueditor_]', editable: 'body' },
  wangeditor: { frame: null, editable: '#wang-box [contenteditable]' },
  textarea: { frame: null, editable: '#editor textarea' },
}

/** The edit page of the demo back office in Firefox, as an editor at a keyboard uses it. */
export class FirefoxCms {
  readonly page: Page
  readonly editor: StoryEditor
  readonly id: number

  private constructor(page: Page, editor: StoryEditor) {
    this.page = page
    this.editor = editor
    this.id = Number(new URL(page.url()).searchParams.get('id'))
  }

  /** A new article in a new tab. */
  static async open(browser: Browser, origin: string, editor: StoryEditor, title: string): Promise<FirefoxCms> {
    const page = await browser.newPage()
    await page.goto(`${origin}/admin/new?editor=${editor}`)
    await page.waitForSelector('form#article[data-ready]')
    const cms = new FirefoxCms(page, editor)
    await page.select('[name=channel]', '通知公告')
    await page.type('[name=title]', title)
    return cms
  }

  /** The document that holds the editable. */
  async frame(): Promise<Frame> {
    const { frame } = editables[this.editor]
    if (frame === null) return this.page.mainFrame()
    const element = (await this.page.waitForSelector(frame))!
    return (await element.contentFrame())!
  }

  /** Types at the end of the body, key by key; a line feed is Enter. */
  async type(text: string): Promise<void> {
    await this.focus()
    await this.page.keyboard.type(text)
  }

  /** Takes the last characters back, key by key. */
  async deleteLast(count: number): Promise<void> {
    await this.focus()
    for (let left = count; left > 0; left--) await this.page.keyboard.press('Backspace')
  }

  private async focus(): Promise<void> {
    await this.page.bringToFront()
    await (await (await this.frame()).waitForSelector(editables[this.editor].editable))!.click()
    await this.page.keyboard.down('Control')
    await this.page.keyboard.press('End')
    await this.page.keyboard.up('Control')
  }

  /** The editable's own HTML, or the value of the text area. */
  async content(): Promise<string> {
    return await (await this.frame()).$eval(editables[this.editor].editable, (element) =>
      element instanceof HTMLTextAreaElement ? element.value : element.innerHTML,
    )
  }

  /** Where the caret is: the way to its node and the offset in it. */
  async selection(): Promise<string> {
    return await (await this.frame()).$eval(editables[this.editor].editable, (element) => {
      if (element instanceof HTMLTextAreaElement) return `${element.selectionStart}-${element.selectionEnd}`
      const { anchorNode, anchorOffset, focusOffset } = element.ownerDocument.getSelection()!
      const way: number[] = []
      for (let node: Node | null = anchorNode; node !== null && node !== element; node = node.parentNode)
        way.unshift([...(node.parentNode?.childNodes ?? [])].indexOf(node as ChildNode))
      return `${way.join('/')} ${anchorOffset}-${focusOffset}`
    })
  }

  /** The stretches that are highlighted, by the browser's own register. Of a text area: none, for our boxes lie in a closed root. */
  async highlighted(): Promise<string[]> {
    return await (await this.frame()).evaluate(() => Array.from(CSS.highlights.get('menxia') ?? [], String))
  }

  async save(): Promise<void> {
    await this.page.click('#save')
    await this.page.waitForFunction(() => document.querySelector('#said')?.textContent?.startsWith('已保存'))
  }
}
