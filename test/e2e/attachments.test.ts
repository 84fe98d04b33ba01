import { createHash } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentHash } from '#shared/draft/content-hash.ts'
import { panelText as text } from '../../extension/platform/text/panel.ts'
import { reviewText } from '../../extension/platform/text/review.ts'
import { CmsPage } from './screens/cms.ts'
import { PanelPage } from './screens/panel.ts'
import { must } from './stage/member.ts'
import { type Office, openOffice } from './stage/office.ts'
import { newestReview } from './story/prove.ts'
import { approve, notice, reviewerAtTerminal } from './story/shortcut.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())

const NAME = '报送清单.xlsx'
const MISMATCH = '附件与正文不一致'
const first = Buffer.from('第一版的清单')
const swapped = Buffer.from('第二版的清单')
const body = `${notice.text}\n\n附件：1.报送清单`

async function upload(cms: CmsPage, name: string, buffer: Buffer): Promise<void> {
  const before = await cms.page.locator('#attachments > li').count()
  await cms.page.setInputFiles('#upload', { name, mimeType: 'application/octet-stream', buffer })
  await expect.poll(() => cms.page.locator('#attachments > li').count()).toBe(before + 1)
}

async function removeLast(cms: CmsPage): Promise<void> {
  const before = await cms.page.locator('#attachments > li').count()
  await cms.page.locator('#attachments > li .remove').last().click()
  await expect.poll(() => cms.page.locator('#attachments > li').count()).toBe(before - 1)
}

/** The hash that the panel's own check of this tab has now. */
async function hashIn(panel: PanelPage): Promise<string | undefined> {
  return await panel.page.evaluate(async () => {
    const key = `desk:${new URLSearchParams(location.search).get('tab')}`
    const { storage } = (globalThis as unknown as { chrome: { storage: { session: Session } } }).chrome
    return (await storage.session.get(key))[key]?.check?.contentHash
  })
}
interface Session {
  get(key: string): Promise<Record<string, { check: { contentHash: string } | null } | undefined>>
}

async function writeWithFile(title: string): Promise<{ cms: CmsPage; panel: PanelPage }> {
  const cms = await CmsPage.open(office.editor.context, office.stage.demo.origin, 'textarea')
  await cms.fill({ ...notice.form, title })
  await cms.paste(body)
  const panel = await PanelPage.open(office.editor, cms.page)
  await panel.lists(MISMATCH)
  await upload(cms, NAME, first)
  await panel.lists(MISMATCH, false)
  await panel.page.getByText(text.attachmentPinned).waitFor()
  return { cms, panel }
}

