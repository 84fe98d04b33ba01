import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { words } from '../../extension/platform/text/common.ts'
import { panelText as text } from '../../extension/platform/text/panel.ts'
import { reviewText } from '../../extension/platform/text/review.ts'
import { CmsPage } from './screens/cms.ts'
import { PanelPage } from './screens/panel.ts'
import { PATIENCE } from './screens/patience.ts'
import { must, PIN } from './stage/member.ts'
import { type Office, openOffice } from './stage/office.ts'
import { newestReview } from './story/prove.ts'
import { notice } from './story/shortcut.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())

const TITLE = '关于印发《泉州市校服管理办法》的通知'
/** No part of a page is further away than this. */
const MOST_TABS = 120

/** The focused element as a screen reader names it, and whether a person can see where the focus is. */
async function focused(page: Page): Promise<{ role: string; name: string; seen: boolean }> {
  return await page.evaluate(() => {
    const element = document.activeElement as HTMLElement
    if (element === document.body) return { role: 'body', name: '', seen: false }
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const label = element.closest('label')?.textContent ?? (element as HTMLInputElement).labels?.[0]?.textContent
    const name = element.getAttribute('aria-label') ?? label ?? element.textContent ?? ''
    const role = `${element.tagName.toLowerCase()} ${element.getAttribute('type') ?? ''}`.trim()
    return { role, name: name.trim(), seen: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 }
  })
}

/** Tabs on until the focus is on what is named; every stop on the way has a name and a visible focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const fits = (is: string): boolean => (typeof name === 'string' ? is.includes(name) : name.test(is))
  for (let tab = 0; tab < MOST_TABS; tab++) {
    await page.keyboard.press('Tab')
    const at = await focused(page)
    if (at.role === 'body') continue
    expect(at, JSON.stringify(at)).toMatchObject({ seen: true, name: expect.stringMatching(/\S/) })
    if (fits(at.name)) return
  }
  throw new Error(`${MOST_TABS} tabs and no ${name}`)
}

/** Goes once round: every stop is named, seen, and left again by the next Tab. */
async function round(page: Page): Promise<string[]> {
  const stops: string[] = []
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  for (let tab = 0; tab < MOST_TABS; tab++) {
    await page.keyboard.press('Tab')
    const { role, name, seen } = await focused(page)
    if (role === 'body') return stops
    expect({ role, name, seen }).toMatchObject({ seen: true, name: expect.stringMatching(/\S/) })
    stops.push(`${role}：${name}`)
  }
  throw new Error(`no way out after ${MOST_TABS} tabs: ${stops.slice(-5).join(' | ')}`)
}

test('an editor does everything in the panel by keyboard, and a reviewer decides by it', async () => {
  const cms = await CmsPage.open(office.editor.context, office.stage.demo.origin, 'textarea')
  await cms.fill({ ...notice.form, channel: '政策文件', documentNumber: '泉教规〔2026〕9号', title: TITLE })
  await cms.paste(`${notice.text}\n\n示例号码350583201503150027。`)
  await cms.page.setInputFiles('#upload', {
    name: '样式.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('样式'),
  })
  const panel = await PanelPage.open(office.editor, cms.page)
  const { page } = panel
  await panel.lists('缺少政策解读')
  await page.getByLabel(text.confirmNamed('附件“样式.pdf”')).waitFor()
  expect(new Set(await round(page)).size).toBeGreaterThan(10)

  await disputeByKeys(page)
  await planByKeys(page)
  await panel.lists('缺少政策解读', false)
  await confirmByKeys(page)

  await tabTo(page, new RegExp(`^${text.submit}$`))
  await page.keyboard.press('Enter')
  await page.locator('form.sheet').waitFor()
  await inField(page, 'input checkbox')
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await focused(page)).name, { timeout: PATIENCE }).toBe(text.submit)
  await page.keyboard.press('Enter')
  await inField(page, 'input checkbox')
  await tabTo(page, text.submitWords)
  await page.keyboard.type('请审')
  await tabTo(page, text.submitNow)
  await page.keyboard.press('Enter')
  await panel.says('submitted')

  const { id } = await newestReview(office.stage, TITLE)
  await decideByKeys(id)
  const decided = must(await office.stage.bureau.admin('reviews.read', { params: { id } }))
  expect(decided).toMatchObject({ state: 'approved', interpretationPlan: { leadInterpreter: '吴敏华' } })
  expect(decided.decisions[0]!.threeSyncs).toEqual({ organised: true, signedOff: true, deployed: true })
  await panel.recheck()
  await panel.says('approved')
}, 180_000)

