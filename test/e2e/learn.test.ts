import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { learnText as text } from '../../extension/platform/text/learning.ts'
import { backOffices, type Running, serveBackOffices } from '../back-offices/serve.ts'
import { demoExtension } from '../start/build.ts'
import { LearnPage } from './screens/learn.ts'
import { PanelPage } from './screens/panel.ts'
import { openBrowser, type Person } from './stage/person.ts'

type Name = keyof typeof backOffices
const TITLE = '关于做好汛期校园安全工作的通知'
const BODY = '各学校要落实值班制度，及时报告险情。'

let office: Running
let person: Person

beforeAll(async () => {
  office = await serveBackOffices()
  person = await openBrowser({ folder: demoExtension })
})
afterAll(async () => {
  await person?.close()
  await office?.close()
})
beforeEach(() => {
  office.received.saved.length = 0
  office.received.published.length = 0
})

/** How a person finds things in each page. */
const ways: Record<
  Name,
  {
    title: string
    editor: { frame: string | null; editable: string }
    publish: string
    save: string
    sent: (one: Record<string, string>) => string[]
  }
> = {
  frames: {
    title: '[name=DocTitle]',
    editor: { frame: '#ueditor_0', editable: 'body' },
    publish: 'input[value="发　布"]',
    save: 'input[value="保存草稿"]',
    sent: (one) => [one.DocTitle!, one.DocHtmlCon!],
  },
  nested: {
    title: 'input >> nth=0',
    editor: { frame: '.ke-edit-iframe', editable: 'body' },
    publish: 'text=提交',
    save: 'text=暂存',
    sent: (one) => [one.vc_title!, one.vc_content!],
  },
  single: {
    title: '#app input >> nth=0',
    editor: { frame: null, editable: '[contenteditable]' },
    publish: '#app button >> text=发布',
    save: 'text=存草稿',
    sent: (one) => [one.title!, one.html!],
  },
}

class Cms {
  readonly page: Page
  readonly name: Name

  constructor(page: Page, name: Name) {
    this.page = page
    this.name = name
    page.on('dialog', (dialog) => void dialog.accept())
  }

  static async open(name: Name): Promise<Cms> {
    const page = await person.context.newPage()
    const cms = new Cms(page, name)
    await page.goto(`${office.origin}${backOffices[name].start}`)
    return cms
  }

  async form(): Promise<Frame> {
    await expect
      .poll(() => this.page.frames().some((frame) => backOffices[this.name].form.test(frame.url())))
      .toBe(true)
    return this.page.frames().find((frame) => backOffices[this.name].form.test(frame.url()))!
  }

  private async editable() {
    const { frame, editable } = ways[this.name].editor
    const form = await this.form()
    return frame === null ? form.locator(editable) : form.frameLocator(frame).locator(editable)
  }

  async write(): Promise<void> {
    const form = await this.form()
    await form.fill(ways[this.name].title, TITLE)
    await (await this.editable()).click()
    await this.page.keyboard.insertText(BODY)
    expect(await this.text()).toContain(BODY)
  }

  async text(): Promise<string> {
    return (await (await this.editable()).textContent()) ?? ''
  }

  async press(what: 'publish' | 'save'): Promise<void> {
    await this.page.bringToFront()
    await (await this.form()).click(ways[this.name][what])
  }
}

/** Teaches a page as a person does who only confirms. Answers how many presses it took. */
async function teach(cms: Cms, panel: LearnPage): Promise<void> {
  await panel.press(text.invite)
  await panel.at('parts')
  await confirm(cms, panel)
}

async function confirm(cms: Cms, panel: LearnPage): Promise<void> {
  await panel.press(text.next)
  await panel.at('publish')
  await panel.pressIn(() => cms.press('publish'))
  await panel.at('save')
  await panel.pressIn(() => cms.press('save'))
  await panel.at('try')
}