test('T6: a promised file that is missing, one that nobody mentions, and six swaps after the approval', async () => {
  const title = '关于报送清单的通知'
  const { cms, panel } = await writeWithFile(title)
  await upload(cms, '无关材料.pdf', swapped)
  await panel.lists(MISMATCH)
  await removeLast(cms)
  await panel.lists(MISMATCH, false)

  // Nobody has looked inside: it asks to be confirmed by its name, and a tick can be taken back.
  await panel.page.getByRole('button', { name: text.submit, exact: true }).click()
  const send = panel.page.getByRole('button', { name: text.submitNow })
  expect(await send.isDisabled()).toBe(true)
  const tick = panel.page.locator('form.sheet').getByLabel(`附件“${NAME}”`)
  await tick.check()
  await expect.poll(() => send.isEnabled()).toBe(true)
  await tick.uncheck()
  await expect.poll(() => send.isDisabled()).toBe(true)
  await panel.page.getByRole('button', { name: text.cancel }).click()
  await panel.submit('')
  await panel.says('submitted')

  const { id } = await newestReview(office.stage, title)
  const {
    draft,
    contentHash: sent,
    agreement,
  } = must(await office.stage.bureau.admin('reviews.read', { params: { id } }))
  const sha256 = createHash('sha256').update(first).digest('hex')
  expect(draft!.attachments).toMatchObject([{ name: NAME, size: first.length, sha256 }])
  expect({ sent, agreement }).toEqual({ sent: contentHash(draft!), agreement: 'agrees' })
  await cms.save()
  await cms.page.reload()
  await cms.page.waitForSelector('form#article[data-ready]')
  await expect.poll(() => hashIn(panel)).toBe(sent)

  await approve(office, await reviewerAtTerminal(office.stage.bureau), title)
  await panel.recheck()
  await panel.says('approved')
  const swaps: [string, () => Promise<void>, () => Promise<void>][] = [
    ['another file of the same name and size', () => swap(cms, NAME, swapped), () => swap(cms, NAME, first)],
    ['another size', () => swap(cms, NAME, Buffer.from('第一版')), () => swap(cms, NAME, first)],
    ['another name', () => swap(cms, '报送清单2.xlsx', first), () => swap(cms, NAME, first)],
    ['one more', () => upload(cms, '报送清单补.xlsx', first), () => removeLast(cms)],
    ['none', () => removeLast(cms), () => upload(cms, NAME, first)],
  ]
  for (const [, there, back] of swaps) {
    await there()
    await expect.poll(() => hashIn(panel)).not.toBe(sent)
    await panel.page.locator('.diff').waitFor()
    await back()
    await panel.says('approved')
    expect(await hashIn(panel)).toBe(sent)
  }
  // The sixth: other bytes of the same length behind the same link. No page changes; the press looks again.
  await overwrite(cms, swapped)
  await cms.page.bringToFront()
  await cms.publish()
  await panel.says('changed', 'unread')
  expect((await office.stage.demo.store.read(cms.id))?.versions).toHaveLength(0)
  await overwrite(cms, first)
  const article = cms.id
  await cms.publish()
  await cms.page.waitForSelector('#published')
  expect((await office.stage.demo.store.read(article))?.versions).toHaveLength(1)
  await panel.says('published')
  await panel.page.close()
  await cms.page.close()
})

async function swap(cms: CmsPage, name: string, buffer: Buffer): Promise<void> {
  await removeLast(cms)
  await upload(cms, name, buffer)
}

/** Other bytes behind the link that the page shows. */
async function overwrite(cms: CmsPage, buffer: Buffer): Promise<void> {
  const href = await cms.page.locator('#attachments a.file').last().getAttribute('href')
  const files = join(office.stage.demo.folder, 'files')
  const file = (await readdir(files)).find((one) => href?.includes(one))
  await writeFile(join(files, file!), buffer)
}

test('the reviewer’s own extension arrives at the same hash; where she cannot read the file, a sentence says so', async () => {
  const { admin } = office.stage.bureau
  const { settings, version } = must(await admin('settings.read', {}))
  const none = { settings: { ...settings, draftText: 'none' as const }, version }
  must(await admin('settings.change', { body: none, idempotencyKey: crypto.randomUUID() }))
  await office.editor.context.newPage().then(async (page) => {
    await page.goto(`${office.editor.extension}/options.html`)
    // What 立即核对 asks; it has its answer when the extension knows.
    await page.evaluate(`chrome.runtime.sendMessage({ kind: 'house.refresh', ask: {} })`)
    await page.close()
  })
  const title = '关于报送清单的通知（不存文本）'
  const { cms, panel } = await writeWithFile(title)
  await cms.save()
  await panel.submit('')
  await panel.says('submitted')
  const { id } = await newestReview(office.stage, title)
  expect(must(await admin('reviews.read', { params: { id } })).draft).toBeNull()

  const reviewer = await office.reviewer()
  const her = await reviewer.context.newPage()
  await her.route('**/files/**', (route) => route.fulfill({ status: 403 }))
  await her.goto(cms.page.url())
  await her.waitForSelector('form#article[data-ready]')
  const review = await reviewer.context.newPage()
  await review.goto(`${reviewer.extension}/review.html#${id}`)
  await review.getByText(reviewText.mismatchFiles(`“${NAME}”`)).waitFor()
  await review.getByText('（403）').first().waitFor()

  await her.unroute('**/files/**')
  await review.getByRole('button', { name: reviewText.readAgain }).click()
  await matched(review)
  for (const page of [review, her, panel.page, cms.page]) await page.close()
})

/** Read in the CMS, and the same as what was sent. */
async function matched(review: Page): Promise<void> {
  await review.getByText(reviewText.fromPage).waitFor()
  await expect.poll(() => review.locator('.draft [role=alert]').count()).toBe(0)
}
