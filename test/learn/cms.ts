import type { Frame, Locator, Page } from 'playwright-core'
import { backOffices } from '../back-offices/serve.ts'
import type { Person } from '../e2e/stage/person.ts'

export type Name = keyof typeof backOffices

export const TITLE = '关于做好汛期校园安全工作的通知'
export const BODY = '各学校要落实值班制度，及时报告险情。'

interface Way {
  title: string
  editor: { frame: string | null; editable: string }
  publish: string
  save: string
  /** The title in what the page sent. */
  sent(one: Record<string, string>): string | undefined
}

/** How a person finds things in each page. */
const ways: Record<Name, Way> = {
  frames: {
    ...{ title: '[name=DocTitle]', editor: { frame: '#ueditor_0', editable: 'body' } },
    ...{ publish: 'input[value="发　布"]', save: 'input[value="保存草稿"]', sent: (one) => one.DocTitle },
  },
  nested: {
    ...{ title: 'input >> nth=0', editor: { frame: '.ke-edit-iframe', editable: 'body' } },
    ...{ publish: 'button >> text=提交', save: '[role=button] >> text=暂存', sent: (one) => one.vc_title },
  },
  single: {
    ...{ title: '#app input >> nth=0', editor: { frame: null, editable: '[contenteditable]' } },
    ...{ publish: '#app button >> text=发布', save: '#app button >> text=存草稿', sent: (one) => one.title },
  },
}

/** The edit page of one of the back offices, as an editor uses it. */
export class Cms {
  readonly page: Page
  readonly name: Name

  constructor(page: Page, name: Name) {
    this.page = page
    this.name = name
    page.on('dialog', (dialog) => void dialog.accept())
  }

  static async open(person: Person, origin: string, name: Name): Promise<Cms> {
    const cms = new Cms(await person.context.newPage(), name)
    await cms.page.goto(`${origin}${backOffices[name].start}`)
    return cms
  }

  /** The frame that holds the form, however deep. */
  async form(): Promise<Frame> {
    const find = (): Frame | undefined =>
      this.page.frames().find((frame) => backOffices[this.name].form.test(frame.url()))
    for (;;) {
      const found = find()
      if (found !== undefined) return found
      await this.page.waitForEvent('framenavigated')
    }
  }

  async write(): Promise<void> {
    await (await this.form()).fill(ways[this.name].title, TITLE)
    await (await this.editable()).click()
    await this.page.keyboard.insertText(BODY)
  }

  async text(): Promise<string> {
    return (await (await this.editable()).textContent()) ?? ''
  }

  async press(what: 'publish' | 'save'): Promise<void> {
    await this.page.bringToFront()
    await (await this.form()).click(ways[this.name][what])
  }

  titleIn(sent: Record<string, string>): string | undefined {
    return ways[this.name].sent(sent)
  }

  private async editable(): Promise<Locator> {
    const { frame, editable } = ways[this.name].editor
    const form = await this.form()
    return frame === null ? form.locator(editable) : form.frameLocator(frame).locator(editable)
  }
}