async function gates(cms: Cms, lock: 'locked' | 'guard-only'): Promise<void> {
  await cms.page.bringToFront()
  await cms.write()
  await cms.press('publish')
  const panel = await PanelPage.open(person, cms.page)
  await panel.says('every', 'review', 'blocked', 'unread')
  expect(await cms.text()).toContain(BODY)
  expect(office.received.published).toEqual([])
  const banner = panel.page.getByText('守护而非锁定')
  expect(await banner.count()).toBe(lock === 'locked' ? 0 : 1)
  await cms.press('save')
  await expect.poll(() => office.received.saved.length).toBe(1)
  expect(ways[cms.name].sent(office.received.saved[0]!)[0]).toBe(TITLE)
  expect(office.received.published).toEqual([])
  await panel.page.close()
  await cms.page.close()
}

test('what was not recognised is pointed at: the page hears nothing of it, Escape leaves, the keys do it too', async () => {
  const cms = await Cms.open('frames')
  const form = await cms.form()
  const panel = await LearnPage.open(person, cms.page)
  await panel.press(text.invite)
  await panel.at('parts')
  expect(await panel.shown('documentNumber')).toBe(text.missing)
  await form.fill('[name=DocFileNum]', '泉教安〔2026〕12号')

  const point = `${text.point}：${text.parts.documentNumber}`
  await panel.press(point)
  await panel.page.getByText(text.pointing(text.parts.documentNumber)).waitFor()
  await cms.page.bringToFront()
  await form.locator('[name=DocFileNum]').hover({ force: true })
  await cms.page.keyboard.press('Escape')
  await panel.page.getByText(text.partsNote).waitFor()
  expect(await panel.shown('documentNumber')).toBe(text.missing)

  await panel.page.bringToFront()
  await panel.press(point)
  await panel.page.getByText(text.pointing(text.parts.documentNumber)).waitFor()
  await cms.page.bringToFront()
  await form.focus('[name=DocTitle]')
  const before = await form.locator('body').getAttribute('data-pressed')
  await form.locator('[name=DocFileNum]').click({ force: true })
  await expect.poll(() => panel.shown('documentNumber')).toBe('泉教安〔2026〕12号')
  expect(await form.locator('body').getAttribute('data-pressed')).toBe(before)
  expect(await form.evaluate(() => document.activeElement?.getAttribute('name'))).not.toBe('DocFileNum')

  await panel.page.bringToFront()
  await panel.press(`${text.point}：${text.parts.source}`)
  await panel.page.getByText(text.pointing(text.parts.source)).waitFor()
  await cms.page.bringToFront()
  // The first thing that the keys reach is the first control of the form.
  await cms.page.keyboard.press('Tab')
  await cms.page.keyboard.press('Enter')
  await expect.poll(() => panel.shown('source')).toBe(text.empty)
  await panel.page.bringToFront()
  await panel.press(text.cancel)
  await panel.page.locator('.verdict h1').waitFor()
  await cms.page.bringToFront()
  await form.locator('[name=DocTitle]').click()
  expect(await form.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('DocTitle')
  await panel.page.close()
  await cms.page.close()
})

describe('a CMS page that nobody has seen is taught by confirming, and then gates', () => {
  test.each([
    ['frames', 'locked', 'UEditor 百度编辑器', '实施方案.docx、名单.pdf'],
    ['nested', 'guard-only', null, text.noFiles],
    ['single', 'locked', null, '办法（试行）.pdf'],
  ] as const)('%s: %s', async (name, lock, editor, files) => {
    const cms = await Cms.open(name)
    await cms.write()
    const panel = await LearnPage.open(person, cms.page)
    await teach(cms, panel)
    // Nothing left the page while it was learnt, and the draft stands where it stood.
    expect(office.received).toEqual({ saved: [], published: [] })
    expect(await cms.text()).toContain(BODY)
    expect(await panel.read(text.parts.title)).toBe(TITLE)
    expect(await panel.read(text.characters)).toBe(String(BODY.length))
    expect(await panel.read(text.files)).toBe(files)
    if (editor !== null) expect(await panel.read(text.editor)).toBe(editor)
    await panel.press(text.save)
    await panel.at('saved')
    const loaded = cms.page.waitForEvent('load')
    await panel.press(text.reload)
    await loaded
    console.log(`learn ${name}: ${panel.clicks} clicks`)
    expect(panel.clicks).toBeLessThan(10)
    await panel.page.close()
    await gates(cms, lock)
  })
})