/** A form that was opened takes the focus. */
async function inField(page: Page, role: string): Promise<void> {
  await expect.poll(async () => (await focused(page)).role, { timeout: PATIENCE }).toBe(role)
}

async function disputeByKeys(page: Page): Promise<void> {
  await tabTo(page, /误报.*身份/)
  await page.keyboard.press('Enter')
  await inField(page, 'textarea')
  await page.keyboard.press('Escape')
  await expect.poll(async () => (await focused(page)).name, { timeout: PATIENCE }).toMatch(/误报.*身份/)
  await page.keyboard.press('Enter')
  await inField(page, 'textarea')
  await page.keyboard.type('文件里的示例')
  await page.keyboard.press('Control+Enter')
  await page.getByText(`${text.disputed}文件里的示例`).waitFor()
  // 误报 can be taken back, and said again.
  await tabTo(page, text.undoDispute)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.getByText(text.disputed).count(), { timeout: PATIENCE }).toBe(0)
}

async function planByKeys(page: Page): Promise<void> {
  await tabTo(page, text.planWrite)
  await page.keyboard.press('Enter')
  await page.getByRole('form', { name: text.planTitle }).waitFor()
  await inField(page, 'select')
  await tabTo(page, text.planLead)
  await page.keyboard.type('吴敏华')
  await page.keyboard.press('Enter')
  await page.getByText('第一解读人 吴敏华').waitFor()
}

async function confirmByKeys(page: Page): Promise<void> {
  const tick = page.getByRole('checkbox', { name: text.confirmNamed('附件“样式.pdf”') })
  await tabTo(page, text.confirmNamed('附件“样式.pdf”'))
  await page.keyboard.press('Space')
  await expect.poll(() => tick.isChecked(), { timeout: PATIENCE }).toBe(true)
  await page.keyboard.press('Space')
  await expect.poll(() => tick.isChecked(), { timeout: PATIENCE }).toBe(false)
  await page.keyboard.press('Space')
  await expect.poll(() => tick.isChecked(), { timeout: PATIENCE }).toBe(true)
}

async function decideByKeys(id: string): Promise<void> {
  const reviewer = await office.reviewer()
  const page = await reviewer.context.newPage()
  await page.goto(`${reviewer.extension}/review.html`)
  await page.locator('.row-button').first().waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: TITLE }).waitFor()
  expect(new URL(page.url()).hash).toBe(`#${id}`)
  await round(page)
  const findings = await page.locator('.case').count()
  for (let at = 0; at < findings; at++) {
    await tabTo(page, reviewText.answers.fixed)
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await tabTo(page, reviewText.because)
    await page.keyboard.type('文件里的示例')
  }
  for (const [name] of Object.values({ ...reviewText.gates, ...reviewText.syncs })) {
    await tabTo(page, name)
    await page.keyboard.press('Space')
  }
  await tabTo(page, new RegExp(`^${reviewText.reason}`))
  await page.keyboard.type('示例号码，同意公开')
  await tabTo(page, reviewText.blockConfirm(1))
  await page.keyboard.press('Space')
  await tabTo(page, reviewText.pin)
  await page.keyboard.type(PIN)
  await tabTo(page, new RegExp(`^${words.verdicts.approve}$`))
  await page.keyboard.press('Enter')
  await page.getByText(reviewText.decided(words.verdicts.approve)).waitFor()
  await page.close()
}
