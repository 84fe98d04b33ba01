import { afterAll, beforeAll, expect, test } from 'vitest'
import { panelText as text } from '../../extension/platform/text/panel.ts'
import { reviewText } from '../../extension/platform/text/review.ts'
import { eventually } from '../support/eventually.ts'
import { CmsPage } from './screens/cms.ts'
import { PanelPage } from './screens/panel.ts'
import { must } from './stage/member.ts'
import { type Office, openOffice } from './stage/office.ts'
import { newestReview } from './story/prove.ts'
import { notice, writeNotice } from './story/shortcut.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())

const once = (): string => crypto.randomUUID()

async function menu(panel: PanelPage, item: string): Promise<void> {
  await panel.page.bringToFront()
  await panel.page.locator(`summary[aria-label=${text.menu}]`).click()
  await panel.page.getByRole('button', { name: item }).click()
}

test('应急发布: a named editor publishes with a reason, and the ledger has it as its own entry', async () => {
  const { bureau } = office.stage
  const members = must(await bureau.admin('members.list', {})).items
  const { id } = members.find(({ roles }) => roles.includes('editor'))!
  must(await bureau.admin('members.change', { params: { id }, body: { emergency: true }, idempotencyKey: once() }))
  const options = await office.editor.context.newPage()
  await options.goto(`${office.editor.extension}/options.html`)
  // What 立即核对 asks; it has its answer when the extension knows.
  await options.evaluate(`chrome.runtime.sendMessage({ kind: 'house.refresh', ask: {} })`)
  await options.close()

  const { cms, panel } = await writeNotice(office, '关于台风停课的紧急通知')
  const article = cms.id
  const page = cms.page.url()
  await menu(panel, text.openEmergency)
  await panel.page.getByLabel(text.emergencyReason).fill('台风登陆在即')
  await panel.page.getByRole('button', { name: text.emergencyNow }).click()
  await cms.page.bringToFront()
  await cms.page.waitForSelector('#published')
  expect((await office.stage.demo.store.read(article))?.versions).toHaveLength(1)
  await panel.says('emergency')
  // What the reviewer needs stands in the queue: where to read it, what was found, and by when.
  const owing = async () => must(await bureau.admin('obligations.list', { query: {} })).items
  const isOwed = ({ kind }: { kind: string }) => kind === 'emergency-review'
  const owed = (await eventually(owing, (items) => items.some(isOwed))).find(isOwed)!
  const review = must(await bureau.admin('reviews.read', { params: { id: owed.reviewId! } }))
  expect(review).toMatchObject({ state: 'emergency', agreement: 'agrees', page })
  const reviewer = await office.reviewer()
  const queue = await reviewer.context.newPage()
  await queue.goto(`${reviewer.extension}/review.html#${owed.reviewId}`)
  const said = reviewText.due('emergency-review', owed.dueOn, false)
  await queue.locator('.row-button').first().getByText(said).waitFor()
  await queue.getByText(reviewText.emergencyOut).waitFor()
  await queue.close()
  const { entries } = must(await bureau.admin('ledger.entries', { query: { from: 0, to: 1000 } }))
  expect(entries.map(({ type }) => type)).toContain('emergency.published')
  await panel.page.close()
  await cms.page.close()
})

test('恢复: a held draft that is then spoilt comes back whole', async () => {
  const { cms, panel } = await writeNotice(office, '关于报送总结的通知（恢复）')
  await cms.page.bringToFront()
  await cms.publish()
  await panel.page.getByText(text.held).waitFor()
  await cms.focus()
  await cms.page.keyboard.press('Control+A')
  await cms.page.keyboard.press('Delete')
  expect(await cms.text()).toBe('')
  await menu(panel, text.openSnapshots)
  await panel.page.getByRole('button', { name: text.restore, exact: true }).first().click()
  await panel.page.getByText(text.restored).waitFor()
  expect(await cms.text()).toBe(notice.text.replaceAll(/\s/g, ''))
  await panel.page.close()
  await cms.page.close()
})

test('误报 and 稿件类型 reach the reviewer with their reasons', async () => {
  const title = '关于印发《泉州市校服管理办法》的通知'
  const cms = await CmsPage.open(office.editor.context, office.stage.demo.origin, 'textarea')
  await cms.fill({ ...notice.form, channel: '政策文件', documentNumber: '泉教规〔2026〕9号', title })
  await cms.paste('学生名单见系统，示例号码350583201503150027。')
  const panel = await PanelPage.open(office.editor, cms.page)
  await panel.lists('缺少政策解读')
  await panel.page.getByRole('button', { name: text.kindChange }).click()
  await panel.page.getByLabel(text.kindIs).selectOption('reply')
  await panel.page.getByLabel(text.kindReason).fill('是对个案的批复')
  await panel.page.getByRole('button', { name: text.save, exact: true }).click()
  await panel.lists('缺少政策解读', false)

  const card = panel.page.locator('article.finding', { hasText: '身份' }).first()
  await card.getByRole('button', { name: /误报/ }).click()
  await card.getByLabel(text.disputeReason).fill('文件里的示例')
  await card.getByRole('button', { name: text.save }).click()
  await card.getByText('文件里的示例').waitFor()

  await panel.submit('')
  await panel.says('submitted')
  const { id } = await newestReview(office.stage, title)
  const { words } = must(await office.stage.bureau.admin('reviews.read', { params: { id } }))
  expect(words).toContain('是对个案的批复')
  expect(words).toContain('文件里的示例')
  await panel.page.close()
  await cms.page.close()
})
