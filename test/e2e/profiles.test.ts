import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { learnText } from '../../extension/platform/text/learning.ts'
import { profileOfSkin, reskinned, type skins } from '../back-offices/reskinned.ts'
import { type Running, serveBackOffices } from '../back-offices/serve.ts'
import { PanelPage } from './screens/panel.ts'
import { must } from './stage/member.ts'
import { type Office, openOffice } from './stage/office.ts'

let skin: keyof typeof skins = 'old'
let office: Office
let cms: Running
let options: Page

beforeAll(async () => {
  cms = await serveBackOffices([reskinned(() => skin)])
  office = await openOffice()
  options = await office.editor.context.newPage()
  await options.goto(`${office.editor.extension}/options.html`)
})
afterAll(async () => {
  await office?.close([cms.origin])
  await cms?.close()
})

/** One change on the Worker, and the extension asked to look now instead of within a minute. */
async function onWorker(wearing: keyof typeof skins, enabled: boolean): Promise<void> {
  const { admin } = office.stage.bureau
  const { version } = must(await admin('profiles.read', {}))
  const body = { profiles: [{ profile: profileOfSkin(cms.origin, wearing), enabled }], version }
  must(await admin('profiles.change', { body, idempotencyKey: crypto.randomUUID() }))
  // What 立即核对 asks, with its answer: a page that comes up before that knows the old profiles only.
  await options.bringToFront()
  await options.evaluate(`chrome.runtime.sendMessage({ kind: 'house.refresh', ask: {} })`)
}

/** An editor may learn the page anew; the bureau's profile of it wins all the same, and the panel says so. The older guard does not hide the press. */
async function relearn(panel: Page, page: Page): Promise<void> {
  await panel.bringToFront()
  await panel.getByRole('button', { name: learnText.again }).click()
  await panel.getByRole('button', { name: learnText.next }).click()
  await panel.getByText(learnText.waiting).waitFor()
  await page.bringToFront()
  await page.click('button')
  await panel.bringToFront()
  await panel.getByRole('button', { name: learnText.noSave }).click()
  await panel.getByText(learnText.locked).waitFor()
  await panel.getByRole('button', { name: learnText.save }).click()
  await panel.getByText(learnText.overriddenNow).waitFor()
  expect(cms.received.published).toEqual([])
  await panel.getByRole('button', { name: learnText.close }).click()
}

test('a re-skinned CMS says what is missing and stays shut; one change on the Worker mends it in the open page, another switches it off', async () => {
  await onWorker('old', true)
  const page = await office.editor.context.newPage()
  await page.goto(`${cms.origin}/cms/edit?id=1`)
  await page.fill('input', '关于防汛工作的通知')
  await page.fill('textarea', '各单位要落实值班制度。')
  const panel = await PanelPage.open(office.editor, page)
  await panel.says('every', 'review')

  skin = 'new'
  await page.reload()
  await page.fill('input', '关于防汛工作的通知')
  await page.fill('textarea', '各单位要落实值班制度。')
  expect(await panel.says('broken')).toContain('标题、正文、发布按钮')
  expect(await panel.page.getByText('可以发布').count()).toBe(0)
  await page.bringToFront()
  await page.click('button')
  await page.evaluate(() => fetch('/cms/publish', { method: 'POST', body: '{}' }).catch(() => null))
  expect(cms.received.published).toEqual([])
  await relearn(panel.page, page)

  await onWorker('new', true)
  await panel.says('every', 'review')
  expect(await page.inputValue('textarea')).toBe('各单位要落实值班制度。')
  await page.bringToFront()
  await page.click('button')
  await panel.page.getByText('刚才的发布已暂停').waitFor()
  expect(cms.received.published).toEqual([])

  // Without the bureau's, the one that was learnt here takes its place; deleted, nothing of ours stays in the page.
  await onWorker('new', false)
  await options.getByRole('button', { name: `${learnText.remove}：编辑` }).click()
  await panel.says('unknown')
  await page.bringToFront()
  await page.click('button')
  await expect.poll(() => cms.received.published.length).toBe(1)
})
