import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { must } from './stage/member.ts'
import { type Office, openOffice } from './stage/office.ts'
import { newestReview } from './story/prove.ts'
import { approve, reviewerAtTerminal, writeNotice } from './story/shortcut.ts'

let office: Office

beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office?.close())

const reviewsOf = async (title: string) => {
  const { items } = must(await office.stage.bureau.admin('reviews.list', { query: {} }))
  return items.filter((one) => one.title === title)
}

/** The alarm of the next round comes now. Answers the minutes between rounds, as it was set. */
const bringForward = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const { alarms } = (globalThis as unknown as { chrome: { alarms: Alarms } }).chrome
    const { periodInMinutes } = await alarms.get('round')
    await alarms.create('round', { when: Date.now(), periodInMinutes })
    return periodInMinutes
  })

interface Alarms {
  get(name: string): Promise<{ periodInMinutes: number }>
  create(name: string, when: { when: number; periodInMinutes: number }): Promise<void>
}

test('a Worker that is killed between the steps loses nothing that it acknowledged, and a retry makes no duplicate', async () => {
  const { worker, bureau } = office.stage
  const title = '关于报送教学工作总结的通知（中断）'
  const { cms, panel } = await writeNotice(office, title)
  const { id } = cms
  await panel.submit('请审。')
  await panel.says('submitted')
  await worker.restart()
  expect((await reviewsOf(title)).map(({ state }) => state)).toEqual(['submitted'])
  const decideAgain = await approve(office, await reviewerAtTerminal(bureau), title)
  await worker.restart()
  await decideAgain()
  await panel.recheck()
  await panel.says('approved')
  await cms.page.bringToFront()
  await cms.publish()
  await cms.page.waitForSelector('#published')
  await panel.says('published')
  await worker.restart()
  await expect.poll(async () => (await reviewsOf(title)).map(({ state }) => state)).toEqual(['published'])
  expect((await office.stage.demo.store.read(id))?.versions).toHaveLength(1)
  const { entries } = must(await bureau.admin('ledger.entries', { query: { from: 0, to: 1000 } }))
  const { contentHash } = await newestReview(office.stage, title)
  const keys = entries.filter((entry) => entry.contentHash === contentHash).map(({ type }) => String(type))
  expect(keys).toEqual([...new Set(keys)])
  await panel.page.close()
  await cms.page.close()
})

test('without a Worker the extension says so, holds, queues, and delivers once when it is back', async () => {
  const { worker } = office.stage
  const title = '关于报送教学工作总结的通知（断网）'
  const { cms, panel } = await writeNotice(office, title)
  await worker.kill()
  await panel.submit('请审。')
  await panel.says('queued')
  await panel.page.getByText('离线').first().waitFor()
  await cms.page.bringToFront()
  await cms.publish()
  await panel.page.getByText('刚才的发布已暂停').waitFor()
  expect((await office.stage.demo.store.read(cms.id))?.versions).toEqual([])
  await worker.restart()
  await panel.recheck()
  // Without anybody's help the next round comes within a minute; nobody here waits for it.
  expect(await bringForward(panel.page)).toBe(1)
  await expect
    .poll(async () => (await reviewsOf(title)).map(({ state }) => state), { timeout: 30_000 })
    .toEqual(['submitted'])
  await panel.recheck()
  await panel.says('submitted')
  await panel.page.close()
  await cms.page.close()
})
