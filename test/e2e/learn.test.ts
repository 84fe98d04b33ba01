import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { learnText as text } from '../../extension/platform/text/learning.ts'
import { type Running, serveBackOffices } from '../back-offices/serve.ts'
import { Cms, TITLE } from '../learn/cms.ts'
import { gate, teach, wanted } from '../learn/teach.ts'
import { demoExtension } from '../start/build.ts'
import { LearnPage } from './screens/learn.ts'
import { openBrowser, type Person } from './stage/person.ts'

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

test('what was not recognised is pointed at: the page hears nothing of it, Escape leaves, the keys do it too', async () => {
  const cms = await Cms.open(person, office.origin, 'frames')
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
    ['nested', 'guarded', null, text.noFiles],
    ['single', 'locked', null, '办法（试行）.pdf'],
  ] as const)('%s: %s', async (name, lock, editor, files) => {
    const cms = await Cms.open(person, office.origin, name)
    await cms.write()
    const taught = await teach(person, cms, office.received)
    // Nothing left the page while it was learnt, and the draft stood where it stood.
    expect(taught).toMatchObject({ ...wanted, left: 0, whole: true, files, ...(editor !== null && { editor }) })
    expect(taught.clicks).toBeLessThan(10)
    const gated = await gate(person, cms, office.received)
    expect(gated).toMatchObject({ whole: true, published: 0, saved: [TITLE], guardOnly: lock === 'guarded' })
    await cms.page.close()
  })
})

test('what was learnt is in the settings: renamed, switched off, deleted and brought back, out as a file and in again', async () => {
  const page = await person.context.newPage()
  await page.goto(`${person.extension}/options.html`)
  const row = (name: string) => page.locator('#profiles ~ ul > li', { hasText: name })
  await row('编辑文档').getByText(text.states.verified).waitFor()
  await page.getByRole('button', { name: `${text.rename}：编辑文档` }).click()
  await page.getByLabel(text.renameTo).fill('内容协作平台')
  await page.keyboard.press('Enter')
  await row('内容协作平台').waitFor()
  await page.getByRole('button', { name: `${text.turnOff}：内容协作平台` }).click()
  await row('内容协作平台').getByText(text.off).waitFor()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: `${text.exportOne}：内容协作平台` }).click()
  const file = await (await download).path()
  await page.getByRole('button', { name: `${text.remove}：内容协作平台` }).click()
  await row('内容协作平台').waitFor({ state: 'detached' })
  await page.keyboard.press('Enter')
  await row('内容协作平台').waitFor()
  await page.setInputFiles('input[type=file]', {
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"v":1}'),
  })
  await page.getByText(text.badFile).waitFor()
  await page.setInputFiles('input[type=file]', file)
  await page.getByText(text.badFile).waitFor({ state: 'detached' })
  await page.getByText(text.imported('内容协作平台')).waitFor()
  await page.close()
})
